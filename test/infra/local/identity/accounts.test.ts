import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { browser, renew, signIn } from '../../../../infra/local/sign-in.ts';
import { aFixture, authorize as authorizeAt, type Fixture, goodPassword, refused } from '../support/identity.ts';

const wrong = 'Tên đăng nhập hoặc mật khẩu không đúng.';
let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterEach(() => expect(fixture.reported.splice(0)).toEqual([]));
afterAll(() => fixture.close());

const authorize = () => authorizeAt(fixture.origin);

test('a wrong password, an unknown person, one without a password and a disabled one are answered alike', async () => {
  await fixture.person('phan-boi-chau');
  await fixture.identity.accounts.create({ login: 'new-colleague', subject: '0190a0a0-0000-7000-8000-000000000001' });
  await fixture.person('retired');
  await fixture.identity.accounts.disable('retired');

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
  await fixture.person('dien-bien-phu');
  for (const login of ['dien-bien-phu', 'does-not-exist']) {
    for (let attempt = 0; attempt < 8; attempt += 1) expect(await refused(signIn(fixture.origin, login, `guess ${attempt}`))).toBe(wrong);
    expect(await refused(signIn(fixture.origin, login, goodPassword))).toBe('Đã thử quá nhiều lần. Hãy thử lại sau 15 phút.');
  }
  const browse = browser();
  const page = await browse((await browse(authorize())).url, new URLSearchParams({ login: 'DIEN-BIEN-PHU ', password: goodPassword }));
  expect([page.status, page.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^(900|8\d\d)$/)]);

  const { url } = (await fixture.identity.accounts.invitation('dien-bien-phu')) ?? { url: '' };
  await setPassword(url, 'chợ Đổ sáng sớm mai');
  expect(await refused(signIn(fixture.origin, 'dien-bien-phu', 'chợ Đổ sáng sớm mai'))).toBe('let in');
  fixture.later(16);
  expect(await refused(signIn(fixture.origin, 'does-not-exist', goodPassword))).toBe(wrong);
});

test('an invitation sets a password once, and a newer one or 72 hours end it', async () => {
  await fixture.identity.accounts.create({ login: 'thuong-ly', subject: '0190a0a0-0000-7000-8000-000000000002' });
  const first = await fixture.identity.accounts.invitation('thuong-ly');
  const second = await fixture.identity.accounts.invitation('thuong-ly');
  expect((await browser()(first?.url ?? '')).status).toBe(404);
  expect((await setPassword(first?.url ?? '', goodPassword)).status).toBe(404);
  expect((await setPassword(second?.url ?? '', goodPassword)).status).toBe(200);
  expect((await setPassword(second?.url ?? '', 'mật khẩu của kẻ khác')).status).toBe(404);
  expect(await refused(signIn(fixture.origin, 'thuong-ly', goodPassword))).toBe('let in');

  const third = await fixture.identity.accounts.invitation('thuong-ly');
  fixture.later(72 * 60 + 1);
  expect((await browser()(third?.url ?? '')).status).toBe(404);
  expect(await fixture.identity.accounts.invitation('nobody-at-all')).toBeUndefined();
});

test('opening an invitation twice at once sets one password', async () => {
  await fixture.identity.accounts.create({ login: 'trai-chuoi', subject: '0190a0a0-0000-7000-8000-000000000003' });
  const { url } = (await fixture.identity.accounts.invitation('trai-chuoi')) ?? { url: '' };
  const both = await Promise.all(['cầu Lạc Long về đêm', 'cầu Bính buổi sáng'].map((password) => setPassword(url, password)));
  expect(both.map((page) => page.status).sort((a, b) => a - b)).toEqual([200, 404]);
});

test('resetting a password ends what was signed in with the old one', async () => {
  await fixture.person('hung-vuong');
  const { refreshToken } = await signIn(fixture.origin, 'hung-vuong', goodPassword);
  const browse = browser();
  await browse((await browse(authorize())).url, new URLSearchParams({ login: 'hung-vuong', password: goodPassword }), `${fixture.origin}/`);

  const { url } = (await fixture.identity.accounts.invitation('hung-vuong')) ?? { url: '' };
  expect((await setPassword(url, 'nhà hát lớn thành phố')).status).toBe(200);

  expect(await refused(renew(fixture.origin, refreshToken))).toContain('invalid_grant');
  expect((await browse(authorize())).url).toContain('/login/');
  expect(await refused(signIn(fixture.origin, 'hung-vuong', goodPassword))).toBe(wrong);
  expect(await refused(signIn(fixture.origin, 'hung-vuong', 'nhà hát lớn thành phố'))).toBe('let in');
});

test('a disabled account is out at once and can come back', async () => {
  await fixture.person('quan-toan');
  const { refreshToken } = await signIn(fixture.origin, 'quan-toan', goodPassword);
  const open = await fixture.identity.accounts.invitation('quan-toan');
  await fixture.identity.accounts.disable('quan-toan');
  expect(await refused(renew(fixture.origin, refreshToken))).toContain('invalid_grant');
  expect(await refused(signIn(fixture.origin, 'quan-toan', goodPassword))).toBe(wrong);
  expect((await browser()(open?.url ?? '')).status).toBe(404);
  expect(await fixture.identity.accounts.invitation('quan-toan')).toBeUndefined();

  await fixture.identity.accounts.enable('quan-toan');
  expect(await refused(signIn(fixture.origin, 'quan-toan', goodPassword))).toBe('let in');
});

test('people change a password that they know; the old one has to be right', async () => {
  await fixture.person('thai-phien');
  const change = (password: string, next: string, repeat = next) =>
    browser({ 'accept-language': 'en' })(
      `${fixture.origin}/password/change`,
      new URLSearchParams({ login: 'thai-phien', password, new: next, repeat }),
    );
  expect(await (await change('not the password', 'sông Cấm chảy ra biển')).text()).toContain('The login or the password is not right.');
  expect(await (await change(goodPassword, 'sông Cấm chảy ra biển', 'sông Cấm')).text()).toContain('The two new passwords differ.');
  expect(await (await change(goodPassword, 'ngắn')).text()).toContain('at least 10 characters');
  expect(await (await change(goodPassword, 'sông Cấm chảy ra biển')).text()).toContain('Password saved');
  // Typed decomposed, as some keyboards do.
  expect(await refused(signIn(fixture.origin, 'thai-phien', 'sông Cấm chảy ra biển'.normalize('NFD')))).toBe('let in');
});

async function setPassword(url: string, password: string) {
  return browser()(url, new URLSearchParams({ new: password, repeat: password }));
}
