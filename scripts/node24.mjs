// The recommended Node beside the one that runs: `npm test -- --node24` plays everything on it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { fetchPackage } from './fetch-package.mjs';

const version = '24.21.0';
/** The binary that npm's package `node` would fetch; platforms whose hash nobody of us could read have no line. */
const hashes = {
  'linux-x64': 'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  'linux-arm64': 'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
};

/** Takes `--node24` out of what was given and runs the same command on Node 24; without it, does nothing. */
export function node24(given) {
  const at = given.indexOf('--node24');
  if (at < 0) return;
  given.splice(at, 1);
  const platform = `${process.platform}-${process.arch}`;
  const folder = resolve(`.build/node-${version}-${platform}`);
  const known = Object.hasOwn(hashes, platform) && { name: `node-${platform}`, version, integrity: hashes[platform] };
  if (!existsSync(folder) && !(known && fetchPackage(known, folder))) {
    console.error(`Không lấy được Node ${version} cho ${platform}. / Node ${version} for ${platform} could not be fetched.`);
    process.exit(1);
  }
  const env = { ...process.env, PATH: `${folder}/bin${delimiter}${process.env.PATH}` };
  const { status } = spawnSync(`${folder}/bin/node`, ['scripts/run.mjs', 'test', ...given], { stdio: 'inherit', env });
  process.exit(status ?? 1);
}
