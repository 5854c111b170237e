import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { browser, renew, signIn } from '../../../../infra/local/sign-in.ts';
import { aFixture, authorize as authorizeAt, type Fixture, goodPassword, refused, verifier } from '../support/identity.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterEach(() => expect(fixture.reported.splice(0)).toEqual([]));
afterAll(() => fixture.close());

const authorize = (more: Record<string, string> = {}) => authorizeAt(fixture.origin, more);

test('a ward official signs in, and any part of the registry can check the token by the published keys', async () => {
  const subject = await fixture.person('minh-khai');
  const { accessToken, idToken, expiresAt } = await signIn(fixture.origin, ' Minh-Khai ', goodPassword);

  const keys = createRemoteJWKSet(new URL(`${fixture.origin}/oidc/jwks`));
  const access = await jwtVerify(accessToken, keys, {
    issuer: fixture.identity.issuer,
    audience: 'pho-so-api',
    algorithms: ['ES256'],
    typ: 'at+jwt',
  });
  expect(access.payload).toMatchObject({ sub: subject, client_id: 'pho-so-web' });
  expect(Math.abs((access.payload.exp ?? 0) * 1000 - expiresAt.getTime())).toBeLessThan(5_000);
  const id = await jwtVerify(idToken, keys, { issuer: fixture.identity.issuer, audience: 'pho-so-web', algorithms: ['ES256'] });
  expect(id.payload).toMatchObject({ sub: subject, preferred_username: 'minh-khai' });
  expect(fixture.identity.keys.keys.map((key) => [key.kid, 'd' in key])).toEqual([[decodeProtectedHeader(accessToken).kid, false]]);
});

test('after a restart of the server nobody has to sign in again', async () => {
  await fixture.person('hoang-van-thu');
  const before = await signIn(fixture.origin, 'hoang-van-thu', goodPassword);
  const browse = browser();
  await browse(
    (await browse(authorize())).url,
    new URLSearchParams({ login: 'hoang-van-thu', password: goodPassword }),
    `${fixture.origin}/`,
  );

  fixture.restart();

  const after = await renew(fixture.origin, before.refreshToken);
  await jwtVerify(after.accessToken, createRemoteJWKSet(new URL(`${fixture.origin}/oidc/jwks`)), {
    issuer: fixture.identity.issuer,
    audience: 'pho-so-api',
    typ: 'at+jwt',
  });
  expect(new URL((await browse(authorize(), undefined, `${fixture.origin}/`)).url).searchParams.get('code')).toBeTruthy();
});

test('a refresh token works once, and its second use ends the whole sign-in', async () => {
  await fixture.person('ha-ly');
  const first = await signIn(fixture.origin, 'ha-ly', goodPassword);
  const second = await renew(fixture.origin, first.refreshToken);
  expect(await refused(renew(fixture.origin, first.refreshToken))).toContain('invalid_grant');
  expect(await refused(renew(fixture.origin, second.refreshToken))).toContain('invalid_grant');
});

test('of two tabs that renew with the same token at once, at most one gets new tokens', async () => {
  await fixture.person('so-dau');
  const { refreshToken } = await signIn(fixture.origin, 'so-dau', goodPassword);
  const tabs = await Promise.all([1, 2, 3].map(() => refused(renew(fixture.origin, refreshToken))));
  expect(tabs.filter((each) => each === 'let in').length).toBeLessThanOrEqual(1);
});

