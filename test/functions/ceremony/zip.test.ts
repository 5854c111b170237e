import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Plan } from '../../../functions/ceremony/plan.ts';
import { fileName, zipOf } from '../../../functions/ceremony/zip.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { type CertificateCode, Sha256 } from '../../../shared/ids.ts';
import { aCeremonyFixture, type CeremonyFixture } from './ceremony-fixture.ts';

let ceremonyFixture: CeremonyFixture;
beforeAll(async () => {
  ceremonyFixture = await aCeremonyFixture();
});
afterAll(() => ceremonyFixture.stop());

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString();

test('the ZIP holds the stored certificates byte for byte, with lists of order, number, street, ward, code and SHA-256', async () => {
  const [first, second] = [await ceremonyFixture.certified('Quang Trung'), await ceremonyFixture.certified('Điện Biên Phủ')];
  await ceremonyFixture.ordered(second.id, first.id);
  const made = await ceremonyFixture.made('files');
  expect(made).toMatchObject({ state: 'ready', of: 2, missing: 0 });
  const bytes = ceremonyFixture.stored(made);
  expect(made).toMatchObject({ size: bytes.length, sha256: sha256(bytes) });
  const inside = unzipSync(bytes);
  const names = ['001_duong-dien-bien-phu_phuong-minh-khai_02-gcn-ubnd.pdf', '002_duong-quang-trung_phuong-minh-khai_01-gcn-ubnd.pdf'];
  expect(Object.keys(inside)).toEqual(['danh-muc.csv', 'danh-muc.json', ...names]);
  const kept = (code: string) => ceremonyFixture.blobs.files.get(blobKey.certificate(code)) as Uint8Array;
  expect(Buffer.from(inside[names[0] as string] ?? []).equals(kept(second.certificateCode))).toBe(true);
  expect(Buffer.from(inside[names[1] as string] ?? []).equals(kept(first.certificateCode))).toBe(true);

  const [head, row] = textOf(inside['danh-muc.csv']).split('\r\n');
  expect(head).toBe('\uFEFFThứ tự,Số,"Tuyến đường, chợ",Phường,Mã,SHA-256,Tệp,Tình trạng');
  const hash = sha256(kept(second.certificateCode));
  expect(row).toBe(`1,02/GCN-UBND,Đường Điện Biên Phủ,Phường Minh Khai,${second.certificateCode},${hash},${names[0]},Có tệp`);
  expect((JSON.parse(textOf(inside['danh-muc.json'])) as { certificates: unknown[] }).certificates[0]).toEqual({
    order: 1,
    number: '02/GCN-UBND',
    street: 'Đường Điện Biên Phủ',
    ward: 'Phường Minh Khai',
    code: second.certificateCode,
    sha256: hash,
    file: names[0],
  });
});

test('a certificate whose file is still on its way is named as missing; once it is there, another ZIP is complete', async () => {
  const late = await ceremonyFixture.certified('Lạch Tray', 'on its way');
  const made = await ceremonyFixture.made('files');
  expect(made).toMatchObject({ state: 'ready', of: 3, missing: 1 });
  const inside = unzipSync(ceremonyFixture.stored(made));
  expect(textOf(inside['THIEU-TEP.txt'])).toContain(`3. ${late.certificateNumber} – Đường Lạch Tray, Phường Minh Khai`);
  expect(textOf(inside['danh-muc.csv'])).toContain('Chưa có tệp');
  await ceremonyFixture.certified('Trần Phú');
  expect((await ceremonyFixture.seen()).files.find(({ what }) => what === 'files')).toMatchObject({ state: 'none', of: 4, missing: 1 });
});

test('a stored certificate that is not what was issued is never handed on', async () => {
  const bad = await ceremonyFixture.certified('Cầu Đất');
  const asked = await ceremonyFixture.asked('files');
  ceremonyFixture.blobs.files.set(blobKey.certificate(bad.certificateCode), Buffer.from('%PDF-1.7 another'));
  expect(await ceremonyFixture.made('files')).toMatchObject({
    fingerprint: asked.fingerprint,
    state: 'failed',
    reason: { code: 'file-damaged', street: 'Đường Cầu Đất' },
  });
});

test('what a spreadsheet would run as a formula stays text, and the same plan makes the same bytes', async () => {
  const single = { number: '+1', name: '=HYPERLINK("http://x")', wardName: '@Phường', code: 'ABCDEFGHJKMN' as CertificateCode };
  await ceremonyFixture.blobs.putOnce('certificates/made-up.pdf', Buffer.from('%PDF'), 'application/pdf');
  const stored = { key: 'certificates/made-up.pdf', sha256: Sha256.parse(sha256('%PDF')) };
  const plan: Extract<Plan, { what: 'files' }> = {
    what: 'files',
    edition: 1,
    programme: 'Kế hoạch 274',
    singles: [{ ...single, stored }, single],
  };
  const progress: number[] = [];
  const whole = async () => {
    const parts: Uint8Array[] = [];
    for await (const part of zipOf(plan, ceremonyFixture.blobs, async (done) => void progress.push(done))) parts.push(part);
    return Buffer.concat(parts);
  };
  const zip = await whole();
  expect((await whole()).equals(zip)).toBe(true);
  expect(progress).toEqual([1, 2, 1, 2]);
  expect(textOf(unzipSync(zip)['danh-muc.csv']).split('\r\n')[1]).toMatch(/^1,'[+]1,"'=HYPERLINK[(]""http:[/][/]x""[)]",'@Phường,/);
});

test('names of files are readable, in ASCII, and nothing in them leaves the folder', () => {
  const named = (name: string, wardName = 'Phường Hạ Lý', number = '12/GCN-UBND') =>
    fileName({ name, wardName, number, code: 'ABCDEFGHJKMN' as CertificateCode }, 7);
  expect(named('Đường Nguyễn Đức Cảnh')).toBe('007_duong-nguyen-duc-canh_phuong-ha-ly_12-gcn-ubnd.pdf');
  expect(named('../../etc/passwd', '', 'C:\\x')).toBe('007_etc-passwd_c-x.pdf');
  expect(named('漢字')).toBe('007_phuong-ha-ly_12-gcn-ubnd.pdf');
  expect(named('Đường '.repeat(40)).length).toBeLessThan(120);
});
