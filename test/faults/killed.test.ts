import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoProgramme } from '../../infra/local/demo-programme.ts';
import { type Person, people } from '../../infra/local/scenario/client.ts';
import { nominate, type Stage } from '../../infra/local/scenario/play-street.ts';
import type { Certificate } from '../../shared/certificates/certificate.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Import } from '../../shared/merchants/import.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Nomination, NominationIn } from '../../shared/nominations/nomination.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Summary } from '../../shared/programmes/summary.ts';
import type { Street } from '../../shared/streets/street.ts';
import { twoQuestions } from '../support/programme-fixture.ts';
import { type Running, running } from './running.ts';

const rounds = (usual: number): number => Number(process.env['KILLS'] ?? usual);
const rows = 1200;
let product: Running;

beforeAll(async () => {
  product = await running();
});
afterAll(() => product.end());

test('an import is killed at a random point, by the server or by its database, and goes on after a restart: no shop lost, none twice', async () => {
  for (let round = 0; round < rounds(1); round++) {
    const ward = await started('minhkhai');
    const streetId = uuidv7();
    const details = { kind: 'street', name: `Lê Thánh Tông ${round}`, from: 'số 1', to: `số ${rows}` };
    await ward.send<Street>('POST', '/api/streets', { id: streetId, wardId: 'minh-khai', details });
    const id = uuidv7();
    const order = { id, plan: { source: { kind: 'pasted', text: list(round) }, rows: 'good-rows', leaveOut: [], distinct: [] } };
    const cutOff = ward.send<Import>('POST', `/api/streets/${streetId}/imports`, order).catch(() => undefined);
    await pause(100 + Math.random() * 700);
    const before = (await ward.get<Street>(`/api/streets/${streetId}`)).figures.merchants;
    await product.kill(round % 2 === 0 ? 'server' : 'database');
    await cutOff;

    const again = await started('minhkhai');
    const kept = await again.get<Street>(`/api/streets/${streetId}`);
    expect(kept.figures.merchants).toBeGreaterThanOrEqual(before);
    expect(await count(again, streetId)).toBe(kept.figures.merchants);
    let done = await again.send<Import>('POST', `/api/streets/${streetId}/imports`, order);
    while (done.state === 'running') done = await again.send<Import>('POST', `/api/streets/${streetId}/imports/${id}/continuation`, {});
    expect(done.written).toBe(rows);
    expect((await again.get<Street>(`/api/streets/${streetId}`)).figures).toMatchObject({ merchants: rows, cashless: rows });
    expect(await count(again, streetId)).toBe(rows);
    expect(await again.get(`/api/history/street/${streetId}`)).toMatchObject({ intact: true });
    await product.stop();
  }
}, 600_000);

test('a server that is killed right after it has saved a dossier counts it when it starts again', async () => {
  const ward = await started('minhkhai');
  const [programme] = (await ward.get<{ items: Programme[] }>('/api/authorities/hong-bang/programmes')).items;
  const drafts = async (officer: Person) => (await officer.get<Summary>(`/api/programmes/${programme?.id}/summary`)).states['draft'] ?? 0;
  const before = await drafts(await people(product.origin)('kinhte'));
  const street = uuidv7();
  await ward.send<Street>('POST', '/api/streets', { id: street, wardId: 'minh-khai', details: { kind: 'street', name: 'Bến Bính' } });
  await ward.send('POST', '/api/nominations', { id: uuidv7(), programmeId: programme?.id, streetId: street });
  await product.kill('server');

  const officer = await started('kinhte');
  await vi.waitFor(async () => expect(await drafts(officer)).toBe(before + 1), { timeout: 10_000 });
  await product.stop();
}, 120_000);

test('approvals are killed at a random point: after a restart no number is missing or twice, nothing is half done, and every file is made', async () => {
  let leader = await started('chutich');
  for (let round = 0; round < rounds(1); round++) {
    const waiting = await recommended(10);
    // One by one, and four together as one decision.
    const groups = [...waiting.slice(0, 6).map((each) => [each]), waiting.slice(6)];
    const orders = groups.map((group) => ({ actionId: uuidv7(), nominations: group.map(({ id, version }) => ({ id, version })) }));
    const approve = (by: Person) => orders.map((order) => by.send<{ items: NominationIn<'certified'>[] }>('POST', '/api/decisions', order));
    const answers = Promise.all(approve(leader).map((each) => each.catch(() => undefined)));
    await pause(Math.random() * 1200);
    await product.kill(Math.random() < 0.5 ? 'server' : 'database');
    const answered = (await answers).flatMap((each) => each?.items ?? []);

    leader = await started('chutich');
    const kept = await approvedOf(leader, waiting);
    // Whoever was told of a number keeps it.
    for (const { id, certificateNumber } of answered) expect(kept.get(id)).toBe(certificateNumber);
    for (const group of groups.filter((each) => each.length > 1)) expect(new Set(group.map(({ id }) => kept.has(id))).size).toBe(1);

    await Promise.all(approve(leader));
    const all = await approvedOf(leader, waiting);
    expect(all.size).toBe(waiting.length);
    for (const [id, number] of kept) expect(all.get(id)).toBe(number);
  }
}, 600_000);

