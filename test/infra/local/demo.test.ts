import { ScanCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Signer } from '../../../functions/certificates/signature/signer.ts';
import { type AuditEntry, isIntact } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { recordOf } from '../../../functions/data/item.ts';
import type { Records, RecordType } from '../../../functions/data/records.ts';
import { recordHistory } from '../../../functions/exports/history.ts';
import type { Subject } from '../../../functions/history/subject.ts';
import { loadDemo } from '../../../infra/local/demo.ts';
import { demoPeople } from '../../../infra/local/demo-fixtures.ts';
import { actorOf } from '../../../infra/local/demo-scenario.ts';
import type { LocalAccounts } from '../../../infra/local/identity/accounts.ts';
import { duplicatesAmong } from '../../../shared/merchants/duplicates.ts';
import { Nomination } from '../../../shared/nominations/nomination.ts';
import { roles } from '../../../shared/people/person.ts';
import { anInstance, type Instance } from '../../support/instance.ts';

let cutOff: Instance;
let whole: Instance;
beforeAll(async () => {
  [cutOff, whole] = await Promise.all([anInstance('2026-11-21T06:00:00.000Z'), anInstance('2026-11-21T06:00:00.000Z')]);
  // Accounts, phones and tax codes are found under the same hashes, so that both can be compared.
  Object.assign(cutOff.deps.table, { lookupKey: whole.deps.table.lookupKey });
  // A signature is random: what was signed once is answered again, so that files can be compared too.
  const { chain, sign } = whole.deps.signer;
  const signed = new Map<string, Promise<Uint8Array>>();
  const signer: Signer = {
    chain,
    sign: (message) => {
      const name = Buffer.from(message).toString('hex');
      const made = signed.get(name) ?? sign(message);
      signed.set(name, made);
      return made;
    },
  };
  for (const { deps } of [cutOff, whole]) Object.assign(deps, { signer });
  await load(whole);
}, 60_000);
afterAll(() => Promise.all([cutOff.stop(), whole.stop()]));

const load = ({ deps }: Instance): Promise<void> =>
  loadDemo(deps, { ...deps.accounts, setPassword: async () => 'set' } satisfies LocalAccounts);

/** Loads until the power fails: at a transaction that never arrives, or at one whose answer is lost. */
async function loadUntil(instance: Instance, transactions: number, fails: 'before' | 'after'): Promise<'loaded' | 'cut off'> {
  const { table } = instance.deps;
  let left = transactions;
  const doc = new Proxy(table.doc, {
    get: (target, name) => {
      if (name !== 'send') return Reflect.get(target, name) as unknown;
      return async (command: TransactWriteCommand) => {
        const last = command instanceof TransactWriteCommand && --left === 0;
        if (last && fails === 'after') await target.send(command).catch(() => {});
        if (last) throw new Error('the power failed');
        return target.send(command);
      };
    },
  });
  return load({ ...instance, deps: { ...instance.deps, table: { ...table, doc } } }).then(
    () => 'loaded',
    (error: Error) => {
      if (error.message !== 'the power failed') throw error;
      return 'cut off';
    },
  );
}

type Stored = { PK: string; SK: string; type: string; data: unknown; hash?: string };
async function everything({ deps: { table } }: Instance): Promise<Stored[]> {
  const items: Stored[] = [];
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await table.doc.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey }));
    items.push(...((page.Items ?? []) as Stored[]));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items.sort((a, b) => (`${a.PK} ${a.SK}` < `${b.PK} ${b.SK}` ? -1 : 1));
}
const allOf = async <T extends RecordType>(type: T): Promise<Records[T][]> =>
  (await everything(whole)).filter((item) => item.type === type).map((item) => recordOf(type, item));

/** Without what is drawn anew for every entry: salts, and the hashes that follow from them. */
const unsalted = (items: Stored[]): unknown =>
  JSON.parse(JSON.stringify(items, (name, value) => (['salt', 'commitment', 'hash', 'previous'].includes(name) ? '' : value) as unknown));

test('a load that is cut off again and again goes on where it stopped and ends like one that was not', async () => {
  let cuts = 0;
  while ((await loadUntil(cutOff, 3 + 3 * cuts, cuts % 2 === 0 ? 'before' : 'after')) === 'cut off') cuts += 1;
  expect(cuts).toBeGreaterThan(9);
  expect(unsalted(await everything(cutOff))).toEqual(unsalted(await everything(whole)));
}, 60_000);

test('once it is loaded, another start changes nothing, whatever people have done since', async () => {
  const before = await everything(whole);
  await load(whole);
  expect(await everything(whole)).toEqual(before);
});

test('there are streets in every state, and a market beside them', async () => {
  const [nominations, programmes] = await Promise.all([allOf('nomination'), allOf('programme')]);
  const states = Nomination.def.options.flatMap((option) => [...option.shape.state.def.values]);
  expect(new Set(nominations.map(({ state }) => state))).toEqual(new Set(states));
  const open = programmes.find(({ state }) => state === 'open');
  const now = nominations.filter(({ programmeId }) => programmeId === open?.id);
  expect(new Set(now.map(({ wardId }) => wardId)).size).toBe(9);
  expect(now.find(({ kind }) => kind === 'market')).toMatchObject({ state: 'certified', pending: { kind: 'correction' } });
  expect(programmes.map(({ state }) => state).sort()).toEqual(['closed', 'open']);
});

