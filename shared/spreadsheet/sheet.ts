/** What one cell holds: text, a number as the spreadsheet stores it, a tick box, or nothing. Dates arrive as text, dd/mm/yyyy. */
export type Cell = string | number | boolean | null;

/** Rows of cells; rows may differ in length. Row 0 is what people see as row 1. */
export type Cells = readonly (readonly Cell[])[];

/** One sheet of a workbook; a CSV file or pasted cells are one sheet too. */
export type Sheet = { name: string; cells: Cells };
