import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDatabase } from '../../../infra/local/database.ts';
import { demoPassword } from '../../../infra/local/demo-fixtures.ts';
import { type Instance, type Options, startInstance } from '../../../infra/local/instance.ts';
import { signIn } from '../../../infra/local/sign-in.ts';

const folders: string[] = [];
const instances: Instance[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'pho-so-parts-'));
  folders.push(made);
  return made;
};
const start = async (with_: Partial<Options> = {}) => {
  const started = await startInstance({
    host: 'localhost',
    port: 0,
    dataDir: folder(),
    demo: 'off',
    now: () => new Date(),
    log: () => {},
    ...with_,
  });
  if (started.ok) instances.push(started.value);
  return started;
};
const running = async (with_?: Partial<Options>): Promise<Instance> => {
  const started = await start(with_);
  if (!started.ok) throw new Error(started.failure.detail);
  return started.value;
};

beforeAll(() => {
  process.env['AWS_ACCESS_KEY_ID'] = 'local';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'local';
});
afterAll(async () => {
  for (const instance of instances) await instance.stop();
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

test('people sign in at another OpenID provider, whose keys are found through its discovery document', async () => {
  const provider = await running({ demo: 'town' });
  const registry = await running({ oidcIssuer: `${provider.origin}/oidc` });
  const { accessToken } = await signIn(provider.origin, 'minhkhai', demoPassword);
  const ask = (token: string) => fetch(`${registry.origin}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  // The token is good; that the registry knows nobody by it yet is another matter.
  expect(await (await ask(accessToken)).json()).toMatchObject({ code: 'unknown-person' });
  expect(await (await ask(`${accessToken.slice(0, -6)}AAAAAA`)).json()).toMatchObject({ code: 'token-refused' });
  const ownToken = await signIn(provider.origin, 'kinhte', demoPassword);
  expect((await fetch(`${provider.origin}/api/me`, { headers: { authorization: `Bearer ${ownToken.accessToken}` } })).status).toBe(200);
});

test('a provider that is not there, or calls itself otherwise, is named at the start, and nothing is started', async () => {
  const nobody = await start({ oidcIssuer: 'http://localhost:9' });
  expect(nobody).toMatchObject({ ok: false, failure: { code: 'issuer-unusable' } });
  const provider = await running();
  const otherwise = await start({ oidcIssuer: `${provider.origin}/oidc/` });
  expect(otherwise).toMatchObject({ ok: false, failure: { code: 'issuer-unusable' } });
});

test('another DynamoDB takes the place of the embedded one', async () => {
  const database = await startDatabase({});
  if (!database.ok) throw new Error(database.failure.detail);
  const registry = await running({ dynamodbEndpoint: database.value.endpoint, demo: 'town' });
  expect((await fetch(`${registry.origin}/api/health`)).status).toBe(200);
  const { accessToken } = await signIn(registry.origin, 'minhkhai', demoPassword);
  const me = await fetch(`${registry.origin}/api/me`, { headers: { authorization: `Bearer ${accessToken}` } });
  expect(await me.json()).toMatchObject({ roles: [{ role: 'ward', authorityId: 'minh-khai' }] });
  await instances.pop()?.stop();
  await database.value.stop();
});

test('with a certificate it serves HTTPS', async () => {
  const made = folder();
  const [key, cert] = [join(made, 'key.pem'), join(made, 'cert.pem')];
  const requested = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
  ];
  execFileSync('openssl', [...requested, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const registry = await running({ tls: { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } });
  expect(registry.origin).toMatch(/^https:/);
  const status = await new Promise((resolve, reject) => {
    request(`${registry.origin}/api/health`, { rejectUnauthorized: false }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
});
