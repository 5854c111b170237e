import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { frame, type Log } from '../http/app.ts';
import { rateLimit } from '../http/guard.ts';
import { problem } from '../http/problem.ts';
import type { CheckToken } from '../http/sign-in.ts';
import { publicPart } from '../public/part.ts';
import { documentRoutes } from './document-routes.ts';
import { registryRoutes } from './registry-routes.ts';
import { spreadsheetRoutes } from './spreadsheet-routes.ts';
import { staff } from './staff.ts';

/** What the handlers hand to the API beside what verbs need. */
export type ApiOptions = {
  checkToken: CheckToken;
  log: Log;
  /** Address of the caller, for rate limits. */
  addressOf: Parameters<typeof rateLimit>[1];
  /** Whether everything is loaded; until then health says so. */
  ready: () => boolean;
};

/** The whole API, as one machine serves it: public part first, then everything that needs a signed-in person. AWS has a handler for each group. */
export function createApi(deps: Deps, options: ApiOptions) {
  const app = frame(new Hono(), options.log);
  app.use('/api/files', rateLimit(300, options.addressOf, deps.now));
  app.get('/api/health', (c) => (options.ready() ? c.json({ status: 'ok' }) : problem(c, { code: 'busy', retryAfterSeconds: 1 })));
  app.route('/', publicPart(deps, options.addressOf));
  app.route('/api', staffApi(deps, options.checkToken));
  return app;
}

/** The routes for people who are signed in; its type is what the typed client knows. */
const staffApi = (deps: Deps, check: CheckToken) =>
  staff(deps, check).route('/', registryRoutes(deps)).route('/', spreadsheetRoutes(deps)).route('/', documentRoutes(deps));

export type Api = ReturnType<typeof staffApi>;
