import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { confirmCorrection } from '../../../functions/certificates/correct.ts';
import { confirmRevocation } from '../../../functions/certificates/revoke.ts';
import { createMerchant } from '../../../functions/merchants/create.ts';
import { changeStreet } from '../../../functions/streets/change.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import { MerchantId } from '../../../shared/ids.ts';
import type { MerchantDetails } from '../../../shared/merchants/merchant.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { issuer, must } from '../../support/instance.ts';
import { details, type Situations, situations } from '../http/situations.ts';

let of: Situations;
let api: ReturnType<typeof createApi>;
let certified: NominationIn<'certified'>;
const personal = ['Trần Thị Bí Mật', '0904123456', '0200123456', '0071000987859', '987859', 'nợ tiền điện'];
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
  certified = await of.certified();
  const owner = { owner: 'Trần Thị Bí Mật', phone: '0904123456', taxId: '0200123456', note: 'nợ tiền điện' };
  await shop({ ...details('Phở Hương'), ...owner, listed: true, category: 'Ăn uống' });
  await shop({ ...details('<script>alert("cà phê")</script>'), ...owner, place: '"><img src=x>', listed: true, category: 'Cà phê' });
  await shop({ ...details('Thẻ thôi'), ...owner, listed: true, category: 'Ăn uống', methods: [{ method: 'CARD_POS' }] });
  await shop({ ...details('Quán không công khai'), ...owner, listed: false });
  await shop({ ...details('Quán tiền mặt'), ...owner, listed: true, methods: [] });
});
afterAll(() => of.town.stop());

async function shop(typed: MerchantDetails): Promise<void> {
  const id = MerchantId.parse(uuidv7());
  must(await createMerchant(of.town.deps, of.town.act(of.people.ward, id), certified.streetId, id, typed));
}
async function page(path: string, language = 'vi'): Promise<{ status: number; text: string; headers: Headers }> {
  const answer = await api.request(path, { headers: { 'accept-language': language } });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

test('no public page shows an owner, a phone, a tax code, an account or a note; only the one that takes files has a script, ours', async () => {
  const street = `/tuyen-duong/${certified.streetId}`;
  const paths = ['/xac-minh', '/tuyen-duong', '/tuyen-duong?tim=hoang', street, `${street}?cach=card`, `/C/${certified.certificateCode}`];
  for (const path of [...paths, ...paths.map((each) => `${each}${each.includes('?') ? '&' : '?'}lang=en`)]) {
    const { status, text, headers } = await page(path);
    expect(status, path).toBe(200);
    for (const value of personal) expect(text, path).not.toContain(value);
    const scripts = path.startsWith('/xac-minh') ? ['<script type="module" src="/verify-file.js"></script>'] : [];
    expect(text.match(/<script.*?<\/script>/gs) ?? [], path).toEqual(scripts);
    expect(text.replace(scripts[0] ?? '', ''), path).not.toMatch(/<script|<img|javascript:|\son[a-z]+=/i);
    expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
  }
});

test("a script in a shop's name is shown as text; shops without consent or without a cashless method are not there", async () => {
  const { text } = await page(`/tuyen-duong/${certified.streetId}`);
  expect(text).toContain('&lt;script&gt;alert(&quot;cà phê&quot;)&lt;/script&gt;');
  expect(text).toContain('&quot;&gt;&lt;img src=x&gt;');
  expect(text).toContain('3/3 cơ sở');
  expect(text).not.toContain('Quán không công khai');
  expect(text).not.toContain('Quán tiền mặt');
});

test('plain links leave the shops of one way to pay and one line of business', async () => {
  const path = `/tuyen-duong/${certified.streetId}`;
  const all = await page(path);
  expect(all.text).toContain(`href="${path}?cach=card"`);
  expect(all.text).toContain(`href="${path}?nganh=an+uong"`);
  const cards = await page(`${path}?cach=card`);
  expect(cards.text).toContain('Thẻ thôi');
  expect(cards.text).not.toContain('Phở Hương');
  expect((await page(`${path}?cach=qr&nganh=an+uong`)).text).toContain('1/3 cơ sở');
  expect((await page(`${path}?cach=wallet`)).text).toContain('Không có cơ sở nào như vậy');
});

test('streets are found without marks, by name, ward or end, and the map leads where the list leads', async () => {
  for (const words of ['hoang dieu', 'HOÀNG', 'minh khai', 'dieu phuong'])
    expect((await page(`/tuyen-duong?tim=${encodeURIComponent(words)}`)).text, words).toContain(`/tuyen-duong/${certified.streetId}`);
  const none = await page('/tuyen-duong?tim=%3Cb%3Ekhong+co');
  expect(none.text).toContain('Không có tuyến nào khớp');
  expect(none.text).not.toContain('<b>');
  expect((await page('/tuyen-duong?tinh=quang-ninh')).text).toContain('Chưa có tuyến đường nào');
  expect((await page('/tuyen-duong?tinh=..&trang=-3')).status).toBe(200);
  expect((await page('/tuyen-duong/khong-co')).status).toBe(404);
  expect((await page(`/tuyen-duong/${uuidv7()}`)).text).toContain('Không có tuyến đường này');
  expect((await page(`/tuyen-duong/${(await of.street()).id}`)).status).toBe(404);
});

test('a street with a line stands on the map of the list, and in the GeoJSON that other maps draw', async () => {
  const line: [number, number][] = [
    [106.68, 20.86],
    [106.69, 20.85],
  ];
  const seen = await findStreet(of.town.deps.table, certified.streetId);
  const typed = { kind: 'street' as const, name: 'Hoàng Diệu', from: 'số 1', to: 'số 9', line };
  const { ward } = of.people;
  must(await changeStreet(of.town.deps, of.town.act(ward), { id: certified.streetId, version: seen?.version ?? 0 }, typed));
  expect((await page('/tuyen-duong')).text).toMatch(new RegExp(`<svg class="map".*href="/tuyen-duong/${certified.streetId}"`, 's'));
  expect(JSON.parse((await page('/api/public/map')).text)).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: certified.streetId,
        geometry: { type: 'LineString', coordinates: line },
        properties: { kind: 'street', name: 'Hoàng Diệu', wardName: 'Phường Minh Khai' },
      },
    ],
  });
});

