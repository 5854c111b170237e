import { execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { checkData } from '../../../infra/local/check-data.ts';
import { tableName } from '../../../infra/local/database.ts';
import { demoProgramme } from '../../../infra/local/demo-programme.ts';
import { startInstance } from '../../../infra/local/instance.ts';
import { people } from '../../../infra/local/scenario/client.ts';
import { answersOf, type Ids } from '../../outlive/answers.ts';
import { compressed, packed } from '../../outlive/archive.ts';
import { countsOf, everyItem, type Made } from '../../outlive/old-folder.ts';
import { type RunningApp, signedIn } from '../app.ts';
import { allClosed, answerAll, handIn, openFirst } from '../assessing.ts';
import { aBrowser } from '../browser.ts';
import { type Dump, dumped } from './device-dump.ts';

const commit = execSync('git rev-parse --short=7 HEAD').toString().trim();
const port = 18_710;
const out = process.env['OUTLIVE_OUT'] ?? join('test/outlive', commit);

test('a data folder and two devices of this version, and what its server answers', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-outlive-'));
  const madeAt = new Date().toISOString();
  const app = await anApp(dataDir);
  await anImport(app.origin);
  await aCeremony(app.origin);
  await othersStates(app.origin);
  const devices = { assessor: await anAssessor(app), ward: await aWard(app) };
  const items = await everyItem(app.deps.table);
  await app.stop();

  const found = await checkData(dataDir, tableName);
  if (!found.ok) throw new Error(found.failure.code);
  const { records, entries, unproven } = found.value;
  expect(unproven).toEqual([]);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'folder.br'), packed(dataDir));
  writeFileSync(join(out, 'devices.json.br'), compressed(Buffer.from(JSON.stringify(devices))));

  // Asked of a copy, so to say: some answers are files that the server then keeps.
  const again = await anApp(dataDir);
  const ids = idsOf(items);
  const answers = await answersOf(again.origin, ids);
  await again.stop();
  const made: Made & { commit: string } = { commit, madeAt, origin: app.origin, records, entries, kinds: countsOf(items), ids, answers };
  writeFileSync(join(out, 'made.json.br'), compressed(Buffer.from(JSON.stringify(made))));
  const refused = Object.entries(answers).filter(([, [status]]) => status !== 200);
  console.log(JSON.stringify({ ...made, ids: undefined, answers: Object.keys(answers).length, refused }, null, 1));
  rmSync(dataDir, { recursive: true });
});

async function anApp(dataDir: string): Promise<RunningApp> {
  const started = await startInstance({
    host: 'localhost',
    // Who may sign in is kept under the address of the provider: the folder is opened again at the very same.
    port,
    dataDir,
    demo: 'on',
    webDir: '.build/web',
    now: () => new Date(),
    log: () => {},
  });
  if (!started.ok) throw new Error(started.failure.detail);
  const browser = await aBrowser();
  const { origin, deps, stop } = started.value;
  return {
    origin,
    deps,
    browser,
    async stop() {
      await browser.close();
      await stop();
    },
  };
}

/** What the demonstration has no example of: a programme that is set up, an edition that is retired, a person whose access ended. */
async function othersStates(origin: string): Promise<void> {
  const [admin, officer] = [await people(origin)('quantri'), await people(origin)('kinhte')];
  await officer.send('POST', '/api/programmes', { id: uuidv7(), details: demoProgramme(new Date(Date.now() + 300 * 86_400_000)) });
  const id = uuidv7();
  const details = { name: 'Lê Lan', login: 'lelan', authorityId: 'hong-bang', roles: [{ role: 'officer', authorityId: 'hong-bang' }] };
  const { person } = await admin.send<{ person: { version: number } }>('POST', '/api/people', { id, details });
  await admin.send('POST', `/api/people/${id}/disabling`, { actionId: uuidv7(), version: person.version });
  const { items } = await admin.get<{ items: { id: string; state: string; edition: number; version: number }[] }>(
    '/api/authorities/hai-phong/criteria-sets',
  );
  const draft = items.find(({ state }) => state === 'draft');
  const set = `/api/criteria-sets/${draft?.id}/editions`;
  await admin.send('POST', `${set}/${draft?.edition}/retirement`, { actionId: uuidv7(), version: draft?.version });
  await admin.send('POST', set, { actionId: uuidv7() });
}

