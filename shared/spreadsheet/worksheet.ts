/** What one cell holds: text, a number as the spreadsheet stores it, a tick box, or nothing. Dates arrive as text, dd/mm/yyyy. */
export type WorksheetCell = string | number | boolean | null;

/** Rows of cells; rows may differ in length. Row 0 is what people see as row 1. */
export type WorksheetCells = readonly (readonly WorksheetCell[])[];

/** Cells of one column merged downwards, rows `from` to `to` counted from 0: the value stands in the first, the others are empty. */
export type Merge = { column: number; from: number; to: number };

/** One sheet of a workbook; a CSV file or pasted cells are one sheet too, and know of no merging. */
export type Worksheet = { name: string; cells: WorksheetCells; merges?: readonly Merge[] };
