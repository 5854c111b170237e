import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const documents = files.filter((file) => file.endsWith('.md'));
const written = files.filter((file) => /[.](md|ts|tsx|mjs|cjs|js|css|sh)$/.test(file) && !file.startsWith('test/docs/citations'));

test('nothing cites a document that is not in the repository', () => {
  const missing = written.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?<![\w.*-])(?:[\w.-]+\/)*[a-zA-Z0-9][\w-]*\.md\b/g)]
      .map(([cited]) => cited)
      .filter((cited) => !isThere(file, cited))
      .map((cited) => `${file}: ${cited}`),
  );
  expect(missing).toEqual([]);
});

test('nothing refers to a rule by a number that only its writer knows', () => {
  const numbered = written.filter((file) => /\bhouse[ -]rules? \d/i.test(readFileSync(file, 'utf8')));
  expect(numbered).toEqual([]);
});

test('a path that a document names leads to a file or a folder', () => {
  const folders = new Set(files.flatMap(parents));
  const missing = documents.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/`((?:shared|functions|web|infra|test|scripts|docs)\/[\w./-]*\w)\/?`/g)]
      .map(([, path]) => path as string)
      .filter((path) => !files.includes(path) && !folders.has(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

/** Beside the file, from the top, or in docs/: where a reader looks for it. */
function isThere(file: string, cited: string): boolean {
  return [join(dirname(file), cited), cited, join('docs', cited)].some((path) => documents.includes(normalize(path)));
}

/** `a/b/c.ts` lies in `a` and in `a/b`. */
function parents(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}
