/* CloudFront runs this for requests of the app's files: every address that is no file is the app's own business, and its first page answers. */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name
function handler(event) {
  var request = event.request;
  var asked = request.headers['accept-language'] ? request.headers['accept-language'].value : '';
  if (request.uri === '/tai-lieu') request.uri = /^\s*en\b/i.test(asked) ? '/tai-lieu.en.html' : '/tai-lieu.vi.html';
  else if (!/[.][a-z0-9]+$/i.test(request.uri)) request.uri = '/index.html';
  return request;
}
