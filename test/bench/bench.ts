import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { approvals } from './approvals.ts';
import { assessing } from './assessing.ts';
import { ceremonies } from './ceremony.ts';
import { certificates } from './certificates.ts';
import { exporting } from './exports.ts';
import { importing } from './import.ts';
import { lambdas } from './lambda.ts';
import { lists } from './lists.ts';
import type { Line } from './measure.ts';
import { memory } from './memory.ts';

/** What stands in a browser has a program of its own, with the browser's types. */
const theApp = async (): Promise<Line[]> =>
  JSON.parse(execFileSync(process.execPath, ['.build/speed.mjs'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })) as Line[];

/** `npm run bench [-- part …]`: measures and prints a table. These are measurements, not tests: they fail nothing. */
const parts: Record<string, () => Promise<Line[]>> = {
  import: importing,
  exports: exporting,
  assessing,
  approvals,
  certificates,
  ceremonies,
  lists,
  lambda: lambdas,
  memory,
  app: theApp,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !parts[name]);
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}

const table: Line[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`${name} …`);
  table.push(...(await measure()));
}
console.log(`Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}\n`);
console.log('| what | wanted | reached | ratio |\n|---|---|---|---|');
for (const { what, wanted, reached, ratio } of table) console.log(`| ${what} | ${wanted} | ${reached} | ${ratio ?? ''} |`);
process.exit(0);
