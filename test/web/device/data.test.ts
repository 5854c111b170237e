import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, expect, test } from 'vitest';
import {
  everyStoredAssessment,
  findBundle,
  findStoredAssessment,
  photosOf,
  saveAnswers,
  storeBundle,
} from '../../../web/assessments/device-store.ts';
import { type FieldServer, flush, unsent } from '../../../web/assessments/outbox.ts';
import { exportDevice, importDevice } from '../../../web/assessments/transfer.ts';
import { device } from '../../../web/device/database.ts';
import { bringForward, deviceForm, firstForm, valueForward } from '../../../web/device/migrations/forward.ts';
import { type DeviceStep, deviceSteps } from '../../../web/device/migrations/steps.ts';
import { keptDraft } from '../../../web/device/stored-draft.ts';
import { asideFile, asideOf, forgetAside } from '../../../web/device/unreadable.ts';
import type { Dump } from '../../browser/outlive/device-dump.ts';
import { readOld } from '../../outlive/old-folder.ts';

const devices = readOld<{ assessor: Dump; ward: Dump }>('287a010', 'devices');

afterEach(async () => {
  const db = await device();
  for (const store of db.objectStoreNames) await db.clear(store);
});

/** What the version before left on the disk, pictures as pictures. */
async function left(dump: Dump): Promise<void> {
  const db = await device();
  for (const [store, kept] of Object.entries(dump.stores))
    for (const { key, value } of kept) await db.put(store as 'visits', whole(value) as never, named(key));
}
/** Every key of this database is a text. */
const named = (key: unknown): string => (typeof key === 'string' ? key : '');
function whole(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(whole);
  if (typeof value !== 'object' || value === null) return value;
  if ('$blob' in value) return new Blob([Buffer.from(String(value.$blob), 'base64')], { type: 'type' in value ? String(value.type) : '' });
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, whole(inner)]));
}
const key = named(devices.assessor.stores['visits']?.[0]?.key);
const person = key.split(' ')[1] ?? '';

/** Takes everything, as the server does. */
const server = (sent: string[]): FieldServer => ({
  sendPhoto: async ({ sha256 }) => void sent.push(sha256),
  saveSheet: async (_, { sheet, version }) => ({ version: version + 1, sheet, state: 'writing' }) as never,
  complete: async (_, { version }) =>
    ({ version: version + 1, state: 'completed', clocks: { receivedAt: '2026-12-01T04:00:00.000Z' } }) as never,
});
const outside = (sent: string[]) => ({
  server: server(sent),
  now: () => Number.MAX_SAFE_INTEGER,
  random: () => 0,
  newActionId: () => 'a' as never,
});

test('a visit that the version before kept is understood whole, waits to be sent, and is sent', async () => {
  await left(devices.assessor);
  expect(await everyStoredAssessment(person)).toHaveLength(1);
  expect((await findBundle(key))?.assignment.sample.merchants.length).toBeGreaterThan(0);
  expect(await photosOf(key)).toHaveLength(10);
  expect((await unsent(person)).map(({ kind }) => kind).sort()).toEqual([
    ...Array(1).fill('completion'),
    ...Array(10).fill('photo'),
    'sheet',
  ]);
  const sent: string[] = [];
  expect(await flush(outside(sent), person)).toBeUndefined();
  expect(new Set(sent).size).toBe(10);
  expect((await findStoredAssessment(key))?.finished?.receipt).toMatchObject({ state: 'completed', photos: 10 });
  expect(await asideOf(person)).toEqual([]);
});

test('a visit that is not understood is put aside whole, holds nothing up, and can be saved before it is deleted', async () => {
  await left(devices.assessor);
  const db = await device();
  const broken = { ...(await db.get('visits', key)), revision: 'ba' };
  await db.put('visits', broken as never, key);
  await db.put('photos', { visit: key, sha256: 5, bytes: new Blob(['ảnh']) } as never, `${key} five`);
  expect(await saveAnswers(key, (was) => was)).toBeUndefined();
  expect(await everyStoredAssessment(person)).toEqual([]);
  expect(await photosOf(key)).toHaveLength(10);
  const aside = await asideOf(person);
  expect(aside.map(({ store }) => store).sort()).toEqual(['photos', 'visits']);
  expect(aside.find(({ store }) => store === 'visits')?.value).toEqual(broken);
  expect(await asideOf('somebody else')).toEqual([]);
  const file = JSON.parse(await (await asideFile(aside)).text()) as {
    unreadable: { store: string; value: { bytes?: { base64: string } } }[];
  };
  const picture = file.unreadable.find(({ store }) => store === 'photos')?.value.bytes?.base64;
  expect(Buffer.from(picture ?? '', 'base64').toString()).toBe('ảnh');
  await forgetAside(aside);
  expect(await asideOf(person)).toEqual([]);
});

