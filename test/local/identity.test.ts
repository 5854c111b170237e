import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { browser, renew, signIn } from '../../infra/local/sign-in.ts';
import { aTown, goodPassword, type Town } from './support/identity.ts';

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
afterEach(() => expect(town.reported.splice(0)).toEqual([]));
afterAll(() => town.close());

const authorize = (more: Record<string, string> = {}) =>
  `${town.origin}/oidc/auth?${new URLSearchParams({ client_id: 'pho-so-web', response_type: 'code', scope: 'openid profile offline_access', redirect_uri: `${town.origin}/`, state: 'the-state', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256', ...more }).toString()}`;
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => 'let in',
    (error: Error) => error.message,
  );
const wrong = 'Tên đăng nhập hoặc mật khẩu không đúng.';

test('a ward official signs in, and any part of the registry can check the token by the published keys', async () => {
  const subject = await town.person('minh-khai');
  const { accessToken, idToken, expiresAt } = await signIn(town.origin, ' Minh-Khai ', goodPassword);

  const keys = createRemoteJWKSet(new URL(`${town.origin}/oidc/jwks`));
  const access = await jwtVerify(accessToken, keys, {
    issuer: town.identity.issuer,
    audience: 'pho-so-api',
    algorithms: ['ES256'],
    typ: 'at+jwt',
  });
  expect(access.payload).toMatchObject({ sub: subject, client_id: 'pho-so-web' });
  expect(Math.abs((access.payload.exp ?? 0) * 1000 - expiresAt.getTime())).toBeLessThan(5_000);
  const id = await jwtVerify(idToken, keys, { issuer: town.identity.issuer, audience: 'pho-so-web', algorithms: ['ES256'] });
  expect(id.payload).toMatchObject({ sub: subject, preferred_username: 'minh-khai' });
  expect(town.identity.keys.keys.map((key) => [key.kid, 'd' in key])).toEqual([[decodeProtectedHeader(accessToken).kid, false]]);
});

test('after a restart of the server nobody has to sign in again', async () => {
  await town.person('hoang-van-thu');
  const before = await signIn(town.origin, 'hoang-van-thu', goodPassword);
  const browse = browser();
  await browse((await browse(authorize())).url, new URLSearchParams({ login: 'hoang-van-thu', password: goodPassword }), `${town.origin}/`);

  town.restart();

  const after = await renew(town.origin, before.refreshToken);
  await jwtVerify(after.accessToken, createRemoteJWKSet(new URL(`${town.origin}/oidc/jwks`)), {
    issuer: town.identity.issuer,
    audience: 'pho-so-api',
    typ: 'at+jwt',
  });
  expect(new URL((await browse(authorize(), undefined, `${town.origin}/`)).url).searchParams.get('code')).toBeTruthy();
});

test('a refresh token works once, and its second use ends the whole sign-in', async () => {
  await town.person('ha-ly');
  const first = await signIn(town.origin, 'ha-ly', goodPassword);
  const second = await renew(town.origin, first.refreshToken);
  expect(await refused(renew(town.origin, first.refreshToken))).toContain('invalid_grant');
  expect(await refused(renew(town.origin, second.refreshToken))).toContain('invalid_grant');
});

test('of two tabs that renew with the same token at once, at most one gets new tokens', async () => {
  await town.person('so-dau');
  const { refreshToken } = await signIn(town.origin, 'so-dau', goodPassword);
  const tabs = await Promise.all([1, 2, 3].map(() => refused(renew(town.origin, refreshToken))));
  expect(tabs.filter((each) => each === 'let in').length).toBeLessThanOrEqual(1);
});

test('a wrong password, an unknown person, one without a password and a disabled one are answered alike', async () => {
  await town.person('phan-boi-chau');
  await town.identity.accounts.create({ login: 'new-colleague', subject: '0190a0a0-0000-7000-8000-000000000001' });
  await town.person('retired');
  await town.identity.accounts.disable('retired');

  const answers = [];
  for (const [login, password] of [
    ['phan-boi-chau', 'not the password'],
    ['nobody-at-all', goodPassword],
    ['new-colleague', goodPassword],
    ['retired', goodPassword],
  ] as const) {
    const browse = browser();
    const page = await browse((await browse(authorize())).url, new URLSearchParams({ login, password }));
    answers.push([page.status, (await page.text()).replaceAll(login, 'LOGIN')]);
  }
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toEqual([422, expect.stringContaining(wrong)]);
});

