import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string): string => readFileSync(file, 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** What people read: every document, and every comment and message of the code that names a command. */
function texts(): string[] {
  const inFolder = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`.replaceAll('\\', '/'));
  const files = ['docs', 'infra', 'functions', 'shared', 'web', 'scripts', 'test', '.ci'].flatMap(inFolder);
  const readable = files.filter((file) => /[.](md|ts|tsx|mjs)$|^[.]ci[/]/.test(file) && !file.includes('/node_modules/'));
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...readable];
}

/** The commands that a text tells somebody to run: with `run` before its name, or `start` and `test` without. */
const commandsIn = (text: string): string[] =>
  [...text.matchAll(/npm (?:run (?:-s )?([a-z][\w:]*)|(start|test)\b)/g)].map(([, run, own]) => run ?? own ?? '');

test('every command that a document, a comment or a message names is in package.json', () => {
  const named = texts().flatMap((file) => commandsIn(read(file)).map((name) => ({ file, name })));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
});

test('README, CONTRIBUTING and the guides explain every command that package.json has', () => {
  const explained = new Set(['README.md', 'CONTRIBUTING.md', 'docs/deploy.md'].flatMap((file) => commandsIn(read(file))));
  expect(Object.keys(scripts).filter((name) => !explained.has(name))).toEqual([]);
});

test('there are at most twenty commands, each readable in one line, and none runs unasked before or after another', () => {
  expect(Object.keys(scripts).length).toBeLessThanOrEqual(20);
  expect(Object.entries(scripts).filter(([, line]) => line.length > 100)).toEqual([]);
  const unasked = Object.keys(scripts).filter((name) => scripts[name.replace(/^(pre|post)/, '')] !== scripts[name]);
  expect(unasked).toEqual([]);
});

test('each command of package.json is one that the runner knows', () => {
  const runner = read('scripts/run.mjs');
  const unknown = Object.entries(scripts).filter(
    ([name, line]) => !line.endsWith(`scripts/run.mjs ${name}`) || !new RegExp(`^  '?${name}'?: \\[`, 'm').test(runner),
  );
  expect(unknown).toEqual([]);
});
