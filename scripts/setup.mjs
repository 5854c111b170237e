// Installs what is missing before a command runs. Needs only Node's own modules, because nothing else may be there yet.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

// Inside the folder that `npm ci` empties first: an install that was cut off leaves no stamp.
const stamp = 'node_modules/.installed-lockfile';

/** Whether these versions of Node run the product: the range of `engines` in package.json. */
export function runsOn(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/**
 * Whether the packages must be installed: `installed` is what the stamp remembers ("<hash of the lockfile> <extent>"). What was installed
 * for the makers serves the product too, not the other way round.
 */
export function mustInstall(installed, lockfile, extent) {
  const [hash, had] = installed.split(' ');
  return hash !== lockfile || (had === 'product' && extent === 'all');
}

/** Installs exactly what the lockfile says, unless it is there: `product` is what the product itself needs, `all` adds its makers' tools. */
export function setUp(extent) {
  const { node } = process.versions;
  if (!runsOn(node)) {
    console.error(`Phố Số cần Node 20.19 trở lên; máy này có ${node}. / Phố Số needs Node 20.19 or newer; this is ${node}.`);
    process.exit(1);
  }
  const lockfile = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (!mustInstall(existsSync(stamp) ? readFileSync(stamp, 'utf8') : '', lockfile, extent)) return;
  execSync(`npm ci --no-audit --no-fund${extent === 'product' ? ' --omit=dev' : ''}`, { stdio: 'inherit' });
  writeFileSync(stamp, `${lockfile} ${extent}`);
}
