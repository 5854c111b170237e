import type { Hono, MiddlewareHandler } from 'hono';
import { TrieRouter } from 'hono/router/trie-router';
import { problem } from './problem.ts';

/** The methods that an address of the app has, as `Allow` lists them; none when there is no such address. */
export type MethodsOf = (path: string) => string[];

/** Reads the routes of an app when it is first asked: by then all of them stand. Middleware is no route. */
export function methodsOf(app: Hono): MethodsOf {
  let known: TrieRouter<{ method: string; path: string }> | undefined;
  return (path) => {
    known ??= routesOf(app);
    const found = known
      .match('ALL', path)[0]
      // The pages answer every address but those of the API: under /api only the API's own routes count.
      .filter(([route]) => !isApi(path) || isApi(route.path))
      .flatMap(([{ method }]) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    return found.length === 0 ? [] : [...new Set([...found, 'OPTIONS'])];
  };
}

function routesOf({ routes }: Hono): TrieRouter<{ method: string; path: string }> {
  const router = new TrieRouter<{ method: string; path: string }>();
  for (const { method, path } of routes) if (method !== 'ALL') router.add('ALL', path, { method, path });
  return router;
}

const isApi = (path: string): boolean => /^\/api(\/|$)/.test(path);

/** Before anything else is asked of a stranger: is there such an address, and has it this method? `OPTIONS` is told what it has. */
export const knownAddress =
  (methods: MethodsOf): MiddlewareHandler =>
  async (c, next) => {
    const allowed = methods(c.req.path);
    if (allowed.length === 0) return problem(c, { code: 'no-such-route' });
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow: allowed.join(', ') });
    if (!allowed.includes(c.req.method)) return problem(c, { code: 'wrong-method', allowed });
    return next();
  };
