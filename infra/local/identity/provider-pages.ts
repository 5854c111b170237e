import { html, raw } from 'hono/html';
import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider';
import { notice, page } from './page.ts';
import { languageOf, type Words, words } from './words.ts';

/** What oidc-provider shows when a request is not valid; the cause is a code, the details stay in the log. */
export async function showError(ctx: KoaContextWithOIDC, out: ErrorOut): Promise<void> {
  await answer(ctx, (t) => ({
    title: t.failed,
    content: html`${notice(t.failedText, { address: '/', label: t.toApp })}<p><code>${out.error}</code></p>`,
  }));
}

/**
 * Signing out. An app that shows the ID token of the person who is signed in speaks for that person, so nothing is asked again;
 * anybody else could send people here, so they decide themselves.
 */
export async function logoutPage(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const { session, provider, params } = ctx.oidc;
  if (session && hintedSubject(ctx) === session.accountId) {
    for (const { grantId } of Object.values(session.authorizations ?? {})) {
      if (!grantId) continue;
      await provider.RefreshToken.revokeByGrantId(grantId);
      await (await provider.Grant.find(grantId))?.destroy();
    }
    await session.destroy();
    ctx.cookies.set(provider.cookieName('session'), null, { path: '/oidc' });
    const to = params?.['post_logout_redirect_uri'];
    const state = params?.['state'];
    const address = typeof to === 'string' ? new URL(to) : new URL(ctx.oidc.urlFor('end_session_success'));
    if (typeof to === 'string' && typeof state === 'string') address.searchParams.set('state', state);
    ctx.status = 303;
    ctx.redirect(address.href);
    return;
  }
  const buttons = (t: Words) => html`<p>${t.signOutText}</p>${raw(form)}
<button form="op.logoutForm" name="logout" value="yes">${t.signOut}</button> <a class="button second" href="/">${t.stay}</a>`;
  await answer(ctx, (t) => ({ title: t.signOut, content: buttons(t) }));
}

/** Where signing out ends when the app named no address of its own. */
export async function signedOutPage(ctx: KoaContextWithOIDC): Promise<void> {
  await answer(ctx, (t) => ({ title: t.signedOut, content: notice(t.signedOutText, { address: '/', label: t.toApp }) }));
}

function hintedSubject(ctx: KoaContextWithOIDC): string | undefined {
  const hint = ctx.oidc.entities.IdTokenHint as { payload?: { sub?: string } } | undefined;
  return hint?.payload?.sub;
}

async function answer(
  ctx: KoaContextWithOIDC,
  fill: (t: Words) => { title: string; content: Awaited<ReturnType<typeof html>> | ReturnType<typeof html> },
): Promise<void> {
  const requested = ctx.oidc.params?.['ui_locales'];
  const language = languageOf(typeof requested === 'string' ? requested : undefined, ctx.get('accept-language'));
  ctx.type = 'html';
  ctx.body = await page({ language, ...fill(words[language]) });
}
