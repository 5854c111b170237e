import { Hono } from 'hono';
import { html } from 'hono/html';
import { errors, type Provider } from 'oidc-provider';
import { form, type Markup, notice } from './page.ts';
import { type PageDeps, type PageEnv, show, typedInto } from './show.ts';
import type { Words } from './words.ts';

/** The page on which people sign in, `/login/:uid`; oidc-provider sends them there and takes them back. */
export function loginPage({ provider, guard, origin, addressOf }: PageDeps & { provider: Provider }): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  app.on(['GET', 'POST'], '/:uid', async (c) => {
    const { incoming, outgoing } = c.env;
    const interaction = await provider.interactionDetails(incoming, outgoing).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return undefined;
      throw error;
    });
    if (interaction?.uid !== c.req.param('uid')) {
      return show(c, (t) => ({ status: 400, title: t.expired, content: notice(t.expiredText, { address: `${origin}/`, label: t.toApp }) }));
    }

    const param = (name: string) => textOr('', interaction.params[name]);
    const requested = param('ui_locales');
    if (c.req.method === 'GET')
      return show(c, (t) => ({ title: t.signIn, content: loginForm(t, param('login_hint'), false), canSwitch: true }), requested);

    const typed = await typedInto(c);
    const entered = await guard.enter(typed('login'), typed('password'), addressOf(incoming));
    if ('code' in entered) {
      return show(
        c,
        (t) => ({ title: t.signIn, outcome: entered, content: loginForm(t, typed('login'), true), canSwitch: true }),
        requested,
      );
    }
    const result = { login: { accountId: entered.subject, amr: ['pwd'] } };
    return c.redirect(await provider.interactionResult(incoming, outgoing, result, { mergeWithLastSubmission: false }), 303);
  });
  return app;
}

const textOr = (absent: string, value: unknown): string => (typeof value === 'string' ? value : absent);

const loginForm = (t: Words, login: string, error: boolean): Markup =>
  html`${form(
    [
      { name: 'login', label: t.login, type: 'text', autocomplete: 'username', value: login },
      { name: 'password', label: t.password, type: 'password', autocomplete: 'current-password' },
    ],
    t.signIn,
    error,
  )}<p>${t.forgotten}</p><p><a href="/password/change">${t.change}</a></p>`;
