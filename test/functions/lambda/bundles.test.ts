import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';

const folder = '.build/lambda';
const handlers = readdirSync('functions/lambda').map((name) => name.replace('.ts', ''));
const inputsOf = (handler: string) => Object.keys(JSON.parse(readFileSync(`${folder}/${handler}.json`, 'utf8')) as Record<string, number>);
const filesOf = (handler: string) =>
  Object.fromEntries(readdirSync(`${folder}/${handler}`).map((name) => [name, readFileSync(`${folder}/${handler}/${name}`)]));
const zipped = (handler: string): number => zipSync(filesOf(handler), { level: 9 }).length;

test('every handler is small: 250 KB zipped at most, and 150 KB what answers the public', () => {
  expect(handlers.sort()).toEqual(['api', 'documents', 'lists', 'notify', 'packs', 'papers', 'public', 'remind', 'render', 'summarise']);
  for (const handler of handlers) expect(zipped(handler), handler).toBeLessThanOrEqual(handler === 'public' ? 150_000 : 250_000);
});

test('nothing of the one machine, of the tools and of the tests gets into a bundle', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
  for (const handler of handlers) {
    const inputs = inputsOf(handler);
    expect(inputs.length).toBeGreaterThan(100);
    expect(inputs.filter((path) => /^(infra|web|test|scripts)[/]/.test(path))).toEqual([]);
    const packages = new Set(inputs.flatMap((path) => /node_modules[/]((?:@[^/]+[/])?[^/]+)/.exec(path)?.[1] ?? []));
    expect(
      Object.keys(devDependencies).filter((name) => packages.has(name)),
      handler,
    ).toEqual([]);
  }
});

test('credentials come from the environment of the function and from nowhere else', () => {
  for (const handler of handlers) {
    expect(
      inputsOf(handler).filter((path) => /credential-provider|token-providers|nested-clients/.test(path)),
      handler,
    ).toEqual([]);
    const bundle = Object.values(filesOf(handler)).join('');
    expect([handler, bundle.includes('AssumeRoleWithWebIdentity'), bundle.includes('AWS_SECRET_ACCESS_KEY')]).toEqual([
      handler,
      false,
      true,
    ]);
  }
});

test('only the renderer carries what signs, and what answers the public neither writes nor reaches accounts and files', () => {
  for (const handler of handlers)
    expect([handler, inputsOf(handler).some((path) => path.includes('client-kms'))]).toEqual([handler, handler === 'render']);
  const everybody = inputsOf('public');
  expect(
    everybody.filter((path) => /client-(cognito|s3|sqs|ses)|functions[/](people[/]create|aws[/]cognito|merchants[/]commit)/.test(path)),
  ).toEqual([]);
});
