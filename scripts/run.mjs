// Runs a command of package.json: node scripts/run.mjs <command> [what the command takes]
// Installs what is missing, builds what the command needs, and then becomes the command: no second process, so signals reach it.
import './environment.mjs';
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { fetchEngine } from './engine.mjs';
import { node24 } from './node24.mjs';
import { setUp } from './setup.mjs';

const [name = '', ...given] = process.argv.slice(2);

const product = () => setUp('product');
const tools = () => setUp('all');
const engine = () => fetchEngine();
const node =
  (...words) =>
  (args) =>
    done(spawnSync(process.execPath, [...words, ...args], { stdio: 'inherit' }));
const web = () => node('scripts/build-web.mjs')([]);
const lambdas = () => node('scripts/build-lambdas.mjs')([]);
const bundle =
  (...entries) =>
  () =>
    node('scripts/build.mjs', ...entries)([]);
/** Goes on as another program, which sees its own name and what was given. */
const become =
  (program, ...words) =>
  async (args) => {
    process.argv = [process.argv[0], program, ...words, ...args];
    await import(pathToFileURL(program));
  };
const vitest = (...words) => become('node_modules/vitest/vitest.mjs', 'run', ...words);

const commands = {
  start: [product, engine, web, bundle('infra/local/main.ts'), become('.build/main.mjs')],
  dev: [tools, engine, become('scripts/dev.mjs')],
  demo: [product, engine, bundle('infra/local/scenario.ts'), become('.build/scenario.mjs')],
  'admin:create': [product, engine, bundle('infra/local/admin-create.ts'), become('.build/admin-create.mjs')],
  backup: [product, engine, bundle('infra/local/backup-command.ts'), become('.build/backup-command.mjs', 'backup')],
  restore: [product, engine, bundle('infra/local/backup-command.ts'), become('.build/backup-command.mjs', 'restore')],

  test: [tools, engine, node24, checks(), vitest()],
  'test:unit': [tools, engine, vitest('--project', 'unit')],
  'test:browser': [tools, engine, vitest('--project', 'browser')],
  soak: [tools, engine, soak],
  lint: [tools, checks('lint')],
  typecheck: [tools, checks('typecheck')],
  format: [tools, node('node_modules/@biomejs/biome/bin/biome', 'check', '--write', '.')],

  bench: [tools, engine, web, bundle(...measured()), become('.build/bench.mjs')],
  simulate: [tools, engine, bundle('test/simulate/simulate.ts'), become('.build/simulate.mjs')],
  screenshots: [tools, engine, web, bundle('test/browser/screenshots.ts'), become('.build/screenshots.mjs')],
  'check:documents': [tools, engine, documents],
  generate: [tools, generate],

  synth: [tools, lambdas, bundle('infra/aws/app.ts'), node('node_modules/aws-cdk/bin/cdk', 'synth', '--quiet')],
  aws: [tools, aws],
};

function checks(only) {
  return () => node('scripts/checks.mjs')(only ? [only] : []);
}

/** The long tests: kills, races, random walks. */
function soak(args) {
  Object.assign(process.env, { SOAK: '1', WALKS: '20000', KILLS: '40' });
  const folders = ['faults', 'functions/nominations', 'journeys', 'functions/certificates', 'web/assessments'].map(
    (folder) => `test/${folder}/`,
  );
  const journeys = ['every-page', 'field-faults', 'field-killed'].map((file) => `test/browser/${file}.test.ts`);
  return vitest(...folders, ...journeys)(args);
}

function measured() {
  const tests = ['bench/bench.ts', 'bench/fresh.ts', 'browser/speed.ts'].map((file) => `test/${file}`);
  return ['infra/local/main.ts', 'functions/certificates/pdf/render.ts', ...tests];
}

/** What is printed, looked at with the tools of other people: a played story, generated certificates, Word files of the strangest names. */
function documents() {
  const folder = '.build/documents';
  bundle('infra/local/scenario.ts', 'test/functions/office-documents/check.ts', 'test/functions/office-documents/support/extremes.ts')();
  node('.build/scenario.mjs')(['--papers', '--out', folder]);
  node('scripts/check-documents.mjs')([folder]);
  node('.build/check.mjs')([`${folder}/generated`]);
  node('.build/extremes.mjs')([`${folder}/van-ban`]);
  node('scripts/check-docx.mjs')([`${folder}/van-ban`]);
}

/** Writes what is generated and committed: all of it, or what is named. */
function generate(args) {
  const makers = ['openapi', 'lifecycle', 'certificate-template'];
  const unknown = args.filter((each) => !makers.includes(each));
  if (unknown.length > 0) leave(`npm run generate -- ${makers.join(' | ')}`);
  for (const maker of args.length > 0 ? args : makers) {
    bundle(`scripts/${maker}.ts`)();
    node(`.build/${maker}.mjs`)([]);
  }
}

/** Only what changes a stage's stacks needs them built. */
function aws(args) {
  if (args[0] === 'deploy' || args[0] === 'web') web();
  if (args[0] === 'deploy' || args[0] === 'destroy') {
    lambdas();
    bundle('infra/aws/app.ts')();
  }
  bundle('infra/aws/operate.ts')();
  return become('.build/operate.mjs')(args);
}

function done({ status, signal }) {
  if (status !== 0) process.exit(status ?? (signal === 'SIGINT' ? 130 : 1));
}

function leave(why) {
  console.error(why);
  process.exit(1);
}

const steps = Object.hasOwn(commands, name) ? commands[name] : leave(`node scripts/run.mjs <${Object.keys(commands).join(' | ')}>`);
for (const step of steps) await step(given);