test('guessing is stopped politely, for people who exist and who do not, and a reset opens the door again', async () => {
  await town.person('dien-bien-phu');
  for (const login of ['dien-bien-phu', 'does-not-exist']) {
    for (let attempt = 0; attempt < 8; attempt += 1) expect(await refused(signIn(town.origin, login, `guess ${attempt}`))).toBe(wrong);
    expect(await refused(signIn(town.origin, login, goodPassword))).toBe('Đã thử quá nhiều lần. Hãy thử lại sau 15 phút.');
  }
  const browse = browser();
  const page = await browse((await browse(authorize())).url, new URLSearchParams({ login: 'DIEN-BIEN-PHU ', password: goodPassword }));
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^(900|8\d\d)$/)]);

  const { url } = (await town.identity.accounts.invitation('dien-bien-phu')) ?? { url: '' };
  await setPassword(url, 'chợ Đổ sáng sớm mai');
  expect(await refused(signIn(town.origin, 'dien-bien-phu', 'chợ Đổ sáng sớm mai'))).toBe('let in');
  town.later(16);
  expect(await refused(signIn(town.origin, 'does-not-exist', goodPassword))).toBe(wrong);
});

test('an invitation sets a password once, and a newer one or 72 hours end it', async () => {
  await town.identity.accounts.create({ login: 'thuong-ly', subject: '0190a0a0-0000-7000-8000-000000000002' });
  const first = await town.identity.accounts.invitation('thuong-ly');
  const second = await town.identity.accounts.invitation('thuong-ly');
  expect((await setPassword(first?.url ?? '', goodPassword)).status).toBe(404);
  expect((await setPassword(second?.url ?? '', goodPassword)).status).toBe(200);
  expect((await setPassword(second?.url ?? '', 'mật khẩu của kẻ khác')).status).toBe(404);
  expect(await refused(signIn(town.origin, 'thuong-ly', goodPassword))).toBe('let in');

  const third = await town.identity.accounts.invitation('thuong-ly');
  town.later(72 * 60 + 1);
  expect((await browser()(third?.url ?? '')).status).toBe(404);
  expect(await town.identity.accounts.invitation('nobody-at-all')).toBeUndefined();
});

test('opening an invitation twice at once sets one password', async () => {
  await town.identity.accounts.create({ login: 'trai-chuoi', subject: '0190a0a0-0000-7000-8000-000000000003' });
  const { url } = (await town.identity.accounts.invitation('trai-chuoi')) ?? { url: '' };
  const both = await Promise.all(['cầu Lạc Long về đêm', 'cầu Bính buổi sáng'].map((password) => setPassword(url, password)));
  expect(both.map((page) => page.status).sort((a, b) => a - b)).toEqual([200, 404]);
});

test('resetting a password ends what was signed in with the old one', async () => {
  await town.person('hung-vuong');
  const { refreshToken } = await signIn(town.origin, 'hung-vuong', goodPassword);
  const browse = browser();
  await browse((await browse(authorize())).url, new URLSearchParams({ login: 'hung-vuong', password: goodPassword }), `${town.origin}/`);

  const { url } = (await town.identity.accounts.invitation('hung-vuong')) ?? { url: '' };
  expect((await setPassword(url, 'nhà hát lớn thành phố')).status).toBe(200);

  expect(await refused(renew(town.origin, refreshToken))).toContain('invalid_grant');
  expect((await browse(authorize())).url).toContain('/login/');
  expect(await refused(signIn(town.origin, 'hung-vuong', goodPassword))).toBe(wrong);
  expect(await refused(signIn(town.origin, 'hung-vuong', 'nhà hát lớn thành phố'))).toBe('let in');
});

test('a disabled account is out at once and can come back', async () => {
  await town.person('quan-toan');
  const { refreshToken } = await signIn(town.origin, 'quan-toan', goodPassword);
  const open = await town.identity.accounts.invitation('quan-toan');
  await town.identity.accounts.disable('quan-toan');
  expect(await refused(renew(town.origin, refreshToken))).toContain('invalid_grant');
  expect(await refused(signIn(town.origin, 'quan-toan', goodPassword))).toBe(wrong);
  expect((await browser()(open?.url ?? '')).status).toBe(404);
  expect(await town.identity.accounts.invitation('quan-toan')).toBeUndefined();

  await town.identity.accounts.enable('quan-toan');
  expect(await refused(signIn(town.origin, 'quan-toan', goodPassword))).toBe('let in');
});

