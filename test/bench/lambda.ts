import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { Line } from './measure.ts';

const tries = 7;
/** Whatever a handler asks for at its start; it calls nobody then. */
const environment = Object.fromEntries(
  [
    'TABLE',
    'PUBLIC_ORIGIN',
    'ORIGIN_SECRETS',
    'LIST_SECRETS',
    'ISSUER',
    'CLIENT_ID',
    'USER_POOL',
    'SIGNING_KEY',
    'MAIL_QUEUE',
    'MAIL_FROM',
    'MAIL_CONFIGURATION_SET',
  ]
    .map((name) => [name, 'https://example.vn'])
    .concat([
      ['FILES_ADDRESS', 'https://files.example.vn'],
      ['AWS_REGION', 'ap-southeast-1'],
      ['AWS_ACCESS_KEY_ID', 'x'],
      ['AWS_SECRET_ACCESS_KEY', 'x'],
      ['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true'],
    ]),
);

/** The handlers on AWS: how large each bundle is, and how long a fresh process takes to import it (the best of some, milliseconds). */
export async function lambdas(): Promise<Line[]> {
  execFileSync(process.execPath, ['scripts/build-lambdas.mjs'], { stdio: 'inherit' });
  const handlers = readdirSync('.build/lambda').filter((name) => !name.includes('.'));
  return handlers.map((handler) => {
    const bundle = `.build/lambda/${handler}/index.mjs`;
    const files = readdirSync(`.build/lambda/${handler}`).map((name) => [name, readFileSync(`.build/lambda/${handler}/${name}`)] as const);
    const size = zipSync(Object.fromEntries(files), { level: 9 }).length / 1000;
    const [most, ms] = [handler === 'public' ? 150 : 250, Math.min(...Array.from({ length: tries }, () => importTime(bundle)))];
    return {
      what: `Lambda ${handler}: zipped, imported`,
      wanted: `≤ ${most} KB, ≤ 100 ms`,
      reached: `${size.toFixed(0)} KB, ${ms.toFixed(0)} ms`,
      ratio: `${(most / size).toFixed(2)}×, ${(100 / ms).toFixed(2)}×`,
    };
  });
}

function importTime(bundle: string): number {
  const measure = `const from = performance.now(); await import(${JSON.stringify(`${process.cwd()}/${bundle}`)}); console.log(performance.now() - from)`;
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', measure], { encoding: 'utf8', env: { ...process.env, ...environment } }),
  );
}
