import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const { rooms } = createRequire(import.meta.url)('../../scripts/import-rules.cjs') as { rooms: { name: string; says: string }[] };

/** One file that breaks each rule, by the import in it. */
const violations: Record<string, string> = {
  'shared/streets/injected.ts': 'hono',
  'shared/merchants/injected.ts': 'node:fs',
  'shared/nominations/injected.ts': '../../functions/deps.ts',
  'functions/data/injected.ts': '../streets/store.ts',
  'functions/http/injected.ts': '../people/create.ts',
  'functions/pdf/injected.ts': '../certificates/approve.ts',
  'functions/streets/injected-store.ts': './create.ts',
  'functions/streets/injected-routes.ts': '../merchants/create.ts',
  'functions/streets/injected.ts': '../merchants/close.ts',
  'functions/merchants/injected.ts': 'node:fs',
  'functions/nominations/injected.ts': '../http/problem.ts',
  'functions/assessments/injected.ts': 'leaflet',
  'functions/people/injected.ts': '@aws-sdk/lib-dynamodb',
  'functions/office-documents/word/injected.ts': '../../http/problem.ts',
  'functions/certificates/signature/injected.ts': '../../streets/create.ts',
  'functions/criteria/injected.ts': '../../infra/local/database.ts',
  'functions/public/injected.ts': '../streets/create.ts',
  'functions/reference/injected.ts': '../data/table.ts',
  'functions/api/injected.ts': '../streets/create.ts',
  'functions/aws/injected.ts': '../streets/create.ts',
  'functions/lambda/injected.ts': './api.ts',
  'infra/local/injected.ts': '../../web/server/api.ts',
  'infra/local/identity/injected.ts': '../../aws/app.ts',
  'infra/aws/injected.ts': '../../functions/lambda/api.ts',
  'scripts/injected.ts': '../web/server/api.ts',
  'test/streets/injected.ts': './import-rules.test.ts',
  'web/components/injected.ts': '../streets/list.tsx',
  'web/streets/injected.ts': '../office/home.tsx',
  'web/ward/injected.ts': '../office/home.tsx',
  'web/merchants/injected.ts': '../../functions/merchants/store.ts',
  'web/device/injected.ts': '../streets/list.tsx',
};

test('an import that no line of the rules allows is refused, one tried for every room, and nothing else is', () => {
  mkdirSync('.build', { recursive: true });
  const place = mkdtempSync('.build/import-rules-');
  try {
    for (const folder of ['shared', 'functions', 'infra', 'web', 'scripts']) cpSync(folder, join(place, folder), { recursive: true });
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json', 'test/docs/import-rules.test.ts']) {
      mkdirSync(dirname(join(place, file)), { recursive: true });
      cpSync(file, join(place, file));
    }
    for (const [file, imported] of Object.entries(violations)) {
      mkdirSync(dirname(join(place, file)), { recursive: true });
      writeFileSync(join(place, file), `export * from '${imported}';\n`);
    }
    expect(refused(place)).toEqual(Object.keys(violations).sort());
  } finally {
    rmSync(place, { recursive: true });
  }
}, 120_000);

type Cruise = { summary: { totalCruised: number; violations: { from: string }[] } };
/** The files of which an import is refused. An empty run would refuse nothing, so that something was read is checked too. */
function refused(cwd: string): string[] {
  const words = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'shared', 'functions', 'infra', 'web', 'scripts', 'test'];
  const told = execFileSync(process.execPath, ['../../node_modules/dependency-cruiser/bin/dependency-cruise.mjs', ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
  });
  const { summary } = JSON.parse(told) as Cruise;
  expect(summary.totalCruised).toBeGreaterThan(900);
  return [...new Set(summary.violations.map(({ from }) => from))].sort();
}

test('docs/architecture.md shows the rules that are enforced, and no others', () => {
  const rows = rooms.map(({ name, says }) => `| ${name} | ${says} |`);
  expect(readFileSync('docs/architecture.md', 'utf8')).toContain(['| from | may import |', '|---|---|', ...rows, ''].join('\n'));
});
