import type { MerchantId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { type Edit, type GridColumn, gridColumns, type Methods, readMethodsCell, storedText } from './grid-columns.ts';

/** A cell of the grid: row and column counted from 0. */
export type CellPosition = { row: number; column: number };
/** What a cell holds: text, or the payment methods. */
export type Value = string | Methods;
export type Change = { id: MerchantId; column: GridColumn; before: Value; after: Value };
/** One thing that a person did, which one undo takes back; `made` are rows that began with it. */
export type Step = { changes: Change[]; made: MerchantId[] };
export type Edits = Record<string, Edit>;
/** How the rows stand with the server: what it holds as far as we know, and which rows are being sent. */
export type GridState = { stored: ReadonlyMap<MerchantId, Merchant>; underWay: (id: MerchantId) => boolean };

/** What a cell holds now: what was typed, else what is stored. */
export function heldBy(merchant: Merchant | undefined, edit: Edit | undefined, column: GridColumn): Value {
  if (column === 'methods') return edit?.methods ?? (merchant?.methods as Methods | undefined) ?? [];
  return edit?.cells[column] ?? storedText(merchant, column);
}

/** The merchant's name as it stands in the grid. */
export const nameOf = (merchant: Merchant | undefined, edit: Edit | undefined): string => edit?.cells.name ?? merchant?.name ?? '';

/**
 * The edits with some cells changed (`back`: to what they were). A row that is as stored again is no edit any more, unless it is on its way
 * to the server: what is stored then changes in a moment, and the edit is what takes it back.
 */
export function withChanges(edits: Edits, changes: readonly Change[], { stored, underWay }: GridState, back = false): Edits {
  const next = { ...edits };
  for (const { id, column, before, after } of changes) {
    const value = back ? before : after;
    const merchant = stored.get(id);
    const was = next[id] ?? { cells: {}, ...(!merchant && { isNew: true }) };
    const made: Edit =
      typeof value === 'string' && column !== 'methods'
        ? { ...was, cells: { ...was.cells, [column]: value } }
        : { ...was, methods: value as Methods };
    next[id] = made;
    if (!underWay(id) && isAsStored(made, merchant)) delete next[id];
  }
  return next;
}

function isAsStored({ cells, methods }: Edit, merchant: Merchant | undefined): boolean {
  const same = Object.entries(cells).every(([column, text]) => text === storedText(merchant, column as 'name'));
  return same && JSON.stringify(methods ?? merchant?.methods ?? []) === JSON.stringify(merchant?.methods ?? []);
}

/** Where the block of cells goes: from the active cell to the right and down, beyond the last row into new ones. */
export function pasted(
  block: readonly (readonly (string | number | boolean | null)[])[],
  at: CellPosition,
  rows: readonly MerchantId[],
  newId: () => MerchantId,
  now: (id: MerchantId, column: GridColumn) => Value,
): Step {
  const made: MerchantId[] = [];
  const changes = block.flatMap((line, down) => {
    const there = rows[at.row + down];
    const id = there ?? newId();
    if (!there) made.push(id);
    return line.slice(0, gridColumns.length - at.column).map((cell, right): Change => {
      const column = gridColumns[at.column + right] as GridColumn;
      const text = cell === null ? '' : String(cell);
      return { id, column, before: now(id, column), after: column === 'methods' ? readMethodsCell(text) : text };
    });
  });
  return { changes, made };
}

/** The first cell of a range put into the others below it; a range of one row takes the cell above. */
export function filledDown(
  from: number,
  to: number,
  columns: readonly GridColumn[],
  rows: readonly MerchantId[],
  now: (id: MerchantId, column: GridColumn) => Value,
): Step {
  const top = from === to ? from - 1 : from;
  const source = rows[top];
  if (source === undefined) return { changes: [], made: [] };
  const changes = rows
    .slice(top + 1, to + 1)
    .flatMap((id) => columns.map((column): Change => ({ id, column, before: now(id, column), after: now(source, column) })));
  return { changes, made: [] };
}

/** Cells emptied; a merchant nobody has visited is the empty state of the visits. */
export function cleared(
  rows: readonly MerchantId[],
  columns: readonly GridColumn[],
  now: (id: MerchantId, column: GridColumn) => Value,
): Step {
  const emptyOf = (column: GridColumn): Value => (column === 'methods' ? [] : column === 'outreach' ? 'to-visit' : '');
  const changes = rows.flatMap((id) => columns.map((column): Change => ({ id, column, before: now(id, column), after: emptyOf(column) })));
  return { changes: changes.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after)), made: [] };
}

/** Cells as a spreadsheet takes them from the clipboard. */
export const asBlock = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => line.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');

/** Where a key leads from a cell, if it moves at all. `page` is how many rows PageDown goes. */
export function moved(key: string, ctrl: boolean, at: CellPosition, rows: number, page = 10): CellPosition | undefined {
  const [bottom, right] = [rows - 1, gridColumns.length];
  const to = (row: number, column: number): CellPosition => ({
    row: Math.max(0, Math.min(bottom, row)),
    column: Math.max(0, Math.min(right, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(ctrl ? 0 : at.row - 1, at.column);
    case 'ArrowDown':
      return to(ctrl ? bottom : at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, ctrl ? 0 : at.column - 1);
    case 'ArrowRight':
      return to(at.row, ctrl ? right : at.column + 1);
    case 'Home':
      return to(ctrl ? 0 : at.row, 0);
    case 'End':
      return to(ctrl ? bottom : at.row, right);
    case 'PageUp':
      return to(at.row - page, at.column);
    case 'PageDown':
      return to(at.row + page, at.column);
    default:
      return undefined;
  }
}

/** The next choice that begins with what was typed, without marks; the one after the current when it fits as well. */
export function typedAhead(names: readonly string[], typed: string, current: number): number {
  const order = names.map((_, at) => (current + 1 + at) % names.length);
  const start = typed.length > 1 && names[current]?.startsWith(typed) ? current : undefined;
  return start ?? order.find((at) => names[at]?.startsWith(typed)) ?? -1;
}
