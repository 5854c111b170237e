import type { Failure } from '../../shared/failures/failure.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Language } from '../../shared/texts/words.ts';
import type { Page } from '../data/read.ts';

/** What stands in a cell. An instant is shown in Vietnam's time, a day as it is; nothing is an empty cell. */
export type ExportCell = string | number | { at: string } | { day: string } | undefined;

/** A column: its heading in both languages, what it holds, and its width in characters. One definition for every format. */
export type ExportColumn<Row> = { vi: string; en: string; width?: number; of: (row: Row, language: Language) => ExportCell };

/** A table on its way out: it is read page by page while it is written. */
export type ExportTable = {
  /** Name of the file without its ending; letters, digits and dashes. */
  name: string;
  headings: readonly string[];
  widths: readonly number[];
  pages: AsyncIterable<readonly (readonly ExportCell[])[]>;
};

/** The sheet of some rows, in the asker's language. */
export function exportTableOf<Row>(
  name: string,
  columns: readonly ExportColumn<Row>[],
  language: Language,
  rows: AsyncIterable<readonly Row[]>,
): ExportTable {
  async function* cells() {
    for await (const page of rows) yield page.map((row) => columns.map((column) => column.of(row, language)));
  }
  return {
    name,
    headings: columns.map((column) => column[language]),
    widths: columns.map((column) => column.width ?? 16),
    pages: cells(),
  };
}

/**
 * Every page of a list, one after the other. The first one is read before anything is answered, so that a refusal still is a refusal;
 * from then on the next one is read while the last one is written.
 */
export async function everyPage<T>(
  read: (cursor?: string) => Promise<Result<Page<T>, Failure>>,
): Promise<Result<AsyncIterable<readonly T[]>, Failure>> {
  const first = await read();
  if (!first.ok) return first;
  async function* pages() {
    for (let page = first; page.ok; ) {
      const { items, next } = page.value;
      const coming = next === undefined ? undefined : read(next);
      // Whoever stops reading in the middle leaves this one behind; its failure is nobody's then.
      coming?.catch(() => {});
      yield items;
      if (!coming) return;
      page = await coming;
    }
    throw new Error('a cursor made here was not understood');
  }
  return ok(pages());
}

/** How many records one read fetches for an export: few enough to hold while the last ones are written, many enough to be quick. */
export const pageSize = 500;

/** "Có" or "Không". */
export const yesNo = (yes: boolean, language: Language): string => (language === 'vi' ? (yes ? 'Có' : 'Không') : yes ? 'yes' : 'no');
