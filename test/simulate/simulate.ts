import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { crowd } from '../data/crowd.ts';
import { readRoutes } from '../data/read-routes.ts';
import { requests } from '../http/requests.ts';
import { situations } from '../http/situations.ts';
import { asking, type Call, type Measured } from './ask.ts';
import { bills, busiestMonth } from './costs.ts';
import { country, filler } from './country.ts';
import { hottest, popular } from './hottest.ts';
import { modelsOf } from './models.ts';
import { report, type Size } from './report.ts';

/** `npm run simulate -- --wards 3321 [--out docs/scale.md]`: fills the embedded database with so many wards and measures every route. */
const { values } = parseArgs({
  options: { wards: { type: 'string', default: String(country.wards) }, out: { type: 'string', default: 'docs/scale.md' } },
});
const most = Number(values.wards);
if (!Number.isInteger(most) || most < 10) {
  console.error('--wards: a number of wards, 10 at least');
  process.exit(1);
}
const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-country-'));
const of = await situations(undefined, dataDir);
try {
  await simulate();
} finally {
  await of.town.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

async function simulate(): Promise<void> {
  const scene = await crowd(of);
  await scene.grow(10);
  const { table, random } = of.town.deps;
  const fill = filler(table, await modelsOf(of, scene), random);
  const { once, measured } = asking(of);
  const fileMb = () => readdirSync(dataDir).reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0) / 1e6;
  const empty = fileMb();

  // A route that the bill needs and nobody measures is noticed before the hour of filling, not after it.
  const asked = new Set([...Object.keys(readRoutes).map((route) => `GET ${route}`), ...Object.keys(requests)]);
  const missing = Object.keys(busiestMonth).filter((route) => !asked.has(route));
  if (missing.length > 0) throw new Error(`not a route: ${missing.join(', ')}`);

  const sizes: Size[] = [];
  for (const wards of new Set([10, Math.min(1000, most), most])) {
    const from = performance.now();
    const merchants = await fill(wards);
    console.error(`${wards} wards, ${merchants} merchants: ${((performance.now() - from) / 1000).toFixed(0)} s`);
    const routes = new Map<string, Measured>();
    for (const [route, { by, path }] of Object.entries(readRoutes)) {
      const times = route.includes('/exports/') ? 3 : 15;
      routes.set(`GET ${route}`, await measured('GET', () => ({ by: by ?? 'officer', path: path(scene, of) }), times));
    }
    for (const [route, make] of Object.entries(requests)) {
      const [method = ''] = route.split(' ');
      if (method !== 'GET') routes.set(route, await measured(method, () => make(of), 5, 1));
    }
    sizes.push({ wards, merchants, fileMb: fileMb(), routes });
  }

  const codes = [scene.certified.certificateCode];
  for (let n = 1; n < 50; n++) codes.push((await of.certified()).certificateCode);
  const verifications = 2000;
  const calls: Call[] = [];
  for (let n = 0; n < verifications; n++) {
    const code = codes[popular(codes.length, Math.random)] ?? '';
    calls.push(...(await once('GET', { by: 'officer', path: `/C/${code}` })).calls);
  }

  const [small, large] = [sizes[0], sizes.at(-1)] as [Size, Size];
  const bytesPerWard =
    ((large.fileMb - (large === small ? empty : small.fileMb)) * 1e6) / Math.max(1, large.wards - (large === small ? 0 : small.wards));
  const machine = `Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`;
  mkdirSync(join(values.out, '..'), { recursive: true });
  writeFileSync(values.out, report(sizes, hottest(calls, verifications), bills(large.routes, bytesPerWard), machine));
  console.error(`written: ${values.out}`);
}