test('something waits for everybody: a late visit, a visit under way, a doubtful pair, an account of two owners', async () => {
  const [visits, merchants, nominations] = await Promise.all([allOf('assessment'), allOf('merchant'), allOf('nomination')]);
  expect(visits.filter((visit) => visit.state === 'late' && !visit.acknowledged).map((visit) => visit.streetName)).toEqual(['Tam Bạc']);
  expect(visits.filter((visit) => visit.state === 'writing' && visit.sheet.spotChecks.length > 0)).toHaveLength(1);

  const of = (street: string) => {
    const id = nominations.find((each) => each.streetName === street && each.state !== 'certified')?.streetId;
    return merchants.filter((each) => each.streetId === id);
  };
  expect(duplicatesAmong(of('Hùng Vương'), 'Hùng Vương').map(({ strength }) => strength)).toEqual(['maybe']);
  const accounts = of('Hồng Bàng').flatMap((each) => each.methods.flatMap(({ account }) => account ?? []));
  expect(accounts.length - new Set(accounts).size).toBe(1);
});

test('every certificate has its file: valid ones, a superseded and a revoked one', async () => {
  const certificates = await allOf('certificate');
  expect(certificates.map(({ state }) => state).sort()).toEqual(['revoked', 'superseded', 'valid', 'valid', 'valid']);
  for (const { code, file } of certificates)
    expect(file).toMatchObject({ state: 'ready', size: whole.blobs.files.get(blobKey.certificate(code))?.length });
});

test("every record's history is whole, entry by entry", async () => {
  const items = await everything(whole);
  const entries = items.filter(({ type }) => type === 'audit').map(({ data }) => data as unknown as AuditEntry);
  const last = new Map<string, { version: number; hash: string }>();
  // The entry of an import stands for version 1 of each of its rows.
  for (const { rows, hash } of entries) for (const row of rows ?? []) last.set(row, { version: 1, hash });
  for (const entry of entries) {
    const before = last.get(entry.record);
    expect([isIntact(entry), entry.version, entry.previous]).toEqual([true, (before?.version ?? 0) + 1, before?.hash ?? '']);
    last.set(entry.record, entry);
  }
  const heads = new Set([...last.values()].map(({ hash }) => hash));
  const kept = items.flatMap(({ hash }) => hash ?? []);
  expect(kept.length).toBeGreaterThan(800);
  for (const hash of kept) expect(heads).toContain(hash);
});

test('there is somebody to sign in as for every role, somebody of two wards and somebody who holds two roles', () => {
  expect(new Set(demoPeople.flatMap((person) => person.roles.map(({ role }) => role)))).toEqual(new Set(roles));
  const held = demoPeople.map((person) => person.roles.map(({ role }) => role).join(' '));
  expect(held).toContain('ward ward');
  expect(held).toContain('officer assessor');
});

/** Every record that has a history, as somebody asks for it; of the shops as many as one street has. */
function subjectsIn(items: readonly Stored[]): Subject[] {
  const of = <T extends RecordType>(type: T) => items.filter((item) => item.type === type).map((item) => recordOf(type, item));
  return [
    ...of('authority').map(({ id }): Subject => ({ type: 'authority', id })),
    ...of('person').map(({ id }): Subject => ({ type: 'person', id })),
    ...of('programme').map(({ id }): Subject => ({ type: 'programme', id })),
    ...of('criteria').map(({ id, edition }): Subject => ({ type: 'criteria', id, edition })),
    ...of('street').map(({ id }): Subject => ({ type: 'street', id })),
    ...of('nomination').map(({ id }): Subject => ({ type: 'nomination', id })),
    ...of('certificate').map(({ code }): Subject => ({ type: 'certificate', id: code })),
    ...of('merchant')
      .filter(({ version }) => version > 1)
      .slice(0, 40)
      .map(({ id, streetId }): Subject => ({ type: 'merchant', id, streetId })),
  ];
}

test('the history of all that the demonstration did is words in both languages: no code, no field name, no JSON', async () => {
  const admin = { ...actorOf('quantri'), roles: demoPeople.flatMap((each) => each.roles) };
  const output: string[] = [];
  for (const subject of subjectsIn(await everything(whole)))
    for (const language of ['vi', 'en'] as const) {
      const sheet = await recordHistory(whole.deps, admin, subject, language);
      if (!sheet.ok) throw new Error(JSON.stringify(sheet.failure));
      for await (const page of sheet.value.pages)
        for (const row of page) output.push(...[row[3], row[5], row[6]].filter((cell) => typeof cell === 'string'));
    }
  expect(output.length).toBeGreaterThan(500);
  for (const text of output) expect(text).not.toMatch(/[{}[\]]|undefined|\b[a-z]+\.[a-z]+[A-Z]?\w*\b(?=:| →|$)|\b[a-z]+[A-Z]\w+:|_[A-Z]/);
}, 120_000);
