/** A text as a cell of a spreadsheet that we hand out: what a program would run as a formula begins with an apostrophe and stays text. */
export const escapeFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
