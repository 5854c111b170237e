import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSecrets, storedSecrets } from '../../../infra/local/secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pho-so-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('an instance keeps its secrets over restarts, for its owner alone', async () => {
  const first = await storedSecrets(folder);
  expect(await storedSecrets(folder)).toEqual(first);
  expect(readdirSync(join(folder, 'secrets'))).toEqual(['secrets.json']);
  expect(statSync(join(folder, 'secrets', 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700);
});

test('two instances share no secret, and no two secrets are the same', async () => {
  const [one, two] = [await newSecrets(), await newSecrets()];
  const all = [one, two].flatMap((each) => [
    each.addressKey,
    each.personalDataKey,
    ...each.cookieKeys,
    ...each.signingKeys.map((key) => key.d),
  ]);
  expect(new Set(all).size).toBe(8);
});

test('damaged secrets stop the start instead of being replaced', async () => {
  await storedSecrets(folder);
  truncateSync(join(folder, 'secrets', 'secrets.json'), 100);
  await expect(storedSecrets(folder)).rejects.toThrow('restore it from a backup');
  expect(statSync(join(folder, 'secrets', 'secrets.json')).size).toBe(100);
});
