// The embedded database of this machine: on Linux x64 it is in package-lock.json, on other platforms it is fetched beside it, because npm
// leaves a package out of the lock that its registry lacks, and `npm ci` then refuses everything.
import { existsSync } from 'node:fs';
import { fetchPackage } from './fetch-package.mjs';

const version = '1.2.1';
/** The platforms that the engine is published for; a hash that nobody of us could read yet is the registry's own word. */
const hashes = {
  'linux-x64': 'sha512-sBHqlxJ9ANkLluFkYRfd5r8Y0ApFew4FhOrlhgRAgD4XzEoFOukEo1nuBTQ1+jTtofqwn4NWQ2k0Tn5mNTjgUg==',
  'linux-arm64': undefined,
  'darwin-arm64': undefined,
  'darwin-x64': undefined,
  'win32-x64': undefined,
};

/**
 * The package to fetch before the embedded database can run: nothing where it is installed, where DYNAMODB_ENDPOINT names another one,
 * and where no engine is published (the server then says in a line what to set).
 */
export function missingEngine({ platform, arch, endpoint, installed }) {
  const at = `${platform}-${arch}`;
  if (endpoint || installed || !Object.hasOwn(hashes, at)) return undefined;
  return { name: `@dynoxide/${at}`, version, integrity: hashes[at] };
}

/** Fetches the engine of this machine if it is missing and there is one. */
export function fetchEngine({ platform, arch, env } = process) {
  const folder = `node_modules/@dynoxide/${platform}-${arch}`;
  const missing = missingEngine({ platform, arch, endpoint: env.DYNAMODB_ENDPOINT, installed: existsSync(folder) });
  if (missing) fetchPackage(missing, folder);
}