test('a code is understood however it is typed, and what is wrong with it is said', async () => {
  const code = certified.certificateCode;
  const typed = `${code.slice(0, 4)} ${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase();
  for (const each of [typed, typed.replaceAll('0', 'o').replaceAll('1', 'l'), `https://xacthuc.example.vn/C/${code}?lang=vi`]) {
    const answer = await page(`/xac-minh?ma=${encodeURIComponent(each)}`);
    expect([answer.status, answer.headers.get('location')], each).toEqual([303, `/C/${code}`]);
  }
  expect((await page(`/xac-minh?ma=${code}&lang=en`)).headers.get('location')).toBe(`/C/${code}?lang=en`);
  expect((await page('/xac-minh?ma=ABCD')).text).toContain('bạn đã nhập 4');
  expect((await page('/xac-minh?ma=UBCDEFGH1234')).text).toContain('không thể chứa: U');
  const hostile = await page(`/xac-minh?ma=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(hostile.status).toBe(422);
  expect(hostile.text).not.toContain('<script>');
  expect((await page(`/c/${code.toLowerCase()}`)).headers.get('location')).toBe(`/C/${code.toLowerCase()}`);
});

test('every answer of a verification is said large, in both languages', async () => {
  const titleOf = async (path: string, language?: string) => {
    const { status, text } = await page(path, language);
    return [status, /<h1>([^<]+)<\/h1>/.exec(text)?.[1]];
  };
  const { deps, act } = of.town;
  expect(await titleOf(`/C/${certified.certificateCode}`)).toEqual([200, 'Giấy chứng nhận hợp lệ']);
  expect(await titleOf(`/C/${certified.certificateCode.toLowerCase()}`, 'en')).toEqual([200, 'Valid certificate']);
  expect(await titleOf('/C/000000000000')).toEqual([404, 'Không có giấy chứng nhận mang mã này']);
  expect(await titleOf('/C/abc', 'en')).toEqual([422, 'This is not a certificate code']);

  const correcting = await of.correcting();
  must(await confirmCorrection(deps, act(of.people.leader), correcting));
  const old = (correcting as NominationIn<'certified'>).certificateCode;
  expect(await titleOf(`/C/${old}`)).toEqual([200, 'Đã được thay bằng giấy mới']);
  const next = /href="(\/C\/[0-9A-Z]{12})"/.exec((await page(`/C/${old}`)).text)?.[1] ?? '';
  expect(await titleOf(next)).toEqual([200, 'Giấy chứng nhận hợp lệ']);
  expect((await page(next)).text).toContain('Lạch Tray');

  const revoking = await of.revoking();
  must(await confirmRevocation(deps, act(of.people.leader), revoking));
  const revoked = (revoking as NominationIn<'certified'>).certificateCode;
  expect(await titleOf(`/C/${revoked}`)).toEqual([200, 'Giấy chứng nhận đã bị thu hồi']);
  expect((await page(`/C/${revoked}`)).text).not.toContain('Không còn đạt');
  expect((await page(`/tuyen-duong/${revoking.streetId}`)).status).toBe(404);
});

test('when the database cannot be asked no page calls a genuine certificate false', async () => {
  const broken = createApi(
    { ...of.town.deps, table: { ...of.town.deps.table, name: 'gone' } },
    { checkToken: async () => ({ ok: false, failure: { code: 'not-signed-in' } }), log: () => {}, addressOf: () => '', ready: () => true },
  );
  const answer = await broken.request(`/C/${certified.certificateCode}`);
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('không có nghĩa là giấy không hợp lệ')]);
  expect((await broken.request('/tuyen-duong')).status).toBe(503);
  expect((await broken.request(`/tuyen-duong/${certified.streetId}`)).status).toBe(503);
});

test('search engines find the streets and not the certificates, and shared links have a picture of ours', async () => {
  expect((await page('/robots.txt')).text).toContain('Sitemap: https://xacthuc.example.vn/sitemap.xml');
  expect((await page('/sitemap.xml')).text).toContain(`<loc>https://xacthuc.example.vn/tuyen-duong/${certified.streetId}</loc>`);
  const { text } = await page(`/C/${certified.certificateCode}`);
  expect(text).toContain('<meta name="robots" content="noindex">');
  expect(text).toContain('<meta property="og:image" content="https://xacthuc.example.vn/icon-512.png">');
  expect((await findStreet(of.town.deps.table, certified.streetId))?.certified).toBeDefined();
});
