import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../infra/local/scenario/play-street.ts';
import { codesIn, pictureOf, textOf } from '../functions/certificates/pdf/reading.ts';

beforeAll(() => {
  execFileSync('node', ['scripts/build.mjs', 'infra/local/scenario.ts']);
});
const story = (...options: string[]) => spawnSync('node', ['.build/scenario.mjs', ...options], { encoding: 'utf8' });
const aFolder = (): string => mkdtempSync(join(tmpdir(), 'pho-so-story-'));

test('six lists of Hồng Bàng become four certified streets, a certified market and one declined street, each certificate verified', async () => {
  const out = aFolder();
  expect(story('--out', out).status).toBe(0);
  const entries = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Entry[];
  const expected = JSON.parse(readFileSync('infra/local/demo-data/wards/expected.json', 'utf8')) as Record<
    string,
    Partial<Entry> & { exactDuplicates?: number; nearDuplicates?: number; market?: boolean }
  >;

  expect(entries.map((entry) => entry.file).sort()).toEqual(Object.keys(expected).sort());
  for (const entry of entries) {
    const { exactDuplicates, nearDuplicates, market, ...figures } = expected[entry.file] ?? {};
    expect(entry).toMatchObject(figures);
    expect(entry.duplicates).toBe((exactDuplicates ?? 0) + (nearDuplicates ?? 0));
    expect(entry.kind).toBe(market ? 'market' : 'street');
    const declined = entry.file.startsWith('trai-chuoi');
    expect(entry.outcome).toBe(declined ? 'declined' : 'certified');
    expect(entry.verified).toBe(!declined);
    if (declined) expect(entry.unmet).toEqual(expect.arrayContaining(['C01', 'C08']));
  }
  const pdfs = readdirSync(out).filter((name) => name.endsWith('.pdf'));
  expect(pdfs.sort()).toEqual(entries.flatMap((entry) => entry.certificateFile ?? []).sort());

  // What somebody sees who holds the paper: its text, and the code that leads to its own page.
  for (const { certificateFile, certificateNumber, street, ward } of entries) {
    if (!certificateFile) continue;
    const pdf = Uint8Array.from(readFileSync(join(out, certificateFile)));
    const text = (await textOf(pdf)).join('\n');
    expect(text).toBe(text.normalize('NFC'));
    for (const output of [street, `Phường ${ward}`, certificateNumber ?? '']) expect(text).toContain(output);
    const printedCode = /Mã: (\w{12})/.exec(text)?.[1];
    const [code] = await codesIn(await pictureOf(pdf, 3));
    expect(code?.text).toMatch(new RegExp(`/C/${printedCode}$`));
  }
});

test('files that are no lists are each told about in both languages, and the lists beside them go on', () => {
  const [wards, out] = [aFolder(), aFolder()];
  const oldExcel = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const listed = ['TT\tTên cơ sở\tSố nhà\tQR', ...Array.from({ length: 5 }, (_, n) => `${n + 1}\tQuán ${n}\t${n + 1}\tx`)].join('\n');
  const files: Record<string, string | Uint8Array> = {
    'a-trong.xlsx': '',
    'b-anh.xlsx': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'c-mat-khau.xlsx': Buffer.concat([oldExcel, Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')]),
    'd-cu.xls': Buffer.concat([oldExcel, Buffer.alloc(500)]),
    'e-bom.xlsx': zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(70e6) }),
    'f-ghi-chu.txt': 'Đọc kỹ trước khi nhập.',
    ['Hạ Lý_Bạch Đằng.csv'.normalize('NFD')]: Buffer.from(`\uFEFF${listed}`, 'utf16le'),
    '~$a-trong.xlsx': 'lock',
    'Thumbs.db': 'pictures',
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(wards, name), bytes);
  mkdirSync(join(wards, 'cu'));
  symlinkSync(join(wards, 'khong-con'), join(wards, 'g-mat.xlsx'));
  // An earlier run was killed before it wrote its summary.
  writeFileSync(join(out, '07-GCN-UBND.pdf'), 'old');
  writeFileSync(join(out, 'summary.json'), '[{"file"');

  const { status, stdout, stderr } = story('--wards', wards, '--out', out);
  expect(status).toBe(0);
  expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
  const entries = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Entry[];
  const outcomes = Object.fromEntries(entries.map(({ file, ward, outcome, reason }) => [file.normalize('NFC'), { ward, outcome, reason }]));
  expect(outcomes).toEqual({
    'a-trong.xlsx': unreadable(/trống/),
    'b-anh.xlsx': unreadable(/không phải bảng tính/),
    'c-mat-khau.xlsx': unreadable(/mật khẩu/),
    'd-cu.xls': unreadable(/Excel 97-2003/),
    'e-bom.xlsx': unreadable(/quá nhiều dữ liệu/),
    'f-ghi-chu.txt': unreadable(/không có danh sách/),
    'g-mat.xlsx': unreadable(/Không mở được tệp/),
    'Hạ Lý_Bạch Đằng.csv': { ward: 'Hạ Lý', outcome: 'incomplete', reason: expect.stringMatching(/tối thiểu/) },
  });
  for (const english of ['The file is empty', 'no .xlsx or .csv', 'has a password', 'Excel 97-2003', 'hides too much', 'cannot be opened'])
    expect(stdout).toContain(english);
  expect(readdirSync(out)).toEqual(['summary.json']);
});

describe('a story that cannot begin says why in both languages and leaves with 1', () => {
  const file = join(aFolder(), 'a.csv');
  writeFileSync(file, 'x');
  test.each([
    [
      'the folder of lists does not exist',
      ['--wards', '/nowhere'],
      'Không mở được thư mục /nowhere. / The folder /nowhere cannot be opened.',
    ],
    ['the folder of lists is a file', ['--wards', file], `The folder ${file} cannot be opened.`],
    ['nothing can be written where the certificates go', ['--out', join(file, 'out')], 'Không ghi được vào thư mục'],
    ['nobody answers at the address', ['--out', aFolder(), '--url', 'http://localhost:1'], 'Phố Số is not running at http://localhost:1.'],
    ['an option is misspelt', ['--ward', 'x'], 'Cách dùng / usage'],
  ])('%s', (_, options, sentence) => {
    const { status, stdout, stderr } = story(...options);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/ at .*:\d+:\d+/);
  });
});

const unreadable = (reason: RegExp) => ({ ward: expect.any(String), outcome: 'unreadable', reason: expect.stringMatching(reason) });
