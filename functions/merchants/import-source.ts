import type { Failure } from '../../shared/failures/failure.ts';
import type { ImportSource, StoredSource } from '../../shared/merchants/import.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { FileFailure } from '../../shared/spreadsheet/file-failure.ts';
import { pastedCells } from '../../shared/spreadsheet/pasted.ts';
import { readList } from '../../shared/spreadsheet/read-list.ts';
import type { FoundList } from '../../shared/spreadsheet/reading.ts';
import type { Worksheet } from '../../shared/spreadsheet/worksheet.ts';
import { blobKey } from '../data/blobs.ts';
import type { Deps } from '../deps.ts';
import { readFile } from './read-file.ts';

const mostRows = 20_000;

/** The sheets of an uploaded file, or of pasted cells (one sheet without a name). */
export async function readSource(
  { blobs }: Pick<Deps, 'blobs'>,
  source: ImportSource | StoredSource,
): Promise<Result<Worksheet[], Failure>> {
  if ('text' in source) return pastedSheet(source.text);
  const bytes = await blobs.get(blobKey.upload(source.sha256));
  if (!bytes) return fail({ code: 'file-missing', sha256: source.sha256 });
  if (source.kind === 'pasted') return pastedSheet(Buffer.from(bytes).toString());
  const sheets = await readFile(bytes, source.name);
  return sheets.ok ? sheets : refusedFile(sheets.failure);
}

/** The lists of merchants in the sheets: that of the named sheet, or of every sheet that holds one; at least one. */
export function listsIn(
  sheets: readonly Worksheet[],
  sheet: string | undefined,
  mapping: Record<string, number> | undefined,
): Result<FoundList[], Failure> {
  const named = sheet === undefined ? sheets : sheets.filter((each) => each.name === sheet);
  if (named.length === 0) return fail({ code: 'sheet-missing', sheet: sheet ?? '', sheets: sheets.map(({ name }) => name) });
  const lists = named.map((each) => readList(each, mapping ? { mapping } : {})).filter((reading) => reading.isList);
  return lists.length > 0 ? ok(lists) : fail({ code: 'not-a-list', sheet: named[0]?.name ?? '' });
}

/** The one list that an import takes; where there are several the person has to name the sheet. */
export function oneListIn(
  sheets: readonly Worksheet[],
  sheet: string | undefined,
  mapping: Record<string, number> | undefined,
): Result<FoundList, Failure> {
  const lists = listsIn(sheets, sheet, mapping);
  if (!lists.ok) return lists;
  const [list, another] = lists.value as [FoundList, ...FoundList[]];
  return another ? fail({ code: 'sheet-missing', sheet: sheet ?? '', sheets: lists.value.map((each) => each.sheet) }) : ok(list);
}

function pastedSheet(text: string): Result<Worksheet[], Failure> {
  const cells = pastedCells(text);
  if (cells.length > mostRows) return refusedFile({ code: 'too-many-rows', rows: cells.length, most: mostRows });
  return ok([{ name: '', cells }]);
}

function refusedFile({ code, ...params }: FileFailure): Result<never, Failure> {
  return fail({ code: 'file-refused', reason: code, params });
}
