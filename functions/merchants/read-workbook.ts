import { zipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileFailure } from '../../shared/spreadsheet/file-failure.ts';
import type { Merge, Worksheet, WorksheetCell } from '../../shared/spreadsheet/worksheet.ts';
import { safeWorksheet } from './read-worksheet.ts';
import { inflateEntry, listZip, type ZipEntry } from './read-zip.ts';

/**
 * Reads the visible sheets of an .xlsx workbook. The parser allocates whatever a file asks for, so it gets an archive of our own that
 * holds the parts it needs, inflated within bounds and checked.
 * @param mostRows rows with content that a sheet may have
 */
export async function readWorkbook(bytes: Buffer, mostRows: number): Promise<Result<Worksheet[], FileFailure>> {
  const listed = listZip(bytes);
  if (!listed.ok) return listed;
  const refused = refusalOf(listed.value);
  if (refused) return fail(refused);

  const parts = new Map<string, string>();
  for (const entry of listed.value.filter(({ name }) => neededPart.test(name))) {
    const inflated = await inflateEntry(bytes, entry);
    if (!inflated.ok) return inflated;
    parts.set(entry.name, withoutPrefix(inflated.value.toString('utf8').replace(/^\uFEFF/, '')));
  }
  if (/macroEnabled/i.test(parts.get('[Content_Types].xml') ?? '')) return fail({ code: 'file-macros' });

  const styles = countStyles(parts.get('xl/styles.xml') ?? '');
  const merges = new Map<string, Merge[]>();
  for (const [name, xml] of parts) {
    if (!/<worksheet\b/.test(xml.slice(0, 2000))) continue;
    const safe = safeWorksheet(xml, styles, mostRows);
    if (!safe.ok) return safe;
    parts.set(name, safe.value.xml);
    merges.set(name, safe.value.merges);
  }
  const workbook = parts.get('xl/workbook.xml') ?? '';
  if (workbook.length > 1_000_000) return fail({ code: 'file-unreadable' });
  const visible = withoutHiddenSheets(workbook);
  parts.set('xl/workbook.xml', visible);
  const sheets = await parse(parts);
  const files = sheetFiles(visible, parts.get('xl/_rels/workbook.xml.rels') ?? '');
  return sheets.ok ? ok(sheets.value.map((sheet, at) => ({ ...sheet, merges: merges.get(files[at] ?? '') ?? [] }))) : sheets;
}

const neededPart = /^(\[Content_Types\]\.xml|xl\/[^/]+\.xml|xl\/_rels\/[^/]+\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** What the names of the files inside tell. */
function refusalOf(entries: readonly ZipEntry[]): FileFailure | undefined {
  const has = (name: RegExp) => entries.some((entry) => name.test(entry.name));
  if (entries.some((entry) => entry.encrypted)) return { code: 'file-encrypted' };
  if (has(/vbaProject\.bin$|^xl\/macrosheets\//i)) return { code: 'file-macros' };
  if (has(/^xl\/workbook\.bin$/i)) return { code: 'file-old-excel', format: 'xlsb' };
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return { code: 'file-old-excel', format: 'ods' };
  return has(/^xl\/workbook\.xml$/) ? undefined : { code: 'file-unreadable' };
}

/** Some programs write every tag with a prefix (`<x:row>`). */
function withoutPrefix(xml: string): string {
  const prefix = /<(\w+):(?:worksheet|workbook|sst|styleSheet)\b/.exec(xml.slice(0, 1000))?.[1];
  return prefix === undefined ? xml : xml.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1');
}

/** A hidden sheet is often last year's copy; it stays out unless nothing else is there. */
function withoutHiddenSheets(workbook: string): string {
  const visible = workbook.replace(/<sheet\b[^<>]*\sstate="(?:hidden|veryHidden)"[^<>]*>(?:<\/sheet>)?/g, '');
  return /<sheet\b/.test(visible) ? visible : workbook;
}

/** The parts that hold the sheets, in the order of the workbook. */
function sheetFiles(workbook: string, relations: string): string[] {
  const targets = new Map<string, string>();
  for (const [relation] of relations.matchAll(/<Relationship\b[^<>]*>/g)) {
    const id = /\sId="([^"]*)"/.exec(relation)?.[1] ?? '';
    targets.set(id, /\sTarget="([^"]*)"/.exec(relation)?.[1] ?? '');
  }
  return [...workbook.matchAll(/<sheet\b[^<>]*>/g)].map(([sheet]) => {
    const target = targets.get(/\s(?:\w+:)?id="([^"]*)"/.exec(sheet)?.[1] ?? '') ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  });
}

function countStyles(xml: string): number {
  const start = xml.indexOf('<cellXfs');
  const end = xml.indexOf('</cellXfs>', start);
  return start < 0 || end < 0 ? 0 : (xml.slice(start, end).match(/<xf\b/g)?.length ?? 0);
}

async function parse(parts: ReadonlyMap<string, string>): Promise<Result<Worksheet[], FileFailure>> {
  const archive = zipSync(Object.fromEntries([...parts].map(([name, xml]) => [name, Buffer.from(xml)])), { level: 0 });
  try {
    const sheets = await readXlsx(archive.buffer, { parseNumber: Number, trim: false });
    return ok(sheets.map(({ sheet, data }) => ({ name: sheet, cells: (data ?? []).map((row) => row.map(toCell)) })));
  } catch {
    // The library throws for whatever it does not understand, and none of it tells a person more.
    return fail({ code: 'file-unreadable' });
  }
}

function toCell(value: unknown): WorksheetCell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  // A time without a day stands before the calendar of Excel begins.
  if (value.getUTCFullYear() < 1901) return `${two(value.getUTCHours())}:${two(value.getUTCMinutes())}`;
  return `${two(value.getUTCDate())}/${two(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`;
}
