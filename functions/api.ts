import { Hono, type MiddlewareHandler } from 'hono';
import { assessmentRoutes, visitRoutes } from './assessments/routes.ts';
import { authorityRoutes } from './authorities/routes.ts';
import { certificateRoutes, certifiedRoutes, decisionRoutes } from './certificates/routes.ts';
import { authorityCriteriaRoutes, criteriaRoutes } from './criteria/routes.ts';
import type { Deps } from './deps.ts';
import { historyExportRoutes } from './exports/history-routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { fileRoutes } from './files/routes.ts';
import { historyRoutes } from './history/routes.ts';
import { frame, type Log } from './http/app.ts';
import { jsonBody, rateLimit, signedIn } from './http/guard.ts';
import { problem } from './http/problem.ts';
import type { Signed } from './http/route.ts';
import type { CheckToken } from './http/sign-in.ts';
import { importRoutes, previewRoutes } from './merchants/import-routes.ts';
import { merchantRoutes, merchantSearchRoutes } from './merchants/routes.ts';
import { nominationDecisionRoutes, nominationRoutes, wardNominationRoutes } from './nominations/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { authorityPeopleRoutes, meRoutes, peopleRoutes } from './people/routes.ts';
import { actorOf } from './people/store.ts';
import { personalDataRoutes } from './personal-data/routes.ts';
import { authorityProgrammeRoutes, programmeRoutes } from './programmes/routes.ts';
import { publicPages } from './public/pages.ts';
import { publicRoutes } from './public/routes.ts';
import { streetRoutes, wardStreetRoutes } from './streets/routes.ts';

/** What the doors hand to the API beside what verbs need. */
export type Door = {
  checkToken: CheckToken;
  log: Log;
  /** Address of the caller, for rate limits. */
  addressOf: Parameters<typeof rateLimit>[1];
  /** Whether everything is loaded; until then health says so. */
  ready: () => boolean;
};

/** The whole API: public part first, then everything that needs a signed-in person. */
export function createApi(deps: Deps, door: Door) {
  const app = frame(new Hono(), door.log);
  const limit: MiddlewareHandler = rateLimit(300, door.addressOf, deps.now);
  app
    .use('/C/*', limit)
    .use('/xac-minh', limit)
    .use('/tuyen-duong/*', limit)
    .use('/sitemap.xml', limit)
    .use('/api/public/*', limit)
    .use('/api/files', limit);
  app.get('/api/health', (c) => (door.ready() ? c.json({ status: 'ok' }) : problem(c, { code: 'busy', retryAfterSeconds: 1 })));
  app.route('/', publicPages(deps));
  app.route('/api/public', publicRoutes(deps));
  app.route('/api', staffApi(deps, door.checkToken));
  return app;
}

/** The routes for people who are signed in; its type is what the typed client knows. */
function staffApi(deps: Deps, check: CheckToken) {
  return new Hono<Signed>()
    .use('*', async (c, next) => (known(c.req.path) ? next() : c.notFound()))
    .use(
      '*',
      signedIn(({ issuer, subject }) => actorOf(deps.table, issuer, subject), check),
      jsonBody(deps.now),
    )
    .route('/me', meRoutes(deps))
    .route('/authorities', authorityRoutes(deps))
    .route('/authorities', authorityPeopleRoutes(deps))
    .route('/authorities', authorityProgrammeRoutes(deps))
    .route('/authorities', merchantSearchRoutes(deps))
    .route('/authorities', authorityCriteriaRoutes(deps))
    .route('/people', peopleRoutes(deps))
    .route('/criteria-sets', criteriaRoutes(deps))
    .route('/personal-data', personalDataRoutes(deps))
    .route('/programmes', programmeRoutes(deps))
    .route('/wards', wardStreetRoutes(deps))
    .route('/wards', wardNominationRoutes(deps))
    .route('/wards', previewRoutes(deps))
    .route('/streets', streetRoutes(deps))
    .route('/streets', importRoutes(deps))
    .route('/streets', merchantRoutes(deps))
    .route('/files', fileRoutes(deps))
    .route('/nominations', nominationRoutes(deps))
    .route('/nominations', nominationDecisionRoutes(deps))
    .route('/nominations', visitRoutes(deps))
    .route('/nominations', certifiedRoutes(deps))
    .route('/decisions', decisionRoutes(deps))
    .route('/assessments', assessmentRoutes(deps))
    .route('/certificates', certificateRoutes(deps))
    .route('/notices', noticeRoutes(deps))
    .route('/history', historyRoutes(deps))
    .route('/exports', exportRoutes(deps))
    .route('/exports/history', historyExportRoutes(deps));
}

// A stranger who asks for an address that does not exist learns just that, not that one should sign in.
const known = (path: string): boolean =>
  /^\/api\/(me|authorities|people|criteria-sets|personal-data|programmes|wards|streets|files|nominations|decisions|assessments|certificates|notices|history|exports)(\/|$)/.test(
    path,
  );

export type Api = ReturnType<typeof staffApi>;