/** A ward enters a street and pastes its list. */
async function anImport(origin: string): Promise<void> {
  const ward = await people(origin)('minhkhai');
  const [streetId, id] = [uuidv7(), uuidv7()];
  const details = { kind: 'street', name: 'Trần Phú', from: 'số 1', to: 'số 40' };
  await ward.send('POST', '/api/streets', { id: streetId, wardId: 'minh-khai', details });
  const text = 'TT\tTên cơ sở\tSố nhà\tQR\n1\tPhở Hương\t12A\tx\n2\tBún cá Minh\t14\tx\n3\tTạp hóa Lan\t16\t\n';
  const plan = { source: { kind: 'pasted', text }, rows: 'good-rows', leaveOut: [], distinct: [] };
  const done = await ward.send<{ state: string }>('POST', `/api/streets/${streetId}/imports`, { id, plan });
  expect(done.state).toBe('done');
}

/** Leadership puts the ceremony of the programme in order, and asks for the list to read from. */
async function aCeremony(origin: string): Promise<void> {
  const leader = await people(origin)('chutich');
  const { items } = await leader.get<{ items: { id: string }[] }>('/api/authorities/hong-bang/programmes');
  for (const { id } of items) {
    const at = `/api/programmes/${id}/ceremony`;
    const shown = await leader.get<{ version: number; handovers: { nominationId: string }[] }>(at);
    if (shown.handovers.length === 0) continue;
    const order = shown.handovers.map(({ nominationId }) => nominationId).reverse();
    await leader.send('PUT', at, { actionId: uuidv7(), version: shown.version, order });
    await leader.send('POST', `${at}/files`, { what: 'list' });
  }
}

/** An assessor goes out without a network, hands the visit in on the phone, and exports and imports it there: everything waits. */
async function anAssessor(app: RunningApp): Promise<Dump> {
  const { page, context } = await signedIn(app, 'thamdinh2', { width: 360, height: 740 });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await openFirst(page);
  await context.setOffline(true);
  await page
    .getByRole('button', { name: 'Ghi nhận có mặt' })
    .or(page.getByRole('button', { name: 'Ghi lại vị trí' }))
    .click();
  await page.getByText('sai số khoảng').waitFor();
  await answerAll({ page });
  await allClosed(page);
  await page.getByLabel('Nhận xét chung').fill('Mưa to, phố vẫn đông');
  await handIn(page);
  await page.locator('a[href="/cho-gui"]').click();
  await page.getByRole('button', { name: 'Xuất ra tệp' }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Xuất ra tệp' }).click()]);
  await page.locator('input[type=file]').setInputFiles(await file.path());
  await page.getByText('Bản để riêng').waitFor();
  return withoutTokens(await settled(page));
}

/** A ward officer begins a street and is called away. */
async function aWard(app: RunningApp): Promise<Dump> {
  const { page } = await signedIn(app, 'minhkhai', { path: '/' });
  await page.goto('/duong/moi');
  await page.locator('main input[type=text], main input:not([type])').first().fill('Lê Lợi');
  await page.waitForTimeout(1500);
  return withoutTokens(await settled(page));
}

async function settled(page: Page): Promise<Dump> {
  await page.waitForTimeout(2000);
  return dumped(page);
}

/** Nobody signs in with what lies here: the tokens are words. */
const withoutTokens = (dump: Dump): Dump =>
  JSON.parse(
    JSON.stringify(dump, (name, value: unknown) => (/^(accessToken|refreshToken|idToken)$/.test(name) ? 'taken out' : value)).replaceAll(
      /eyJ[\w-]+\.[\w-]+\.[\w-]+/g,
      'taken out',
    ),
  ) as Dump;

function idsOf(items: readonly Record<string, unknown>[]): Ids {
  const of = (type: string) =>
    items.filter((item) => item['type'] === type).map((item) => JSON.parse(String(item['data'])) as Record<string, string>);
  const id = (type: string) =>
    of(type)
      .map((each) => each['id'] ?? '')
      .sort();
  const below = (type: string) =>
    of(type)
      .map((each) => ({ id: each['id'] ?? '', streetId: each['streetId'] ?? '' }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    programmes: id('programme'),
    criteria: of('criteria').map((each) => ({ id: each['id'] ?? '', edition: Number(each['edition']) })),
    streets: of('street').map((each) => ({ id: each['id'] ?? '', wardId: each['wardId'] ?? '' })),
    merchants: below('merchant'),
    imports: below('import'),
    nominations: id('nomination'),
    certificates: of('certificate').map((each) => each['code'] ?? ''),
    people: id('person'),
  };
}