/**
 * The numbers of those nominations that are certified, after a look at everything an approval leaves behind: certificates counted from 1
 * upwards, one for each certified nomination and none for another, their streets, histories and files.
 */
async function approvedOf(leader: Person, nominations: readonly Nomination[]): Promise<Map<string, string>> {
  const year = dayInVietnam(new Date()).slice(0, 4);
  const { items } = await leader.get<{ items: Certificate[] }>(`/api/certificates?authorityId=hong-bang&year=${year}&limit=200`);
  expect(items.map((each) => each.count)).toEqual(items.map((_, at) => at + 1));

  const numbers = new Map<string, string>();
  for (const { id, streetId } of nominations) {
    const { nomination } = await leader.get<{ nomination: Nomination }>(`/api/nominations/${id}`);
    const street = await leader.get<Street>(`/api/streets/${streetId}`);
    const [certificate, another] = items.filter((each) => each.nominationId === id);
    expect(another).toBeUndefined();
    const number = nomination.state === 'certified' ? nomination.certificateNumber : undefined;
    expect([certificate?.number, street.certified?.number]).toEqual([number, number]);
    expect(await leader.get(`/api/history/nomination/${id}`)).toMatchObject({ intact: true });
    if (!certificate || number === undefined) continue;
    const sha256 = await fileHash(leader, certificate.code);
    expect(await leader.get(`/api/certificates/${certificate.code}`)).toMatchObject({ file: { state: 'ready', sha256 } });
    numbers.set(id, number);
  }
  return numbers;
}

/** The SHA-256 of a certificate's file, waiting while it is being made. */
async function fileHash(leader: Person, code: string): Promise<string> {
  for (let tries = 0; tries < 200; tries++) {
    const address = await leader.get<{ url: string }>(`/api/certificates/${code}/file`).catch(() => undefined);
    if (address) {
      const file = await fetch(new URL(address.url, product.origin));
      return createHash('sha256')
        .update(Buffer.from(await file.arrayBuffer()))
        .digest('hex');
    }
    await pause(100);
  }
  throw new Error(`the certificate ${code} was never made`);
}

/** Streets of Minh Khai in a programme of their own, assessed over HTTP and recommended for a certificate. */
async function recommended(many: number): Promise<Nomination[]> {
  const as = people(product.origin);
  const [staff, officer] = [await as('minhkhai'), await as('kinhte')];
  const id = uuidv7();
  const details = { ...demoProgramme(new Date()), minMerchants: 1, quota: { street: many, market: 0 }, checklist: twoQuestions };
  const draft = await officer.send<Programme>('POST', '/api/programmes', { id, details });
  const programme = await officer.send<Programme>('POST', `/api/programmes/${id}/opening`, { actionId: uuidv7(), version: draft.version });
  const stage: Stage = { origin: product.origin, out: '', as, programme, assessor: 'thamdinh1', say: () => {} };
  const ward = { id: 'minh-khai', name: 'Phường Minh Khai', login: 'minhkhai' };

  const nominations: Nomination[] = [];
  for (let n = 0; n < many; n++) {
    const details = { kind: 'street', name: `Hoàng Diệu ${n}`, from: 'số 1', to: 'số 9' };
    const street = await staff.send<Street>('POST', '/api/streets', { id: uuidv7(), wardId: ward.id, details });
    const plan = { source: { kind: 'pasted', text: list(n, 1) }, rows: 'good-rows', leaveOut: [], distinct: [] };
    await staff.send<Import>('POST', `/api/streets/${street.id}/imports`, { id: uuidv7(), plan });
    const { id, version } = await nominate(stage, { ward, file: 'ds.csv' }, street);
    const advice = { actionId: uuidv7(), version, inFavour: true, reason: 'Đạt' };
    nominations.push(await officer.send<Nomination>('POST', `/api/nominations/${id}/recommendation`, advice));
  }
  return nominations;
}

/** Shops on a street, each row of the list counted once. */
async function count(ward: Person, streetId: string): Promise<number> {
  const seen = new Set<number>();
  let cursor = '';
  do {
    const page = await ward.get<{ items: Merchant[]; next?: string }>(`/api/streets/${streetId}/merchants?limit=200${cursor}`);
    for (const { imported } of page.items) {
      expect(seen.has(imported?.row ?? 0)).toBe(false);
      seen.add(imported?.row ?? 0);
    }
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : '';
  } while (cursor);
  return seen.size;
}

const list = (round: number, many = rows): string =>
  ['TT\tTên cơ sở\tSố nhà\tQR', ...Array.from({ length: many }, (_, n) => `${n + 1}\tQuán ${round}-${n}\t${n + 1}\tx`)].join('\n');

async function started(login: string): Promise<Person> {
  await product.start();
  return people(product.origin)(login);
}
