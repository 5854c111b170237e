import { expect, test } from 'vitest';
import { missingEngine } from '../../scripts/engine.mjs';
import { mustInstall, runsOn } from '../../scripts/setup.mjs';

test.each([
  ['linux', 'arm64'],
  ['darwin', 'arm64'],
  ['darwin', 'x64'],
  ['win32', 'x64'],
])('on %s %s the engine of that very platform is fetched, in the version that the lockfile has for Linux', (platform, arch) => {
  const missing = missingEngine({ platform, arch, endpoint: undefined, installed: false });
  expect(missing).toMatchObject({ name: `@dynoxide/${platform}-${arch}`, version: '1.2.1' });
});

test('on Linux x64 a missing engine is fetched with the hash of the lockfile', async () => {
  const { default: lock } = await import('../../package-lock.json');
  const { version, integrity } = lock.packages['node_modules/@dynoxide/linux-x64'];
  const missing = missingEngine({ platform: 'linux', arch: 'x64', endpoint: undefined, installed: false });
  expect(missing).toEqual({ name: '@dynoxide/linux-x64', version, integrity });
});

test('no engine is fetched where it is installed, where another database is named, and where none is published', () => {
  const here = { platform: 'darwin', arch: 'arm64', endpoint: undefined, installed: false };
  expect(missingEngine({ ...here, installed: true })).toBeUndefined();
  expect(missingEngine({ ...here, endpoint: 'http://localhost:8000' })).toBeUndefined();
  expect(missingEngine({ ...here, platform: 'freebsd' })).toBeUndefined();
});

test('packages are installed again for another lockfile, and when the tools of the makers are asked for and only the product is there', () => {
  expect(mustInstall('', 'a1', 'product')).toBe(true);
  expect(mustInstall('a1 product', 'b2', 'product')).toBe(true);
  expect(mustInstall('a1 product', 'a1', 'all')).toBe(true);
  expect(['a1 product', 'a1 all'].map((installed) => mustInstall(installed, 'a1', 'product'))).toEqual([false, false]);
  expect(mustInstall('a1 all', 'a1', 'all')).toBe(false);
});

test('Node 20.19 and everything newer runs the product, older ones do not', () => {
  expect(['20.19.0', '20.20.2', '22.0.0', '24.21.0'].map(runsOn)).toEqual([true, true, true, true]);
  expect(['18.20.8', '20.18.3'].map(runsOn)).toEqual([false, false]);
});
