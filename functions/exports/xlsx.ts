import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { escapeFormula } from '../../shared/spreadsheet/escape-formula.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

const mostLetters = 32_767;

/** A sheet as a workbook (ECMA-376), written row by row: only one page of rows is held at a time. `at` is the time that its parts bear. */
export async function* xlsx({ headings, widths, pages }: ExportTable, at: Date): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const [name, text] of Object.entries(parts)) {
    const part = new ZipPassThrough(name);
    part.mtime = at;
    zip.add(part);
    part.push(strToU8(text), true);
  }
  // The fastest level: rows of a list are alike, and a stronger one takes four times as long for a tenth less.
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 1 });
  sheet.mtime = at;
  zip.add(sheet);
  let row = 1;
  sheet.push(strToU8(`${head(widths)}${rowOf(headings, row, headStyle)}`));
  for await (const rows of pages) {
    sheet.push(strToU8(rows.map((cells) => rowOf(cells, ++row)).join('')));
    yield* ready;
    ready = [];
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true);
  zip.end();
  yield* ready;
}

const headStyle = 1;
const dayStyle = 2;
const momentStyle = 3;

const rowOf = (cells: readonly ExportCell[], row: number, style = 0): string =>
  `<row r="${row}">${cells.map((cell, at) => cellOf(cell, `${letters(at)}${row}`, style)).join('')}</row>`;

// The address may be left out, but not every reader does without it.
function cellOf(cell: ExportCell, r: string, style: number): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${r}" t="inlineStr"${style > 0 ? ` s="${style}"` : ''}><is>${textOf(escapeFormula(cell))}</is></c>`;
  if ('day' in cell) return `<c r="${r}" s="${dayStyle}"><v>${serial(Date.parse(cell.day))}</v></c>`;
  return `<c r="${r}" s="${momentStyle}"><v>${serial(Date.parse(cell.at) + 7 * 3_600_000)}</v></c>`;
}

/** A, B … Z, AA, AB … */
const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** Days since 30 December 1899, as spreadsheets count. */
const serial = (ms: number): number => ms / 86_400_000 + 25_569;

/** Text inside XML: no markup, and none of the letters that XML 1.0 does not know. Most text has nothing of either. */
function textOf(text: string): string {
  const plain = text.length > mostLetters ? text.slice(0, mostLetters) : text;
  if (!/[&<>\p{Cc}\p{Cs}\uFFFE\uFFFF]|^\s|\s$/u.test(plain)) return `<t>${plain}</t>`;
  const clean = plain
    .replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');
  return `<t xml:space="preserve">${clean}</t>`;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The first row stays in sight, in bold. */
const head = (widths: readonly number[]): string =>
  `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
  `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`;

const parts: Record<string, string> = {
  '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`,
  '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Phố Số" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};