test('taking an assignment along never writes over a visit that is not understood', async () => {
  await left(devices.assessor);
  const assignment = await findBundle(key);
  const db = await device();
  await db.put('visits', { sheet: 'lạ', personId: person } as never, key);
  if (assignment) await storeBundle(assignment, key.split(' ')[0] as never);
  expect((await findStoredAssessment(key))?.revision).toBe(0);
  expect((await asideOf(person)).map(({ value }) => value)).toEqual([{ sheet: 'lạ', personId: person }]);
});

const weather: DeviceStep = { name: '2027-01-15-visits-weather', store: 'visits', bring: (was) => ({ weather: 'khô', ...was }) };

test('a step brings what lies there into the new form when the database is opened, and puts aside what it cannot bring', async () => {
  const stores = ['visits', 'photos', 'unreadable'];
  const before = await openDB('stepped', firstForm, {
    upgrade(db) {
      for (const name of stores) db.createObjectStore(name);
    },
  });
  await before.put('visits', { sheet: 1 }, 'a');
  await before.put('photos', { sha256: 2 }, 'b');
  before.close();
  const fails: DeviceStep = {
    name: '2027-02-01-photos',
    store: 'photos',
    bring: () => {
      throw new Error('no such photo');
    },
  };
  const steps = [weather, fails];
  const after = await openDB('stepped', deviceForm(steps), { upgrade: (_, was, __, tx) => void bringForward(tx as never, was, steps) });
  expect(await after.getAll('visits')).toEqual([{ weather: 'khô', sheet: 1 }]);
  expect(await after.getAll('photos')).toEqual([]);
  expect(await after.getAll('unreadable')).toMatchObject([{ store: 'photos', key: 'b', value: { sha256: 2 } }]);
  after.close();
  await expect(openDB('stepped', firstForm)).rejects.toThrow();
});

test('steps stand in the order of their days, and a file of an earlier form is brought forward, one of a later refused', async () => {
  const days = deviceSteps.map(({ name }) => name.slice(0, 10));
  expect(days).toEqual([...days].sort());
  expect(valueForward('visits', 'a', firstForm, { sheet: 1 }, [weather])).toEqual({ weather: 'khô', sheet: 1 });
  expect(valueForward('visits', 'a', firstForm + 1, { sheet: 1 }, [weather])).toEqual({ sheet: 1 });
  await left(devices.assessor);
  const file = JSON.parse(await (await exportDevice(person)).text()) as { form?: number };
  expect(file.form).toBe(deviceForm());
  const { form: _, ...old } = file;
  expect(await importDevice(new Blob([JSON.stringify(old)]), person)).toBe(1);
  await expect(importDevice(new Blob([JSON.stringify({ ...file, form: deviceForm() + 1 })]), person)).rejects.toThrow('newer');
});

test('what was half typed yesterday fills the form of today; what it cannot show is put aside', async () => {
  await left(devices.ward);
  const [draft] = devices.ward.stores['drafts'] ?? [];
  const name = named(draft?.key);
  const me = name.split(' ').at(-1) ?? '';
  const empty = { kind: 'street', name: '', from: '', to: '', side: '', address: '', line: [], id: '', colour: 'chưa chọn' };
  expect((await keptDraft(name, empty))?.value).toMatchObject({ name: 'Lê Lợi', colour: 'chưa chọn' });
  expect(await keptDraft(name, { ...empty, line: 'một đường' })).toBeUndefined();
  expect((await asideOf(me)).map(({ store }) => store)).toEqual(['drafts']);
});
