import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';

const folder = '.build/lambda';
const doors = readdirSync('functions').flatMap((name) => (name.endsWith('.lambda.ts') ? [name.replace('.lambda.ts', '')] : []));
const inputsOf = (door: string) => Object.keys(JSON.parse(readFileSync(`${folder}/${door}.json`, 'utf8')) as Record<string, number>);
const filesOf = (door: string) =>
  Object.fromEntries(readdirSync(`${folder}/${door}`).map((name) => [name, readFileSync(`${folder}/${door}/${name}`)]));
const zipped = (door: string): number => zipSync(filesOf(door), { level: 9 }).length;

test('every door is small: 250 KB zipped at most, and 150 KB what answers the public', () => {
  expect(doors.sort()).toEqual(['api', 'documents', 'lists', 'notify', 'packs', 'papers', 'public', 'remind', 'render', 'summarise']);
  for (const door of doors) expect(zipped(door), door).toBeLessThanOrEqual(door === 'public' ? 150_000 : 250_000);
});

test('nothing of the one machine, of the tools and of the tests gets into a bundle', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
  for (const door of doors) {
    const inputs = inputsOf(door);
    expect(inputs.length).toBeGreaterThan(100);
    expect(inputs.filter((path) => /^(infra|web|test|scripts)[/]/.test(path))).toEqual([]);
    const packages = new Set(inputs.flatMap((path) => /node_modules[/]((?:@[^/]+[/])?[^/]+)/.exec(path)?.[1] ?? []));
    expect(
      Object.keys(devDependencies).filter((name) => packages.has(name)),
      door,
    ).toEqual([]);
  }
});

test('credentials come from the environment of the function and from nowhere else', () => {
  for (const door of doors) {
    expect(
      inputsOf(door).filter((path) => /credential-provider|token-providers|nested-clients/.test(path)),
      door,
    ).toEqual([]);
    const bundle = Object.values(filesOf(door)).join('');
    expect([door, bundle.includes('AssumeRoleWithWebIdentity'), bundle.includes('AWS_SECRET_ACCESS_KEY')]).toEqual([door, false, true]);
  }
});

test('only the renderer carries what signs, and what answers the public neither writes nor reaches accounts and files', () => {
  for (const door of doors) expect([door, inputsOf(door).some((path) => path.includes('client-kms'))]).toEqual([door, door === 'render']);
  const everybody = inputsOf('public');
  expect(
    everybody.filter((path) => /client-(cognito|s3|sqs|ses)|functions[/](people[/]create|aws[/]cognito|merchants[/]commit)/.test(path)),
  ).toEqual([]);
});
