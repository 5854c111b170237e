import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileFailure } from '../../shared/spreadsheet/file-failure.ts';
import type { Worksheet } from '../../shared/spreadsheet/worksheet.ts';
import { readTextFile } from './read-text-file.ts';
import { readWorkbook } from './read-workbook.ts';

const mostBytes = 10 * 1024 * 1024;
const mostRows = 20_000;

/**
 * Reads the file that a ward sends, an .xlsx workbook or text with separators, as sheets of cells. The content decides what it is, not
 * the name; formulas are never evaluated, only their stored results are read.
 * @param name the file's name, after which the one sheet of a text file is called
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<Result<Worksheet[], FileFailure>> {
  if (bytes.length > mostBytes) return fail({ code: 'file-too-large', bytes: bytes.length, mostBytes });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return fail({ code: 'file-empty' });

  const signature = file.toString('latin1', 0, 8);
  if (signature.startsWith('PK\x03\x04')) return readWorkbook(file, mostRows);
  if (signature === '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1') {
    // Excel wraps a workbook with a password into the container of the old format.
    return file.includes('EncryptedPackage', 0, 'utf16le')
      ? fail({ code: 'file-encrypted' })
      : fail({ code: 'file-old-excel', format: 'xls' });
  }
  const cells = readTextFile(file, mostRows);
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return cells.ok ? ok([{ name: stem.slice(0, 100), cells: cells.value }]) : cells;
}
