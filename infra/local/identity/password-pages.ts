import { Hono } from 'hono';
import { type Field, form, notice } from './page.ts';
import { type Outcome, type PageDeps, type PageEnv, show, typedInto } from './show.ts';
import type { Words } from './words.ts';

/** The pages on which people set a password by invitation (`/password/:token`) or change the one they know (`/password/change`). */
export function passwordPages({ accounts, guard, origin, addressOf }: PageDeps): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const toApp = (t: Words) => ({ address: `${origin}/`, label: t.toApp });

  app.get('/done', (c) => show(c, (t) => ({ title: t.saved, content: notice(t.savedText, toApp(t)) })));

  app.on(['GET', 'POST'], '/change', async (c) => {
    const typed = await typedInto(c);
    const again = (outcome?: Outcome) =>
      show(c, (t) => ({ title: t.change, outcome, content: changeForm(t, typed('login'), outcome !== undefined), canSwitch: true }));
    if (c.req.method === 'GET') return again();
    if (typed('new') !== typed('repeat')) return again('differ');

    const entered = await guard.enter(typed('login'), typed('password'), addressOf(c.env.incoming));
    if ('code' in entered) return again(entered);
    const changed = await accounts.change(entered, typed('new'));
    return changed === 'set' ? c.redirect('/password/done', 303) : again(changed === 'no-account' ? { code: 'wrong' } : changed);
  });

  app.on(['GET', 'POST'], '/:token', async (c) => {
    const { token } = c.req.param();
    const gone = () => show(c, (t) => ({ status: 404, title: t.noInvitation, content: notice(t.noInvitationText, toApp(t)) }));
    const login = await accounts.invited(token);
    if (login === undefined) return gone();
    const again = (outcome?: Outcome) =>
      show(c, (t) => ({ title: t.choose(login), outcome, content: invitedForm(t, login, outcome !== undefined), canSwitch: true }));
    if (c.req.method === 'GET') return again();

    const typed = await typedInto(c);
    if (typed('new') !== typed('repeat')) return again('differ');
    const redeemed = await accounts.redeem(token, typed('new'));
    if (redeemed === 'no-account') return gone();
    if (redeemed !== 'set') return again(redeemed);
    guard.forget(login);
    return c.redirect('/password/done', 303);
  });
  return app;
}

const changeForm = (t: Words, login: string, error: boolean) =>
  form(
    [
      loginField(t, login),
      { name: 'password', label: t.oldPassword, type: 'password', autocomplete: 'current-password' },
      ...newPassword(t),
    ],
    t.save,
    error,
  );

/** The login is there for password managers, which would otherwise save the password under no name. */
const invitedForm = (t: Words, login: string, error: boolean) =>
  form([{ ...loginField(t, login), fixed: true }, ...newPassword(t)], t.save, error);

const loginField = (t: Words, value: string): Field => ({ name: 'login', label: t.login, type: 'text', autocomplete: 'username', value });

const newPassword = (t: Words): Field[] => [
  { name: 'new', label: t.newPassword, type: 'password', autocomplete: 'new-password', hint: t.hint },
  { name: 'repeat', label: t.repeat, type: 'password', autocomplete: 'new-password' },
];
