import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../functions/merchants/read-file.ts';
import { readList } from '../../../shared/spreadsheet/read-list.ts';
import type { WorksheetCells } from '../../../shared/spreadsheet/worksheet.ts';
import { goodRows, listOf, plainColumns, rowsOf, shopsOfDienBienPhu } from './support/lists.ts';
import { inTcvn3, inVni } from './support/old-fonts.ts';
import { aHandMadeWorkbook, aWorkbook, textCell, worksheet } from './support/workbooks.ts';

const sheetsOf = async (bytes: Uint8Array, name = 'list.xlsx') => {
  const read = await readFile(bytes, name);
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
};
const cellsOf = async (bytes: Uint8Array, name?: string): Promise<WorksheetCells> => (await sheetsOf(bytes, name))[0]?.cells ?? [];
const codeOf = async (bytes: Uint8Array, name = 'list.xlsx') => {
  const read = await readFile(bytes, name);
  return read.ok ? 'read' : read.failure.code;
};

describe('a workbook', () => {
  test('gives texts, numbers, ticks and days of all its sheets', async () => {
    const file = await aWorkbook(
      {
        name: 'Điện Biên Phủ',
        cells: [
          ['Tên', 904123456, true],
          [null, 19030123456789, new Date('2023-11-05T00:00:00Z')],
        ],
      },
      { name: 'Hướng dẫn', cells: [['Đọc kỹ']] },
    );
    expect(await sheetsOf(file)).toEqual([
      {
        name: 'Điện Biên Phủ',
        cells: [
          ['Tên', 904123456, true],
          [null, 19030123456789, '05/11/2023'],
        ],
        merges: [],
      },
      { name: 'Hướng dẫn', cells: [['Đọc kỹ']], merges: [] },
    ]);
  });

  test('of 5,000 shops is read whole', async () => {
    const shops = await shopsOfDienBienPhu();
    const many = Array.from({ length: 5000 }, (_, index) => shops[index % shops.length] ?? shops[0]).filter((shop) => shop !== undefined);
    const file = await aWorkbook({ name: 'DS', cells: rowsOf(many, plainColumns) });
    expect(listOf(await cellsOf(file)).totals).toMatchObject({ rows: 5000, good: 5000, errors: 0 });
  });

  test('keeps spaces that old fonts use as letters, and lines inside a cell', async () => {
    expect(
      await cellsOf(
        aHandMadeWorkbook(worksheet(`<row r="1">${textCell('A1', ' HoÃ\u00A0 ')}${textCell('B1', 'MoMo&#10;ZaloPay &amp; x')}</row>`)),
      ),
    ).toEqual([[' HoÃ\u00A0 ', 'MoMo\nZaloPay & x']]);
  });

  test('gives the stored result of a formula, and the text of one that has none', async () => {
    const cells = [
      '<c r="A1" t="str"><f>UPPER("a")</f><v>A</v></c>',
      '<c r="B1"><f>1+1</f><v>2</v></c>',
      '<c r="C1"><f>cmd|\'/c calc\'!A0</f></c>',
      '<c r="D1" t="str"><f>HYPERLINK("http://x","Quán")</f><v>Quán</v></c>',
      '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    ];
    expect(await cellsOf(aHandMadeWorkbook(worksheet(`<row r="1">${cells.join('')}</row>`)))).toEqual([
      ['A', 2, "=cmd|'/c calc'!A0", 'Quán'],
    ]);
  });

  test('leaves hidden sheets out, unless all are hidden', async () => {
    const parts = { 'xl/worksheets/sheet2.xml': worksheet(`<row r="1">${textCell('A1', 'cũ')}</row>`) };
    const sheet = worksheet(`<row r="1">${textCell('A1', 'mới')}</row>`);
    const file = (second: string) =>
      aHandMadeWorkbook(sheet, parts, `<sheet name="DS" sheetId="1" r:id="rId1"/><sheet name="2022" sheetId="2"${second} r:id="rId2"/>`);
    expect((await sheetsOf(file(' state="hidden"'))).map(({ name }) => name)).toEqual(['DS']);
    expect((await sheetsOf(file(''))).map(({ name }) => name)).toEqual(['DS', '2022']);
    expect(await sheetsOf(aHandMadeWorkbook(sheet, {}, '<sheet name="DS" sheetId="1" state="veryHidden" r:id="rId1"/>'))).toHaveLength(1);
  });

  test('of other programs is read: without addresses, with prefixes, with styles that do not exist, with numbers in powers of ten', async () => {
    const sheet =
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c t="inlineStr" s="7"><x:is><x:t>Tên</x:t></x:is></x:c><x:c s="9"><x:v>9.04123456E8</x:v></x:c></x:row><x:row/><x:row><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf(aHandMadeWorkbook(sheet))).toEqual([
      ['Tên', 904123456],
      [null, null],
      [5, null],
    ]);
  });

  test('with thousands of formatted empty rows and columns ends with its last cell', async () => {
    const empty = Array.from(
      { length: 3000 },
      (_, row) => `<row r="${row + 2}"><c r="A${row + 2}" s="1"/><c r="XFD${row + 2}" s="1"/></row>`,
    ).join('');
    expect(
      await cellsOf(aHandMadeWorkbook(worksheet(`<row r="1">${textCell('A1', 'Tên')}</row>${empty}<row r="1048576" ht="15"/>`))),
    ).toEqual([['Tên']]);
  });

  test('tells cells merged downwards: one house of three shops, one shop of two accounts', async () => {
    const heads = ['STT', 'Tên cơ sở', 'Số nhà', 'QR', 'Số TK - Ngân hàng'];
    const rows = [
      heads,
      ['1', 'Cà phê Mai', '12', 'x', 'VCB 0071000123456'],
      ['2', 'Phở Hương', '', 'x', ''],
      ['3', 'Vải Yến', '', '', ''],
      ['', '', '', '', 'BIDV 31110000987654'],
      ['4', 'Lẩu Hà', '', 'x', ''],
    ];
    const xml = rows
      .map(
        (row, at) =>
          `<row r="${at + 1}">${row.map((text, column) => (text === '' ? '' : textCell(`${'ABCDE'[column]}${at + 1}`, text))).join('')}</row>`,
      )
      .join('');
    const [sheet] = await sheetsOf(
      aHandMadeWorkbook(
        worksheet(xml, '<mergeCells><mergeCell ref="C2:C5"/><mergeCell ref="B4:B5"/><mergeCell ref="A1:B1"/></mergeCells>'),
      ),
    );
    expect(sheet?.merges).toEqual([
      { column: 2, from: 1, to: 4 },
      { column: 1, from: 3, to: 4 },
    ]);
    const list = readList({ name: 'DS', cells: sheet?.cells ?? [], merges: sheet?.merges ?? [] });
    if (!list.isList) throw new Error('not a list');
    expect(goodRows(list).map(({ details }) => [details.name, details.place, details.methods.length])).toEqual([
      ['Cà phê Mai', '12', 1],
      ['Phở Hương', '12', 1],
      ['Vải Yến', '12', 1],
    ]);
    // The house of the fourth shop is not merged with the others: nobody knows where it is.
    expect(list.rows.at(-1)).toMatchObject({ row: 6, refused: 'no-place' });
  });
});

