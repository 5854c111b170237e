import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { bodyInBounds, jsonBody, signedIn } from '../http/guard.ts';
import type { Signed } from '../http/route.ts';
import type { CheckToken } from '../http/sign-in.ts';
import { actorOf } from '../people/store.ts';

/** What stands before every route of the staff: a person with rights, a body in bounds. Mounted at `/api`. */
export const staff = (deps: Deps, check: CheckToken) =>
  new Hono<Signed>().use(
    '*',
    signedIn(({ issuer, subject }) => actorOf(deps.table, issuer, subject), check),
    bodyInBounds,
    jsonBody(deps.now),
  );
