import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifySignedPdf } from '../../functions/certificates/signature/verify.ts';
import { findCertificate } from '../../functions/certificates/store.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import { checkTable } from '../../functions/data/check-table.ts';
import { findDossier, readSnapshot } from '../../functions/nominations/store.ts';
import { startInstance } from '../../infra/local/instance.ts';
import type { CertificateCode, NominationId } from '../../shared/ids.ts';
import { isSame } from '../../web/assessments/outbox.ts';
import { answersOf } from '../outlive/answers.ts';
import { countsOf, everyItem, lasting, type Made, oldFolder, readOld } from '../outlive/old-folder.ts';
import { aDevice, enter, type RunningApp } from './app.ts';
import { atServer, onDisk, stored } from './assessing.ts';
import { aBrowser } from './browser.ts';
import type { Dump } from './outlive/device-dump.ts';
import { loaded } from './outlive/device-load.ts';

const version = '287a010';
const made = readOld<Made>(version, 'made');
const devices = readOld<{ assessor: Dump; ward: Dump }>(version, 'devices');
const folder = oldFolder(version);
let app: RunningApp;
beforeAll(async () => {
  // The deadlines of the folder's programme are those of its day: so is the server's clock. The sign-in goes by the day of the browser,
  // which forgets a cookie that has run out by its own clock.
  const behind = Date.now() - Date.parse(made.madeAt) - 3_600_000;
  const started = await startInstance({
    host: 'localhost',
    // Who may sign in is kept under the provider's address.
    port: Number(new URL(made.origin).port),
    dataDir: folder,
    demo: 'on',
    webDir: '.build/web',
    now: () => new Date(Date.now() - behind),
    log: (line) => line.level === 'error' && console.error(JSON.stringify(line)),
  });
  if (!started.ok) throw new Error(started.failure.detail);
  const { origin, deps, stop } = started.value;
  const browser = await aBrowser();
  app = { origin, deps, browser, stop };
}, 120_000);
afterAll(async () => {
  await app.browser.close();
  await app.stop();
  rmSync(folder, { recursive: true });
});

test('the data folder of the version before opens with everything in it, and every record is proven by its entry', async () => {
  const { table } = app.deps;
  expect(countsOf(await everyItem(table))).toEqual(lasting(made.kinds));
  expect(await checkTable(table.doc, table.name)).toMatchObject({
    records: made.records,
    entries: made.entries,
    unproven: [],
    unreadable: [],
  });
});

test('everybody signs in as before and is answered as before, list by list', async () => {
  expect(await answersOf(app.origin, made.ids)).toEqual(made.answers);
}, 300_000);

test('certificates and frozen lists are the very bytes that were stored', async () => {
  const { table, blobs } = app.deps;
  for (const code of made.ids.certificates as CertificateCode[]) {
    const certificate = await findCertificate(table, code);
    const file = (await blobs.get(blobKey.certificate(code))) ?? new Uint8Array();
    expect(certificate?.file).toMatchObject({ state: 'ready', sha256: createHash('sha256').update(file).digest('hex') });
    expect(verifySignedPdf(file)).toMatchObject({ outcome: 'valid' });
  }
  for (const id of made.ids.nominations as NominationId[]) {
    const nomination = (await findDossier(table, id))?.nomination;
    if (!nomination || !('submission' in nomination)) continue;
    const { snapshot, figures } = nomination.submission;
    const bytes = (await blobs.get(blobKey.snapshot(snapshot))) ?? new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(snapshot);
    expect((await readSnapshot(blobs, snapshot)).filter(({ state }) => state === 'active')).toHaveLength(figures.merchants);
  }
});

test('a visit that waited on a phone of the version before is shown and reaches the server whole', async () => {
  const { page, context, faults } = await aDevice(app, { width: 360, height: 740 });
  // Before the app is opened for the first time: what the old one left behind. A page of the origin that runs none of the app.
  await page.goto('/robots.txt');
  await loaded(page, devices.assessor);
  const before = devices.assessor.stores['visits']?.[0]?.value as { nominationId: string; sheet: object };
  await page.goto('/cho-gui');
  await enter(page, 'thamdinh2');
  await page.goto('/cho-gui');
  await page.getByText('Bản để riêng').waitFor();
  await expect.poll(async () => (await onDisk(page))?.finished?.receipt?.photos, { timeout: 60_000 }).toBe(10);
  const mine = await onDisk(page);
  const theirs = await atServer(app, mine);
  expect(theirs?.state).toMatch(/completed|late/);
  expect(isSame(theirs?.sheet, before.sheet)).toBe(true);
  for (const hash of (await stored<{ sha256: string }>(page, 'photos')).map(({ sha256 }) => sha256))
    expect(await app.deps.blobs.stat(blobKey.upload(hash as never))).toBeDefined();
  expect(faults).toEqual([]);
  await context.close();
}, 120_000);

test('what a ward had half typed in the version before stands in the form again', async () => {
  const { page, context } = await aDevice(app);
  await page.goto('/robots.txt');
  await loaded(page, devices.ward);
  await page.goto('/');
  await enter(page, 'minhkhai');
  await page.goto('/duong/moi');
  const name = page.locator('main input[type=text], main input:not([type])').first();
  await expect.poll(() => name.inputValue()).toBe('Lê Lợi');
  await context.close();
}, 60_000);
