import { expect, test } from 'vitest';
import { type OfficeDocument, paragraph, part, table } from '../../../functions/office-documents/office-document.ts';
import { docx } from '../../../functions/office-documents/word/pack.ts';
import { faultOf, opened } from './support/read.ts';

const columns = [
  { title: 'TT', width: 20 },
  { title: 'Tên', width: 140 },
];
const aPaper = (name = 'Chợ Sắt', rows = 2): OfficeDocument => ({
  letterhead: { superior: 'UBND QUẬN HỒNG BÀNG', authority: ['PHÒNG KINH TẾ'], number: 'Số: /TTr-KT', placeAndDate: `${name}, ngày` },
  title: { type: 'TỜ TRÌNH', about: `Về việc ${name}` },
  to: [name],
  body: [part(`I. ${name}`), paragraph('Trước ', { bold: name }, ' sau'), table(columns, [['1', [name, name]]])],
  recipients: [name],
  signature: { capacity: ['TRƯỞNG PHÒNG'], name },
  appendices: [
    {
      title: name,
      of: `(Kèm theo ${name})`,
      blocks: [
        table(
          columns,
          Array.from({ length: rows }, (_, n) => [String(n + 1), name]),
        ),
        paragraph('Hết.'),
      ],
    },
  ],
  author: name,
  at: '2023-10-20T02:00:00.000Z',
});

test('the same paper is the same file, at another hour and in another part of the world', async () => {
  const first = await docx(aPaper());
  const [now, zone] = [Date.now, process.env['TZ']];
  try {
    Date.now = () => Date.parse('2031-12-31T23:59:58Z');
    process.env['TZ'] = 'America/New_York';
    expect(Buffer.from(await docx(aPaper())).equals(first)).toBe(true);
  } finally {
    Date.now = now;
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
  expect(Buffer.from(await docx(aPaper('Chợ Đổ'))).equals(first)).toBe(false);
});

test('the file says who issued it and bears the date of the record, not of the machine', async () => {
  const core = opened(await docx(aPaper())).parts['docProps/core.xml'];
  expect(core).toContain('<dc:title>TỜ TRÌNH: Về việc Chợ Sắt</dc:title><dc:creator>Chợ Sắt</dc:creator>');
  expect(core?.match(/2023-10-20T02:00:00Z/g)).toHaveLength(2);
  expect(core).not.toContain(new Date().toISOString().slice(0, 10));
});

test('a page is A4 with the margins of Decree 30/2020, in Vietnamese, numbered from the second page on, the appendix anew', async () => {
  const { parts } = opened(await docx(aPaper()));
  const sections = [...(parts['word/document.xml'] ?? '').matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map(([xml]) => xml);
  expect(sections).toHaveLength(2);
  for (const each of sections) {
    expect(each).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(each).toContain('w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"');
    expect(each).toContain('<w:pgNumType w:start="1"/><w:titlePg/>');
    expect(each).not.toContain('w:type="first"');
  }
  expect(parts['word/header1.xml']).toMatch(/SoTrang.*PAGE/s);
  expect(parts['word/styles.xml']).toContain('w:ascii="Times New Roman"');
  expect(parts['word/styles.xml']).toContain('<w:lang w:val="vi-VN"');
  expect(parts['word/settings.xml']).toContain('<w:compatSetting w:val="15" w:name="compatibilityMode"');
});

test('tables have fixed widths, repeat their head, and tear no row; nothing but rules stands without words', async () => {
  const xml = opened(await docx(aPaper('Chợ Sắt', 300))).parts['word/document.xml'] ?? '';
  const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([each]) => each);
  for (const each of tables) {
    expect(each).toContain('<w:tblLayout w:type="fixed"/>');
    const grid = [...each.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(Number(/<w:tblW w:type="dxa" w:w="(\d+)"/.exec(each)?.[1]));
    expect(each.match(/<w:tr>/g)?.length).toBe(each.match(/<w:cantSplit\/>/g)?.length);
  }
  expect(tables.at(-1)?.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(tables.at(-1)?.match(/<w:tr>/g)).toHaveLength(301);
  const wordless = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs)].filter(([each]) => !each.includes('<w:t '));
  expect(wordless.length).toBeGreaterThan(0);
  for (const [each] of wordless) expect(each).toContain('"KeNgang');
});

test('a signature is never alone on its page: the last words are kept with it, and its lines with each other', async () => {
  const xml = opened(await docx({ ...aPaper(), body: [paragraph('Kính trình./.')] })).parts['word/document.xml'] ?? '';
  expect(xml).toMatch(/<w:pStyle w:val="BodyText"\/><w:keepNext\/><\/w:pPr>(?:(?!<w:p>).)*Kính trình/s);
  expect(opened(await docx(aPaper())).parts['word/styles.xml']).toMatch(/w:styleId="QuyenHan".{0,300}<w:keepNext\/>/s);
});

test.each([
  ['markup', '<w:p>&amp;"\'</w:t>]]>', '<w:p>&amp;"\'</w:t>]]>'],
  ['control characters and half letters', 'Phở\u0000\u0001\u001b\ud800 Bắc\u0007\ufffe', 'Phở Bắc'],
  ['signs that turn letters round', 'a\u202egpj.exe\u2066\u200f\u200b\ufeff', 'agpj.exe'],
  ['lines and tabs', 'một\n\thai\u2028ba', 'một hai ba'],
  ['decomposed letters', 'Phở'.normalize('NFD'), 'Phở'],
  ['five hundred letters without a space', 'Ờ'.repeat(500), 'Ờ'.repeat(500)],
])('a name with %s is shown as it is read and breaks no file', async (_, name, shown) => {
  const file = await docx(aPaper(name));
  const { parts, paragraphs } = opened(file);
  for (const [path, xml] of Object.entries(parts)) expect(faultOf(xml), path).toBeUndefined();
  expect(paragraphs).toContain(`Trước ${shown} sau`);
  expect(paragraphs.filter((each) => each === shown).length).toBeGreaterThanOrEqual(5);
  expect(Object.keys(parts).filter((path) => /\.(js|vba|bin|html?)$/.test(path))).toEqual([]);
});

test('the reader of these tests sees broken XML', () => {
  expect(faultOf('<a><b></a>')).toBeDefined();
  expect(faultOf('<a>x & y</a>')).toBeDefined();
  expect(faultOf('<a>1 < 2</a>')).toBeDefined();
  expect(faultOf('<a>\u0001</a>')).toBeDefined();
  expect(faultOf('<?xml version="1.0"?><a b="c"><d/>&amp;</a>')).toBeUndefined();
});
