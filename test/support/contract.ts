import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

type Media = { content?: Record<string, unknown>; $ref?: string };
type Operation = {
  parameters?: { in: string; name: string; required?: boolean }[];
  requestBody?: Media;
  responses: Record<string, Media>;
};
export type Document = { paths: Record<string, Record<string, Operation>>; components: Record<string, unknown> };

/** One request with what it was answered, as it went through the API: bodies as JSON where they are JSON. */
export type Exchange = {
  method: string;
  path: string;
  query: string;
  sent: unknown;
  status: number;
  type: string;
  answered: unknown;
};

/** Says what contradicts the document in an exchange: nothing, when every word of it is written there. */
export function contract(document: Document): (exchange: Exchange) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: false, discriminator: false });
  formats.default(ajv);
  ajv.addFormat('base64', /^[A-Za-z0-9+/]*={0,2}$/);
  ajv.addSchema(document, 'openapi');
  const compiled = new Map<string, ValidateFunction>();
  const faults = (at: readonly string[], value: unknown): string[] => {
    const pointer = `openapi#/${at.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
    compiled.set(pointer, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
  };
  const routes = Object.entries(document.paths).map(([path, methods]) => ({
    path,
    methods,
    parts: path.split('/').length,
    fits: new RegExp(`^${path.replace(/[{]\w+[}]/g, '[^/]+')}$`),
    named: path.replace(/[{]\w+[}]/g, '').length,
  }));

  return (exchange) => {
    const { method, path, status, type, answered } = exchange;
    const verb = method.toLowerCase() === 'head' ? 'get' : method.toLowerCase();
    // The address with most of its parts named, as the router takes it.
    const route = routes.filter((each) => each.fits.test(path) && each.methods[verb]).sort((a, b) => b.named - a.named)[0];
    const json = /\bjson\b/.test(type);
    if (!route || status === 405 || status === 404)
      return json ? faults(['components', 'schemas', 'Problem'], answered) : [`${status} is no JSON but ${type}`];
    const at = ['paths', route.path, verb];
    const operation = route.methods[verb] as Operation;
    return [
      ...answerFaults(operation, at, exchange, faults),
      ...(status < 400 ? requestFaults(operation, at, exchange, faults) : []),
      ...(json && answered !== null && status >= 400 && statusOf(answered) !== status ? [`says ${statusOf(answered)} by ${status}`] : []),
    ];
  };
}

type Faults = (at: readonly string[], value: unknown) => string[];

function answerFaults({ responses }: Operation, at: string[], { method, status, type, answered }: Exchange, faults: Faults): string[] {
  const declared = responses[String(status)];
  // `default` stands for what was refused, never for a success that nobody declared.
  if (!declared && status < 400) return [`answers ${status}, which is not declared`];
  if (!declared || declared.$ref)
    return method === 'HEAD' ? [] : faults(['components', 'schemas', 'Problem'], answered).map((fault) => `answer:${fault}`);
  if (method === 'HEAD' || !declared.content) return [];
  const media = Object.keys(declared.content).find((each) => type.startsWith(each.split(';')[0] as string));
  if (!media) return [`answers ${type}, which is not declared`];
  return media === 'application/json'
    ? faults([...at, 'responses', String(status), 'content', media, 'schema'], answered).map((fault) => `answer:${fault}`)
    : [];
}

/** What was accepted must be declared: a body that fits, and no parameter that the document does not name. */
function requestFaults({ parameters = [], requestBody }: Operation, at: string[], { query, sent }: Exchange, faults: Faults): string[] {
  const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const unknown = [...new URLSearchParams(query).keys()].filter((name) => !names.includes(name));
  const body = requestBody?.content?.['application/json']
    ? faults([...at, 'requestBody', 'content', 'application/json', 'schema'], sent)
    : [];
  return [...unknown.map((name) => `takes ?${name}, which is not declared`), ...body.map((fault) => `request:${fault}`)];
}

/** The document as it is checked in: a test tells when it is not what the routes say. */
export const checkedIn = (): Document => JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as Document;

/** The status that a problem says of itself. */
const statusOf = (problem: unknown): string | number =>
  typeof problem === 'object' && problem !== null && 'status' in problem && typeof problem.status === 'number' ? problem.status : 'nothing';
