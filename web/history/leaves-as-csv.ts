/** A value as rows of "path, value": one row for each leaf, in a CSV that a spreadsheet opens and in which no formula starts. */
export function leavesAsCsv(value: unknown): string {
  const rows: [string, string][] = [];
  const walk = (at: string, inner: unknown): void => {
    if (typeof inner === 'object' && inner !== null)
      for (const [name, each] of Object.entries(inner)) walk(Array.isArray(inner) ? `${at}[${name}]` : at ? `${at}.${name}` : name, each);
    else if (inner !== undefined) rows.push([at, typeof inner === 'string' ? inner : JSON.stringify(inner)]);
  };
  walk('', value);
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
