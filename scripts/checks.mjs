// Everything that is checked without running the product, two at a time, because each of them leaves one core idle.
// Usage: node scripts/checks.mjs [lint | typecheck]
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const typecheck = ['tsc', 'tsc -p web'];
const lint = [
  'oxlint --type-aware',
  'depcruise --config .dependency-cruiser.cjs shared functions infra web test scripts',
  'knip',
  'biome check .',
];
const checks = { lint, typecheck }[process.argv[2]] ?? [lint[0], ...typecheck, ...lint.slice(1)];

let failed = 0;
async function work() {
  for (let check = checks.shift(); check; check = checks.shift()) {
    const { code, output } = await run(check);
    if (code === 0) continue;
    failed += 1;
    console.error(`\n${check}\n${output}`);
  }
}

function run(command) {
  const [program, ...args] = command.split(' ');
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(join('node_modules', '.bin', program), args, { shell: process.platform === 'win32' });
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.once('close', (code) => resolve({ code, output }));
  });
}

await Promise.all([work(), work()]);
process.exit(failed > 0 ? 1 : 0);
