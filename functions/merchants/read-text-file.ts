import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileFailure } from '../../shared/spreadsheet/file-failure.ts';
import type { WorksheetCells } from '../../shared/spreadsheet/worksheet.ts';
import { detectEncoding } from '../../shared/text/legacy-encoding.ts';

/** Lines of a text file, blank ones included, that are still accepted. */
const mostLines = 100_000;

/** Reads cells from text with separators (CSV, TSV): its encoding and its separator are told from the content. */
export function readTextFile(bytes: Buffer, mostRows: number): Result<WorksheetCells, FileFailure> {
  const text = decode(bytes);
  if (text === undefined) return fail({ code: 'file-unreadable' });
  const other = markup(text);
  if (other) return fail(other);

  // Excel's own first line "sep=;" is no row.
  const [, chosen, rest] = /^sep=(.)\r?\n([\s\S]*)$/i.exec(text) ?? [];
  const body = withoutBlankEnd(rest ?? text);
  if (body === '') return fail({ code: 'file-empty' });
  const lines = countLines(body);
  if (lines > mostLines) return fail({ code: 'too-many-rows', rows: lines, most: mostRows });

  const cells = split(body, chosen ?? separatorOf(body)).map((record) => record.map((cell) => (cell === '' ? null : cell)));
  const filled = cells.reduce((count, row) => count + (row.some((cell) => cell !== null) ? 1 : 0), 0);
  return filled > mostRows ? fail({ code: 'too-many-rows', rows: filled, most: mostRows }) : ok(cells);
}

/** Text from UTF-8, UTF-16 or a code page of Windows; nothing when it is no text. */
function decode(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes.subarray(0, 2000);
  const odd = start.filter((byte, at) => byte === 0 && at % 2 === 1).length;
  const even = start.filter((byte, at) => byte === 0 && at % 2 === 0).length;
  // Without a mark of byte order, every second byte of Western letters and signs is zero.
  if (odd * 4 > start.length / 2 && odd > 8 * even) return new TextDecoder('utf-16le').decode(bytes);
  if (even * 4 > start.length / 2 && even > 8 * odd) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) return undefined;

  const utf8 = new TextDecoder('utf-8').decode(bytes);
  const lost = utf8.match(/\uFFFD/g)?.length ?? 0;
  const read = utf8.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
  // One letter in a hundred may be damaged; more means that it never was UTF-8.
  return lost * 100 <= read ? utf8 : decodeCodePage(bytes);
}

/** Windows-1258 carries Vietnamese with combining tones; old fonts used the letters of Windows-1252, and their text is decoded later. */
function decodeCodePage(bytes: Buffer): string {
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const vietnamese = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const parts = latin.split(/[;,\t\r\n]/, 2000).filter((part) => /[^\0-\x7F]/.test(part));
  if (detectEncoding(parts) !== 'unicode') return latin;
  return /[ĂăĐđƠơƯưẠ-ỹ]/.test(vietnamese) && !/[\u0300\u0301\u0303\u0309\u0323]/.test(vietnamese) ? vietnamese : latin;
}

/** Pages and documents that only call themselves a spreadsheet. */
function markup(text: string): FileFailure | undefined {
  const start = text
    .slice(0, 2000)
    .replace(/^[\uFEFF\s]+/, '')
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head|<body|<style)/.test(start)) return { code: 'file-old-excel', format: 'html' };
  if (start.startsWith('<?xml'))
    return start.includes('office:spreadsheet') ? { code: 'file-old-excel', format: 'xml' } : { code: 'file-unreadable' };
  return /^(%pdf-|\{\\rtf)/.test(start) ? { code: 'file-unreadable' } : undefined;
}

/** Lists end in hundreds of lines of separators, which Excel writes for formatted empty rows. */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n;,|"\u00A0\uFEFF'.includes(text.charAt(end - 1))) end--;
  // Separators and quotes at the end of the last line with content belong to it.
  const lineEnd = text.slice(end).search(/[\r\n]/);
  return end === 0 ? '' : text.slice(0, lineEnd < 0 ? undefined : end + lineEnd);
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The separator that cuts most of the first lines into the same number of cells. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/, 60);
  const scores = [';', ',', '\t', '|'].map((separator) => {
    const times = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      times.set(count, (times.get(count) ?? 0) + 1);
    }
    return { separator, score: Math.max(...[...times].map(([count, many]) => count * many)) };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).separator;
}

function split(text: string, delimiter: string): string[][] {
  const options = { delimiter, bom: true, relax_column_count: true, relax_quotes: true };
  try {
    return parse(text, options);
  } catch {
    // A quote that is never closed is a letter like others.
    return parse(text, { ...options, quote: false });
  }
}
