// Installs what is missing before `npm start` and `npm test`. Needs only Node's own modules, because nothing else may be there yet.
// Usage: node scripts/setup.mjs [product]: what the product itself needs, without the tools of its makers.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Phố Số cần Node 20.19 trở lên; máy này có ${process.versions.node}. / Phố Số needs Node 20.19 or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

// The stamp remembers for which lockfile the folder was installed: a pull that changes the lockfile installs again.
const stamp = 'node_modules/.installed-lockfile';
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const product = process.argv[2] === 'product';
const [installed, extent] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
if (installed !== wanted || (extent === 'product' && !product)) {
  // Not `npm ci`: it refuses the whole install when a registry lacks an optional package of another platform. The versions are the lockfile's.
  execSync(`npm install --no-save --no-audit --no-fund${product ? ' --omit=dev' : ''}`, { stdio: 'inherit' });
  writeFileSync(stamp, `${wanted} ${product ? 'product' : 'all'}`);
}
