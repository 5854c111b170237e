import { Hono } from 'hono';
import { staff } from '../api/staff.ts';
import type { Deps } from '../deps.ts';
import { frame } from '../http/app.ts';
import { rateLimit } from '../http/guard.ts';
import type { Signed } from '../http/route.ts';
import { cognitoTokenCheck } from '../http/sign-in.ts';
import { type Environment, setting } from './environment.ts';
import { httpHandler, originSecrets, viewerAddress } from './http-handler.ts';
import { cloudLog } from './log.ts';

/** A handler for one group of the staff's routes: signed-in people only, tokens of the stage's user pool. */
export function staffHandler(env: Environment, deps: Deps, routes: (deps: Deps) => Hono<Signed>) {
  const issuer = setting(env, 'ISSUER');
  const check = cognitoTokenCheck({
    issuer,
    clientId: setting(env, 'CLIENT_ID'),
    keys: new URL(`${issuer}/.well-known/jwks.json`),
    now: deps.now,
  });
  const app = frame(new Hono(), cloudLog);
  app.use('/api/files', rateLimit(300, viewerAddress, deps.now));
  app.get('/api/health', (c) => c.json({ status: 'ok' }));
  app.route('/api', staff(deps, check).route('/', routes(deps)));
  return httpHandler(app, originSecrets(env));
}
