import type { CellPosition } from './grid-changes.ts';
import { gridColumns } from './grid-columns.ts';

/** The cell of the page at a place of the grid. */
export const cellAt = (grid: HTMLElement | null, { row, column }: CellPosition): HTMLElement | null | undefined =>
  grid?.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);

/** The rows and columns between two cells, both included. */
export function rangeOf(at: CellPosition, anchor: CellPosition | undefined): { top: number; bottom: number; left: number; right: number } {
  const other = anchor ?? at;
  return {
    top: Math.min(at.row, other.row),
    bottom: Math.max(at.row, other.row),
    left: Math.min(at.column, other.column),
    right: Math.min(gridColumns.length - 1, Math.max(at.column, other.column)),
  };
}