test('signing out from the app ends session and tokens and comes back to it', async () => {
  await fixture.person('dong-khe');
  const browse = browser();
  const { url } = await browse(
    (await browse(authorize())).url,
    new URLSearchParams({ login: 'dong-khe', password: goodPassword }),
    `${fixture.origin}/`,
  );
  const form = {
    grant_type: 'authorization_code',
    client_id: 'pho-so-web',
    redirect_uri: `${fixture.origin}/`,
    code: new URL(url).searchParams.get('code') ?? '',
    code_verifier: verifier,
  };
  const answer = await fetch(`${fixture.origin}/oidc/token`, { method: 'POST', body: new URLSearchParams(form) });
  const tokens = (await answer.json()) as { id_token: string; refresh_token: string };
  const end = (more: Record<string, string>) =>
    `${fixture.origin}/oidc/session/end?${new URLSearchParams({ post_logout_redirect_uri: `${fixture.origin}/`, state: 'bye', ...more }).toString()}`;

  // Without a proof that the person's own app asks, the person is asked.
  await fixture.person('other');
  const { idToken } = await signIn(fixture.origin, 'other', goodPassword);
  for (const more of [{ client_id: 'pho-so-web' }, { id_token_hint: idToken }]) {
    const page = await (await browse(end(more), undefined, `${fixture.origin}/`)).text();
    expect(page).toContain('Đăng xuất khỏi Phố Số trên trình duyệt này?');
    expect(page).not.toContain('<script');
  }
  expect(
    await refused(renew(fixture.origin, tokens.refresh_token).then((next) => Object.assign(tokens, { refresh_token: next.refreshToken }))),
  ).toBe('let in');

  const out = await browse(end({ id_token_hint: tokens.id_token }), undefined, `${fixture.origin}/`);
  expect(out.url).toBe(`${fixture.origin}/?state=bye`);
  expect((await browse(authorize())).url).toContain('/login/');
  expect(await refused(renew(fixture.origin, tokens.refresh_token))).toContain('invalid_grant');
});

test('codes go only to the addresses of the app, and only with PKCE', async () => {
  const foreign = await browser()(authorize({ redirect_uri: 'https://evil.example/' }));
  expect([foreign.status, await foreign.text()]).toEqual([400, expect.stringContaining('invalid_redirect_uri')]);
  const plain = await browser()(authorize({ code_challenge: '', code_challenge_method: '' }), undefined, `${fixture.origin}/`);
  expect(plain.url).toContain('error=invalid_request');
});

test('the host of a request changes no address', async () => {
  const response = await fetch(authorize().replace('localhost', '127.0.0.1'), {
    redirect: 'manual',
    headers: { 'x-forwarded-host': 'evil.example', accept: 'text/html' },
  });
  const login = await fetch(new URL(response.headers.get('location') ?? '', fixture.origin), {
    headers: {
      cookie: response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    },
  });
  expect(login.url.startsWith(`${fixture.origin}/login/`)).toBe(true);
  const discovery = await (await fetch(`${fixture.origin.replace('localhost', '127.0.0.1')}/oidc/.well-known/openid-configuration`)).text();
  expect(discovery).not.toContain('127.0.0.1');
});

test('the sign-in page needs no script, says its language, and a foreign page cannot send its form', async () => {
  const browse = browser({ 'accept-language': 'vi' });
  const vietnamese = await browse(authorize());
  const text = await vietnamese.text();
  expect(text).toContain('<html lang="vi">');
  expect(text).not.toMatch(/<script|https?:\/\/(?!localhost)/);
  expect(vietnamese.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'none'.*frame-ancestors 'none'/);
  expect([...text.matchAll(/<input id="([^"]+)"/g)].every(([, id]) => text.includes(`<label for="${id}">`))).toBe(true);
  expect(await (await browser({ 'accept-language': 'vi' })(authorize({ ui_locales: 'en' }))).text()).toContain('<html lang="en">');
  expect(await (await browse(`${vietnamese.url}?lang=en`)).text()).toContain('<html lang="en">');

  const foreign = await fetch(`${fixture.origin}/password/change`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({}),
  });
  expect(foreign.status).toBe(403);
  expect((await browser()(`${fixture.origin}/login/does-not-exist`)).status).toBe(400);
});

test('what is typed comes back as text, never as markup', async () => {
  const browse = browser();
  const page = await browse((await browse(authorize())).url, new URLSearchParams({ login: '"><img src=x>', password: 'x' }));
  expect(await page.text()).toContain('value="&quot;&gt;&lt;img src=x&gt;"');
});

test('expired sessions and tokens are swept away, and what is still valid stays', async () => {
  const other = await aFixture();
  await other.person('le-loi');
  const { refreshToken } = await signIn(other.origin, 'le-loi', goodPassword);
  other.later(60);
  expect(await other.identity.sweepExpired()).toBe(0);
  expect(await refused(renew(other.origin, refreshToken))).toBe('let in');
  other.later(91 * 24 * 60);
  expect(await other.identity.sweepExpired()).toBeGreaterThan(3);
  expect(await other.identity.sweepExpired()).toBe(0);
  await other.close();
});
