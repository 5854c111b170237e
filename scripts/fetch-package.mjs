// One package from the registry into one folder, whole or not at all. Needs only Node's own modules and npm.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Installs `name` at exactly `version` into the folder `into`, running none of its scripts; npm refuses what does not have the hash
 * `integrity`. Says whether it is there now: a registry may lack it, and a machine may have no network.
 */
export function fetchPackage({ name, version, integrity }, into) {
  mkdirSync('.build', { recursive: true });
  const folder = mkdtempSync('.build/fetched-');
  try {
    const dependencies = { [name]: version };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    const packages = { '': { dependencies }, [`node_modules/${name}`]: { version, integrity } };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
    const options = { cwd: folder, stdio: 'pipe', shell: process.platform === 'win32' };
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options);
    mkdirSync(dirname(into), { recursive: true });
    rmSync(into, { recursive: true, force: true });
    renameSync(join(folder, 'node_modules', name), into);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
