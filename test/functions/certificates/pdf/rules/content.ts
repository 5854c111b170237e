/** One operator of a content stream with its operands; strings and dictionaries stay as they are written. */
export type Operation = { operator: string; operands: string[] };

const token = /<<[\s\S]*?>>|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\)])*\)|\[|\]|\/[^\s<>[\]()/]*|[^\s<>[\]()/]+/g;

/** Reads a content stream (ISO 32000-1, 7.8.2), as far as certificates use it. */
export function operations(content: string): Operation[] {
  const found: Operation[] = [];
  let operands: string[] = [];
  for (const [word] of content.matchAll(token)) {
    if (/^[A-Za-z'"*]/.test(word)) {
      found.push({ operator: word, operands });
      operands = [];
    } else operands.push(word);
  }
  return found;
}

const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'Do', 'sh', 'BI']);

/** What a page marks: the numbers it gives to pieces with their roles, what it paints outside of any mark, and the glyphs it shows. */
export type Marked = {
  pieces: Map<number, string>;
  unmarked: string[];
  nested: boolean;
  glyphs: Map<string, Set<number>>;
  operators: Set<string>;
};

export function marked(content: string): Marked {
  const result: Marked = { pieces: new Map(), unmarked: [], nested: false, glyphs: new Map(), operators: new Set() };
  const open: string[] = [];
  let font = '';
  for (const { operator, operands } of operations(content)) {
    result.operators.add(operator);
    if (operator === 'BDC' || operator === 'BMC') {
      const role = operands[0] ?? '';
      if (open.length > 0) result.nested = true;
      open.push(role);
      const number = /\/MCID (\d+)/.exec(operands[1] ?? '')?.[1];
      if (number !== undefined) result.pieces.set(Number(number), role.slice(1));
    }
    if (operator === 'EMC') open.pop();
    if (operator === 'Tf') font = (operands[0] ?? '').slice(1);
    if (operator === 'Tj' || operator === 'TJ') {
      const shown = result.glyphs.get(font) ?? new Set();
      result.glyphs.set(font, shown);
      for (const text of operands.filter((each) => each.startsWith('<')))
        for (const [code] of text.slice(1, -1).matchAll(/[0-9A-Fa-f]{4}/g)) shown.add(Number.parseInt(code, 16));
    }
    if (painting.has(operator) && open.length === 0) result.unmarked.push(operator);
  }
  return result;
}
