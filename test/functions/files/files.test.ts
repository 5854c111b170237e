import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blobKey } from '../../../functions/data/blobs.ts';
import { checkStored } from '../../../functions/files/content-type.ts';
import { upload } from '../../../functions/files/upload.ts';
import { Sha256 } from '../../../shared/ids.ts';
import { anInstance, failureOf, holding, type Instance, must } from '../../support/instance.ts';

let fixture: Instance;
beforeAll(async () => {
  fixture = await anInstance();
});
afterAll(() => fixture.stop());

const hashOf = (bytes: Uint8Array) => Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
const bytes = (...values: (number | string)[]) =>
  Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.from([value]))));
const office = (part: string) => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), [part]: strToU8('<x/>') });

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const real: [string, Uint8Array][] = [
  ['application/pdf', bytes('%PDF-1.7\n')],
  [docx, office('word/document.xml')],
  [xlsx, office('xl/workbook.xml')],
  ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0, 'JFIF')],
  ['image/png', bytes(0x89, 'PNG\r\n', 0x1a, '\n')],
  ['image/webp', bytes('RIFF', 1, 0, 0, 0, 'WEBPVP8 ')],
];

/** The file as it lies in the store after the browser has sent it. */
async function sent(content: Uint8Array): Promise<Sha256> {
  const sha256 = hashOf(content);
  await fixture.blobs.putOnce(blobKey.upload(sha256), content, 'application/octet-stream');
  return sha256;
}
const check = async (content: Uint8Array, contentType: string) => checkStored(fixture.blobs, await sent(content), contentType, 'báo cáo');

test.each(real)('%s is recognised by its content, and by nothing else', async (contentType, content) => {
  expect((await check(content, contentType)).ok).toBe(true);
  for (const [other] of real.filter(([each]) => each !== contentType))
    expect(failureOf(await check(content, other)).code).toBe('file-type');
});

test('a list in UTF-8 or UTF-16 is text, a program is not, and a page for browsers is no accepted type', async () => {
  expect((await check(bytes('STT,Tên cơ sở\n1,Bánh mì'), 'text/csv')).ok).toBe(true);
  expect((await check(Buffer.from('\ufeffSTT\tTên', 'utf16le'), 'text/csv')).ok).toBe(true);
  expect(failureOf(await check(bytes(0x7f, 'ELF', 2, 1, 1, 0), 'text/csv')).code).toBe('file-type');
  expect(failureOf(await check(bytes('<script>alert(1)</script>'), 'text/html')).code).toBe('file-type');
  expect(failureOf(await check(bytes('x'), 'constructor')).code).toBe('file-type');
});

test('a file that never arrived is missing', async () => {
  const sha256 = hashOf(bytes('chưa gửi'));
  expect(failureOf(await checkStored(fixture.blobs, sha256, 'application/pdf', 'báo cáo.pdf'))).toEqual({ code: 'file-missing', sha256 });
});

test('ward staff get an address for their report, and none for a page or a program', async () => {
  const clerk = await fixture.person('Nguyễn Thị Phường', holding('ward', 'minh-khai'));
  const report = { sha256: hashOf(bytes('%PDF-1.7')), size: 8, name: 'Báo cáo.pdf', contentType: 'application/pdf' };
  expect(must(await upload(fixture.deps, clerk, report))).toMatchObject({ sha256: report.sha256, url: `/blobs/uploads/${report.sha256}` });
  for (const contentType of ['text/html', 'image/svg+xml', 'application/x-msdownload', 'constructor'])
    expect(failureOf(await upload(fixture.deps, clerk, { ...report, contentType }))).toMatchObject({
      code: 'file-type',
      name: 'Báo cáo.pdf',
    });
});

test('the city, which only reads, uploads nothing', async () => {
  const reader = await fixture.person('Đỗ Thị Sở', holding('city', 'hai-phong'));
  const file = { sha256: hashOf(bytes('x')), size: 1, name: 'x.pdf', contentType: 'application/pdf' };
  expect(failureOf(await upload(fixture.deps, reader, file)).code).toBe('not-permitted');
});