describe('text with separators', () => {
  const rows = ['STT;Tên cơ sở;Số nhà', '1;Phở Hương;12/3', '2;"Quán ""Cây Đa""\nTầng 2";14'];
  const wanted = [
    ['STT', 'Tên cơ sở', 'Số nhà'],
    ['1', 'Phở Hương', '12/3'],
    ['2', 'Quán "Cây Đa"\nTầng 2', '14'],
  ];
  const as = (separator: string, end = '\r\n') => rows.map((row) => row.replaceAll(';', separator)).join(end);

  test.each([
    ['semicolons', Buffer.from(as(';'))],
    ['commas', Buffer.from(as(','))],
    ['tabs', Buffer.from(as('\t'))],
    ['bars', Buffer.from(as('|'))],
    ['lines of old Macs', Buffer.from(as(';', '\r').replace('Đa""\n', 'Đa""\n'))],
    ['a mark of UTF-8', Buffer.from(`\uFEFF${as(';')}`)],
    ['UTF-16', Buffer.from(`\uFEFF${as('\t')}`, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\uFEFF${as('\t')}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(as('\t'), 'utf16le')],
    ['a line that names the separator', Buffer.from(`sep=;\r\n${as(';')}`)],
    ['empty rows below', Buffer.from(`${as(';')}\r\n${';;\r\n'.repeat(5000)}`)],
  ])('%s', async (_, bytes) => {
    expect(await cellsOf(bytes, 'DS.csv')).toEqual(wanted);
  });

  test('commas inside texts do not separate where semicolons do', async () => {
    const text = ['STT;Tên;Địa chỉ', '1;Phở Hương;12 Lê Lợi, phường Minh Khai, Hải Phòng', '2;Vải Yến;14 Lê Lợi, phường Minh Khai'].join(
      '\n',
    );
    expect((await cellsOf(Buffer.from(text), 'a.csv'))[1]).toEqual(['1', 'Phở Hương', '12 Lê Lợi, phường Minh Khai, Hải Phòng']);
  });

  test('a quote that is never closed is a letter', async () => {
    expect(await cellsOf(Buffer.from('STT;Tên;Số nhà\n1;"Quán Mai;12\n2;Phở;14'), 'a.csv')).toEqual([
      ['STT', 'Tên', 'Số nhà'],
      ['1', '"Quán Mai', '12'],
      ['2', 'Phở', '14'],
    ]);
  });

  test('Windows-1258, where tones are bytes of their own', async () => {
    // "Phường Đằng Hải" as Vietnamese Windows stores it.
    const bytes = [
      0x54, 0x65, 0x6e, 0x3b, 0x50, 0x68, 0xfd, 0xf5, 0xcc, 0x6e, 0x67, 0x20, 0xd0, 0xe3, 0xcc, 0x6e, 0x67, 0x20, 0x48, 0x61, 0xd2, 0x69,
    ];
    expect(await cellsOf(Buffer.from(bytes), 'a.csv')).toEqual([['Ten', 'Phường Đằng Hải']]);
  });

  test.each([
    ['TCVN3', inTcvn3],
    ['VNI', inVni],
  ])('a list of bytes in a font of %s', async (_, encode) => {
    const text = 'STT;Tên cơ sở;Số nhà;Chuyển khoản/QR\n1;Nhà thuốc Hằng;12;Có\n2;Vàng bạc Yến;14;Không';
    const list = listOf(await cellsOf(Buffer.from(encode(text), 'latin1'), 'a.csv'));
    expect(goodRows(list).map(({ details }) => details.name)).toEqual(['Nhà thuốc Hằng', 'Vàng bạc Yến']);
    expect(list.totals).toMatchObject({ qr: 1, errors: 0 });
  });

  test('one damaged byte does not spoil a list in UTF-8', async () => {
    const bytes = Buffer.from(`Tên;Số nhà\n${'Phở Hương;12\n'.repeat(50)}Phở`);
    expect((await cellsOf(bytes.subarray(0, -1), 'a.csv'))[1]).toEqual(['Phở Hương', '12']);
  });

  test('the sheet is called as the file', async () => {
    expect((await sheetsOf(Buffer.from('a;b\n1;2'), 'C:\\ward\\Chợ Sắt.csv'))[0]?.name).toBe('Chợ Sắt');
  });
});

describe('a file that cannot be read says why', () => {
  const tiny = worksheet(`<row r="1">${textCell('A1', 'x')}</row>`);
  const ole = (text: string) => Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.alloc(600), Buffer.from(text, 'utf16le')]);
  const good = aHandMadeWorkbook(tiny);

  test.each<[string, string, Uint8Array]>([
    ['file-empty', 'nothing in it', Buffer.alloc(0)],
    ['file-empty', 'blanks and separators', Buffer.from(' ;;\r\n;;\r\n')],
    ['file-too-large', 'more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'x')],
    ['file-macros', 'a macro', aHandMadeWorkbook(tiny, { 'xl/vbaProject.bin': 'x' })],
    [
      'file-macros',
      'the type of macros',
      aHandMadeWorkbook(tiny, {
        '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
    ],
    ['file-macros', 'macros of Excel 4', aHandMadeWorkbook(tiny, { 'xl/macrosheets/sheet1.xml': '<x/>' })],
    ['file-encrypted', 'a password', ole('EncryptedPackage')],
    ['file-old-excel', 'the format of 1997', ole('Workbook')],
    ['file-old-excel', 'the binary format', zipSync({ 'xl/workbook.bin': strToU8('x') })],
    [
      'file-old-excel',
      'OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') }),
    ],
    ['file-old-excel', 'a page that calls itself a spreadsheet', Buffer.from('<html><table><tr><td>1</td></tr></table>')],
    [
      'file-old-excel',
      'the XML of 2003',
      Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    ],
    ['file-unreadable', 'a PDF', Buffer.from('%PDF-1.7\n...')],
    ['file-unreadable', 'a picture', Buffer.from('89504E470D0A1A0A0000000D', 'hex')],
    ['file-unreadable', 'another archive', zipSync({ 'word/document.xml': strToU8('<x/>') })],
    ['file-unreadable', 'half of a workbook', good.subarray(0, good.length / 2)],
    ['file-unreadable', 'XML that is none', aHandMadeWorkbook('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c>')],
    [
      'file-unreadable',
      'rows that no spreadsheet has',
      aHandMadeWorkbook(worksheet('<row r="999999999"><c r="A999999999"><v>1</v></c></row>')),
    ],
    [
      'too-many-rows',
      'more than 20,000 rows',
      aHandMadeWorkbook(
        worksheet(Array.from({ length: 20_001 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`).join('')),
      ),
    ],
    [
      'too-many-rows',
      'a cell at the end of the world',
      aHandMadeWorkbook(worksheet('<row r="1"><c r="GR1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
    ],
    ['too-many-rows', 'more than 20,000 lines', Buffer.from('a;b\n'.repeat(20_001))],
    ['too-many-rows', 'a million empty lines', Buffer.from(`a;b\n${'\n'.repeat(1_000_000)}c;d`)],
  ])('%s: %s', async (code, _, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('what it is decides, not what it is called', async () => {
    expect(await codeOf(good, 'list.csv')).toBe('read');
    expect(await codeOf(Buffer.from('a;b\n1;2'), 'list.xlsx')).toBe('read');
    expect(await codeOf(aHandMadeWorkbook(tiny, { 'xl/vbaProject.bin': 'x' }), 'list.csv')).toBe('file-macros');
  });
});

describe('a bomb', () => {
  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024).fill(32);

  test('of 300 MB in 300 KB is refused by what its directory says', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': [zeros(300), { level: 9 }] });
    expect(bomb.length).toBeLessThan(400_000);
    expect(await codeOf(bomb)).toBe('file-bomb');
  });

  test('whose directory lies is stopped where the directory says that it ends', async () => {
    const inside = zeros(120);
    const honest = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': [inside, { level: 9 }] }));
    const size = Buffer.alloc(4);
    size.writeUInt32LE(inside.length);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    for (let at = honest.indexOf(size); at >= 0; at = honest.indexOf(size, at)) lie.copy(honest, at);
    expect(deflateRawSync(inside).length).toBeLessThan(200_000);
    expect(await codeOf(honest)).toBe('file-bomb');
  });

  test('of too many files is refused', async () => {
    const files = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`xl/${index}.xml`, new Uint8Array(0)]));
    expect(await codeOf(zipSync(files))).toBe('file-bomb');
  });

  test('of tags without an end takes no time to speak of', async () => {
    for (const tag of ['<c r="A1"><f>', '<c r="A1" ', '<row r="1"', '<cellXfs>', '<mergeCell ref=', '<sheet state="hidden" ']) {
      const xml = `<worksheet><sheetData><row r="1">${tag.repeat(60_000)}`;
      expect(await codeOf(aHandMadeWorkbook(xml, { 'xl/styles.xml': tag.repeat(60_000) }, tag.repeat(10_000)))).not.toBe('file-bomb');
    }
  });
});
