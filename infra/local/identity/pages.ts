import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Provider } from 'oidc-provider';
import { loginPage } from './login-page.ts';
import { notice, securityHeaders } from './page.ts';
import { passwordPages } from './password-pages.ts';
import { type PageDeps, type PageEnv, show } from './show.ts';

/** Listens for `/login/…` and `/password/…`: plain HTML forms without script. `report` hears of what should not have happened. */
export function signInPages(
  deps: PageDeps & { provider: Provider; appOrigins: readonly string[]; report: (error: unknown) => void },
): ReturnType<typeof getRequestListener> {
  const app = new Hono<PageEnv>();
  app.use(bodyLimit({ maxSize: 10_000 }), async (c, next) => {
    for (const [name, value] of Object.entries(securityHeaders(deps.appOrigins))) c.header(name, value);
    // Our forms are sent from our pages: a foreign page cannot sign anybody in or change anything.
    const from = c.req.header('origin');
    if (c.req.method !== 'POST' || from === undefined || from === deps.origin) return next();
    return show(c, (t) => ({
      status: 403,
      title: t.failed,
      content: notice(t.failedText, { address: `${deps.origin}/`, label: t.toApp }),
    }));
  });
  app.route('/login', loginPage(deps));
  app.route('/password', passwordPages(deps));
  app.notFound((c) =>
    show(c, (t) => ({ status: 404, title: t.expired, content: notice(t.expiredText, { address: `${deps.origin}/`, label: t.toApp }) })),
  );
  app.onError((error, c) => {
    deps.report(error);
    return show(c, (t) => ({
      status: 500,
      title: t.failed,
      content: notice(t.failedText, { address: `${deps.origin}/`, label: t.toApp }),
    }));
  });
  return getRequestListener(app.fetch);
}
