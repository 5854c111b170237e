import type { ColumnMapping, FieldCode } from './fields.ts';
import { headKey } from './head-words.ts';
import type { CellIssue, IssueCode } from './reading.ts';
import { errorCodes } from './reading.ts';
import { operatorIn, walletsIn } from './wallets.ts';
import type { WorksheetCell } from './worksheet.ts';

/**
 * A column of the table: what it holds, its head as written (nothing when the sheet has no heads), the head's letters and digits, and the
 * wallet or operator that the head names.
 */
export type ListColumn = { field: FieldCode; column: number; head: string; key: string; provider?: string };

/** A column with what its head says, so that it is read once and not in every row. */
export function columnOf(field: FieldCode, column: number, head: string): ListColumn {
  const wallets = walletsIn(head);
  const wallet = wallets.providers.length === 1 && wallets.rest === '' ? wallets.providers[0] : undefined;
  const provider = field === 'mobileMoney' ? operatorIn(head) : wallet;
  return { field, column, head, key: headKey(head), ...(provider && { provider }) };
}

/** The columns of a table by field, in the order of the mapping. */
export type Layout = { mapping: ColumnMapping; columns: ReadonlyMap<FieldCode, readonly ListColumn[]>; headerRows: readonly number[] };

/** One row while it is read: its cells, the columns they stand in, and what was found so far. `row` counts from 1. */
export type OpenRow = { row: number; cells: readonly WorksheetCell[]; layout: Layout; issues: CellIssue[] };

/** The columns that hold a field, none when the list does not have it. */
export const columnsOf = (row: OpenRow, field: FieldCode): readonly ListColumn[] => row.layout.columns.get(field) ?? [];

/** The cell of a field that has one column. */
export const cellOf = (row: OpenRow, field: FieldCode): WorksheetCell => cellIn(row, columnsOf(row, field)[0]);

export const cellIn = (row: OpenRow, column: ListColumn | undefined): WorksheetCell => (column && row.cells[column.column]) ?? null;

/** Notes a finding about a cell, with its text unless that may not be kept. */
export function report(row: OpenRow, column: ListColumn | undefined, code: IssueCode): void {
  const cell = cellIn(row, column);
  const value = cell === null || code === 'card-number' ? undefined : String(cell).slice(0, 80);
  row.issues.push({
    row: row.row,
    ...(column && { column: column.column, field: column.field }),
    code,
    severity: (errorCodes as readonly string[]).includes(code) ? 'error' : 'warning',
    ...(value !== undefined && { value }),
  });
}
