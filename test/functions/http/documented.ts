import { openapiDocument } from '../../../functions/api/openapi.ts';

export type Route = { responses: Record<string, unknown>; security?: unknown[]; 'x-policy'?: string };
type Paths = Record<string, Record<string, Route>>;

/** Whoever walks over all of them asks each of these. */
export const everyMethod = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'] as const;

/** An address of the API, its routes by method, and the methods that `Allow` names there. */
export type Documented = { template: string; address: string; routes: Record<string, Route>; allowed: string[] };

/** Every address of the document, with `x` for what differs. Where two addresses are one (`/{code}`, `/file`), both give their methods. */
export async function documented(): Promise<Documented[]> {
  const { paths } = (await openapiDocument()) as { paths: Paths };
  const fits = (template: string, address: string) => new RegExp(`^${template.replace(/[{]\w+[}]/g, '[^/]+')}$`).test(address);
  return Object.entries(paths).map(([template, routes]) => {
    const address = template.replace(/[{]\w+[}]/g, 'x');
    const methods = Object.entries(paths)
      .filter(([other]) => fits(other, address))
      .flatMap(([, those]) => Object.keys(those).map((method) => method.toUpperCase()));
    const allowed = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].sort();
    return { template, address, routes, allowed };
  });
}

/** What a header `Allow` names, in order. */
export const allowedBy = (header: string | null | undefined): string[] => (header ?? '').split(', ').sort();
