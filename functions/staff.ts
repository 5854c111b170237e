import { Hono } from 'hono';
import type { Deps } from './deps.ts';
import { bodyInBounds, jsonBody, signedIn } from './http/guard.ts';
import type { Signed } from './http/route.ts';
import type { CheckToken } from './http/sign-in.ts';
import { actorOf } from './people/store.ts';

/** What stands before every route of the staff: a known address, a person with rights, a body in bounds. Mounted at `/api`. */
export const staff = (deps: Deps, check: CheckToken) =>
  new Hono<Signed>()
    .use('*', async (c, next) => (known(c.req.path) ? next() : c.notFound()))
    .use(
      '*',
      signedIn(({ issuer, subject }) => actorOf(deps.table, issuer, subject), check),
      bodyInBounds,
      jsonBody(deps.now),
    );

// A stranger who asks for an address that does not exist learns just that, not that one should sign in.
const known = (path: string): boolean =>
  /^\/api\/(me|authorities|people|criteria-sets|personal-data|programmes|wards|streets|files|nominations|decisions|assessments|certificates|notices|history|exports)(\/|$)/.test(
    path,
  );
