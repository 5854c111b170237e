import { readdirSync, readFileSync, statSync } from 'node:fs';

type Chunk = { file: string; src?: string; imports?: string[]; dynamicImports?: string[]; css?: string[]; isEntry?: boolean };

const folder = '.build/web';
const chunks = (): Record<string, Chunk> => JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;

/** Size of a built file as it travels, in KB of 1,024 bytes: gzip, and Brotli for the one large file of the code reader. */
const kilobytes = (file: string): number => statSync(`${folder}/${file}${file.endsWith('.wasm') ? '.br' : '.gz'}`).size / 1024;

/** Everything that loads before a page shows: the entry and the page's own file, with all that they import at once. */
export function weightOf(...sources: string[]): number {
  const all = chunks();
  const files = new Set<string>();
  const walk = (name: string): void => {
    const chunk = all[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const next of chunk.imports ?? []) walk(next);
  };
  for (const source of ['index.html', ...sources]) {
    if (!all[source]) throw new Error(`${source} is not built`);
    walk(source);
  }
  return [...files].reduce((sum, file) => sum + kilobytes(file), 0);
}

/** What a part adds that is fetched only when it is needed. */
export const extraOf = (source: string, ...loaded: string[]): number => weightOf(...loaded, source) - weightOf(...loaded);

/** Every page's file, as the manifest names it. */
export const pageSources = (): string[] =>
  Object.keys(chunks()).filter((name) => /-page[.]tsx$|^(?!components|shell|assessments\/bottom-bar)[a-z-]+\/[a-z-]+[.]tsx$/.test(name));

/** Size of the built file whose name begins so, in KB. */
export function assetWeight(beginning: string): number {
  const found = readdirSync(`${folder}/assets`).find((name) => name.startsWith(beginning) && !/[.](gz|br)$/.test(name));
  if (!found) throw new Error(`no built file begins with ${beginning}`);
  return kilobytes(`assets/${found}`);
}