test('people change a password that they know; the old one has to be right', async () => {
  await town.person('thai-phien');
  const change = (password: string, next: string, repeat = next) =>
    browser({ 'accept-language': 'en' })(
      `${town.origin}/password/change`,
      new URLSearchParams({ login: 'thai-phien', password, new: next, repeat }),
    );
  expect(await (await change('not the password', 'sông Cấm chảy ra biển')).text()).toContain('The login or the password is not right.');
  expect(await (await change(goodPassword, 'sông Cấm chảy ra biển', 'sông Cấm')).text()).toContain('The two new passwords differ.');
  expect(await (await change(goodPassword, 'ngắn')).text()).toContain('at least 10 characters');
  expect(await (await change(goodPassword, 'sông Cấm chảy ra biển')).text()).toContain('Password saved');
  // Typed decomposed, as some keyboards do.
  expect(await refused(signIn(town.origin, 'thai-phien', 'sông Cấm chảy ra biển'.normalize('NFD')))).toBe('let in');
});

test('signing out from the app ends session and tokens and comes back to it', async () => {
  await town.person('dong-khe');
  const { idToken } = await signIn(town.origin, 'dong-khe', goodPassword);
  const browse = browser();
  await browse((await browse(authorize())).url, new URLSearchParams({ login: 'dong-khe', password: goodPassword }), `${town.origin}/`);
  const end = `${town.origin}/oidc/session/end?`;

  expect(await (await browse(end + new URLSearchParams({ client_id: 'pho-so-web' }).toString())).text()).toContain('Bạn muốn đăng xuất');
  const out = await browse(
    end + new URLSearchParams({ id_token_hint: idToken, post_logout_redirect_uri: `${town.origin}/`, state: 'bye' }).toString(),
    undefined,
    `${town.origin}/`,
  );
  expect(out.url).toBe(`${town.origin}/?state=bye`);
  expect((await browse(authorize())).url).toContain('/login/');
});

test('codes go only to the addresses of the app, and only with PKCE', async () => {
  const foreign = await browser()(authorize({ redirect_uri: 'https://evil.example/' }));
  expect([foreign.status, await foreign.text()]).toEqual([400, expect.stringContaining('invalid_redirect_uri')]);
  const plain = await browser()(authorize({ code_challenge: '', code_challenge_method: '' }), undefined, `${town.origin}/`);
  expect(plain.url).toContain('error=invalid_request');
});

test('the host of a request changes no address', async () => {
  const response = await fetch(authorize().replace('localhost', '127.0.0.1'), {
    redirect: 'manual',
    headers: { 'x-forwarded-host': 'evil.example', accept: 'text/html' },
  });
  const login = await fetch(new URL(response.headers.get('location') ?? '', town.origin), {
    headers: {
      cookie: response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; '),
    },
  });
  expect(login.url.startsWith(`${town.origin}/login/`)).toBe(true);
  const discovery = await (await fetch(`${town.origin.replace('localhost', '127.0.0.1')}/oidc/.well-known/openid-configuration`)).text();
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

  const foreign = await fetch(`${town.origin}/password/change`, {
    method: 'POST',
    headers: { origin: 'https://evil.example' },
    body: new URLSearchParams({}),
  });
  expect(foreign.status).toBe(403);
  expect((await browser()(`${town.origin}/login/does-not-exist`)).status).toBe(400);
});

test('what is typed comes back as text, never as markup', async () => {
  const browse = browser();
  const page = await browse((await browse(authorize())).url, new URLSearchParams({ login: '"><img src=x>', password: 'x' }));
  expect(await page.text()).toContain('value="&quot;&gt;&lt;img src=x&gt;"');
});

test('expired sessions and tokens are swept away, and what is still valid stays', async () => {
  const other = await aTown();
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

async function setPassword(url: string, password: string) {
  return browser()(url, new URLSearchParams({ new: password, repeat: password }));
}
