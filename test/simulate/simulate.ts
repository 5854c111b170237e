import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRoutes } from '../functions/data/read-routes.ts';
import { buildRecords } from '../functions/data/record-builders.ts';
import { requests } from '../functions/http/requests.ts';
import { situations } from '../functions/http/situations.ts';
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
// A route that the bill needs and nobody measures is noticed before the filling, not after it.
const measurable = new Set([...Object.keys(readRoutes).map((route) => `GET ${route}`), ...Object.keys(requests)]);
const missing = Object.keys(busiestMonth).filter((route) => !measurable.has(route));
if (missing.length > 0) throw new Error(`not a route: ${missing.join(', ')}`);

/** A province of the country as it is today, on average. */
const wholeProvince = Math.ceil(country.wards / country.provinces);
const verifications = 2000;

const sizes: Size[] = [];
let evening: Call[] = [];
for (const wards of new Set([10, Math.min(1000, most), most])) {
  const { size, verified } = await simulated(wards, 10);
  sizes.push(size);
  evening = verified;
}
const { size: province } = await simulated(wholeProvince, wholeProvince);

const [small, large] = [sizes[0], sizes.at(-1)] as [Size, Size];
const bytesPerWard = (large.fileMb * 1e6) / large.wards;
const machine = `Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`;
mkdirSync(join(values.out, '..'), { recursive: true });
writeFileSync(values.out, report(sizes, { small, province }, hottest(evening, verifications), bills(large.routes, bytesPerWard), machine));
console.error(`written: ${values.out}`);
process.exit(0);

/**
 * A database of its own with so many wards, `own` of them in the measured province; what every route takes there, and what verifying
 * certificates calls. A database of its own, because measuring what writes leaves something behind.
 */
async function simulated(wards: number, own: number): Promise<{ size: Size; verified: Call[] }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-country-'));
  const of = await situations(undefined, dataDir);
  try {
    const scene = await buildRecords(of);
    await scene.grow(10);
    const { table, random } = of.town.deps;
    const from = performance.now();
    const merchants = await filler(table, await modelsOf(of, scene), random, own)(wards);
    console.error(`${wards} wards, ${merchants} merchants: ${((performance.now() - from) / 1000).toFixed(0)} s`);
    const fileMb = readdirSync(dataDir).reduce((sum, name) => sum + statSync(join(dataDir, name)).size, 0) / 1e6;

    const { once, measured } = asking(of);
    const routes = new Map<string, Measured>();
    for (const [route, { by, path }] of Object.entries(readRoutes)) {
      const times = route.includes('/exports/') ? 3 : 15;
      routes.set(`GET ${route}`, await measured('GET', () => ({ by: by ?? 'officer', path: path(scene, of) }), times));
    }
    for (const [route, make] of Object.entries(requests)) {
      const [method = ''] = route.split(' ');
      if (method !== 'GET') routes.set(route, await measured(method, () => make(of), 5, 1));
    }

    const codes = [scene.certified.certificateCode];
    for (let n = 1; n < 50; n++) codes.push((await of.certified()).certificateCode);
    const verified: Call[] = [];
    for (let n = 0; n < verifications; n++) {
      const code = codes[popular(codes.length, Math.random)] ?? '';
      verified.push(...(await once('GET', { by: 'officer', path: `/C/${code}` })).calls);
    }
    return { size: { wards, merchants, fileMb, routes }, verified };
  } finally {
    await of.town.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
