import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const files = readdirSync('web', { recursive: true, encoding: 'utf8' })
  .filter((name) => /[.]tsx?$/.test(name))
  .map((name) => `web/${name}`);
const spoken = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label', 'hint']);
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(text);
const isProductName = (text: string): boolean => text.trim() === 'Phố Số';

/** Words that somebody would read and that no dictionary holds. */
function hardCoded(file: string, source: string): string[] {
  const found: string[] = [];
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const note = (node: ts.Node, text: string) => {
    if (hasWords(text) && !isProductName(text))
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression) && ts.isJsxElement(node.parent))
      note(node, node.expression.text);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(tree)) && node.initializer && ts.isStringLiteral(node.initializer))
      note(node, node.initializer.text);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test('no page says anything that the dictionaries do not hold in both languages', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => file.endsWith('.tsx')).flatMap((file) => hardCoded(file, readFileSync(file, 'utf8')))).toEqual([]);
});

test('a word written into a page, or into what a screen reader says, is found', () => {
  const page = 'const A = () => <p title="Tên đường">Xin chào {"mọi người"} <b>·</b></p>;';
  expect(hardCoded('a.tsx', page)).toEqual(['a.tsx:1 Tên đường', 'a.tsx:1 Xin chào', 'a.tsx:1 mọi người']);
});

type Tree = { [key: string]: string | ((...of: never[]) => string) | Tree };

test('every text exists in both languages, and Vietnamese carries its marks', async () => {
  const dictionaries = files.filter((file) => /texts[.]ts$/.test(file));
  expect(dictionaries.length).toBeGreaterThan(1);
  for (const file of dictionaries) {
    const parts = Object.values((await import(/* @vite-ignore */ resolve(file))) as Record<string, unknown>).filter(
      (part): part is { vi: Tree; en: Tree } => typeof part === 'object' && part !== null && 'vi' in part && 'en' in part,
    );
    for (const { vi, en } of parts) {
      expect(keysOf(vi), file).toEqual(keysOf(en));
      // Not one text of a whole part without marks: somebody forgot to write Vietnamese.
      expect(/[à-ỹđ]/iu.test(JSON.stringify(vi, spelled)), file).toBe(true);
    }
  }
});

const spelled = (_: string, value: unknown): unknown => (typeof value === 'function' ? value.toString() : value);
const keysOf = (tree: Tree, at = ''): string[] =>
  Object.entries(tree)
    .flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value, `${at}${key}.`) : [`${at}${key}`]))
    .sort();
