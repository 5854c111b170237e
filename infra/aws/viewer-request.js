/* CloudFront runs this for every request, before caches and handlers. It knows only ES5.1 and a little more: no modules, no template texts. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request;
  var headers = request.headers;
  // Whose request it is, for limits: written over whatever was sent.
  headers['x-viewer-address'] = { value: event.viewer.ip };
  // A page has two languages, and so a cache keeps two of each, not one for every browser's list.
  var asked = headers['accept-language'] ? headers['accept-language'].value : '';
  headers['accept-language'] = { value: /^\s*en\b/i.test(asked) ? 'en' : 'vi' };
  return request;
}
