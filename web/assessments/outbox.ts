import type { Public } from '../../functions/http/route.ts';
import type { Assessment, AssessmentSheet } from '../../shared/assessments/assessment.ts';
import type { ActionId, Instant, NominationId } from '../../shared/ids.ts';
import { device } from '../device/database.ts';
import { readOne } from '../device/reading.ts';
import { type Refusal, refusalOf } from '../server/problem.ts';
import { keptTry } from './device-schemas.ts';
import { changeStoredAssessment, everyStoredAssessment, namedPhotos, photosOf, publish } from './device-store.ts';
import { photoKey, type StoredAssessment, type StoredPhoto, type Try } from './device-types.ts';

/** What the outbox asks of the server; each throws a `Problem`. Repeating one with the same ids changes nothing more. */
export type FieldServer = {
  sendPhoto: (photo: StoredPhoto) => Promise<void>;
  saveSheet: (id: NominationId, request: { actionId: ActionId; version: number; sheet: AssessmentSheet }) => Promise<Public<Assessment>>;
  complete: (
    id: NominationId,
    request: { actionId: ActionId; version: number; completedAt: Instant; clockOffsetMs: number },
  ) => Promise<Public<Assessment>>;
};
export type Outside = { server: FieldServer; now: () => number; random: () => number; newActionId: () => ActionId };

/** One thing that is still to be sent. */
export type Item = { id: string; visit: StoredAssessment } & (
  | { kind: 'photo'; photo: StoredPhoto }
  | { kind: 'sheet' }
  /** Waits until the sheet and every photo are there: `ready` says so. */
  | { kind: 'completion'; ready: boolean }
);

/** Everything of this person that the server does not hold yet, photos first. */
export async function unsent(personId: string): Promise<Item[]> {
  const items = await Promise.all((await everyStoredAssessment(personId)).map(unsentOf));
  return items.flat();
}

async function unsentOf(visit: StoredAssessment): Promise<Item[]> {
  const named = namedPhotos(visit.sheet);
  const waiting = (await photosOf(visit.key)).filter((photo) => !photo.sent && named.has(photo.sha256));
  const sheetWaits = visit.revision > visit.sent.revision || visit.sending !== undefined;
  return [
    ...waiting.map((photo): Item => ({ id: `photo ${photoKey(visit.key, photo.sha256)}`, kind: 'photo', photo, visit })),
    ...(sheetWaits ? [{ id: `sheet ${visit.key}`, kind: 'sheet', visit } as const] : []),
    ...(visit.finished && !visit.finished.receipt
      ? [{ id: `completion ${visit.key}`, kind: 'completion', visit, ready: waiting.length === 0 && !sheetWaits } as const]
      : []),
  ];
}

/**
 * Sends what is due, once; one item that fails never blocks the next. Call it on reconnecting, opening, becoming visible and by a timer;
 * it may be called at any time and in any number of tabs (`flushAlone`). Tells when to call again, in milliseconds, if anything waits.
 */
export async function flush(outside: Outside, personId: string): Promise<number | undefined> {
  const photos = (await unsent(personId)).filter((item) => item.kind === 'photo');
  await inParallel(3, photos, (item) => attempt(outside, item));
  const sheets = (await unsent(personId)).filter((item) => item.kind === 'sheet');
  for (const item of sheets) await attempt(outside, item);
  const done = (await unsent(personId)).filter((item) => item.kind === 'completion' && item.ready);
  for (const item of done) await attempt(outside, item);
  return untilNext(outside, await unsent(personId));
}

async function untilNext({ now }: Outside, items: readonly Item[]): Promise<number | undefined> {
  const waits = await Promise.all(
    items
      .filter((item) => !item.visit.trouble && (item.kind !== 'completion' || item.ready))
      .map(async ({ id }) => waitOf(await readOne('tries', id, keptTry), now())),
  );
  return waits.length > 0 ? Math.min(...waits) : undefined;
}

async function attempt(outside: Outside, item: Item): Promise<void> {
  const db = await device();
  const before = await readOne('tries', item.id, keptTry);
  if (item.visit.trouble && item.kind !== 'photo') return;
  if (waitOf(before, outside.now()) > 0) return;
  try {
    await send(outside, item);
    await db.delete('tries', item.id);
  } catch (error) {
    const refusal = refusalOf(error);
    if (isForGood(refusal) && item.kind !== 'photo') await settle(item, refusal);
    const count = (before?.count ?? 0) + 1;
    const nextAt = outside.now() + pause(count, outside.random());
    // A full device cannot note the try; that is no reason to hold up the next item.
    await db.put('tries', { count, nextAt, refusal }, item.id).catch(() => {});
  }
  publish();
}

/** 2, 4, 8 … seconds up to five minutes, spread so that a hundred phones do not return at once after a network failure. */
export const pause = (count: number, random: number): number => Math.min(longest, 2 ** Math.min(count, 10) * 1000) * (0.5 + random);
const longest = 300_000;

// A pause longer than any we make comes from a clock that was set back: it is over.
function waitOf(tried: Try | undefined, now: number): number {
  const wait = (tried?.nextAt ?? 0) - now;
  return wait > 0 && wait <= longest * 1.5 ? wait : 0;
}

/** Ends the pauses: of everything when the person asks for it, of what found no network when there is one again. */
export async function retryNow(which: 'everything' | 'offline'): Promise<void> {
  const tx = (await device()).transaction('tries', 'readwrite');
  for (const id of await tx.store.getAllKeys()) {
    const tried = keptTry.safeParse(await tx.store.get(id)).data;
    if (tried && (which === 'everything' || tried.refusal.code === 'offline')) await tx.store.put({ ...tried, nextAt: 0 }, id);
  }
  await tx.done;
}

// What another try could change: no network, no sign-in, a server that is busy or ill. Everything else waits for a person.
const passing = new Set<Refusal['code']>([
  'offline',
  'unexpected',
  'busy',
  'too-many-requests',
  'not-signed-in',
  'token-refused',
  'address-expired',
  'address-invalid',
  'file-incomplete',
  'file-damaged',
  'file-missing',
]);
const isForGood = ({ code, status }: Refusal): boolean => !passing.has(code) && status < 500;

async function send(outside: Outside, item: Item): Promise<void> {
  switch (item.kind) {
    case 'photo':
      await outside.server.sendPhoto(item.photo);
      return void (await (await device()).put('photos', { ...item.photo, sent: true }, photoKey(item.visit.key, item.photo.sha256)));
    case 'sheet':
      return sendSheet(outside, item.visit);
    case 'completion':
      return complete(outside, item.visit);
  }
}

async function sendSheet({ server, newActionId }: Pick<Outside, 'server' | 'newActionId'>, { key }: StoredAssessment): Promise<void> {
  // Written down before it is sent: after a killed tab the very same request goes out again.
  const visit = await changeStoredAssessment(key, (now) =>
    now.sending
      ? now
      : { ...now, sending: { actionId: newActionId(), revision: now.revision, version: now.sent.version, sheet: now.sheet } },
  );
  if (!visit?.sending) return;
  const { revision, ...request } = visit.sending;
  try {
    await noteAcknowledged(key, revision, await server.saveSheet(visit.nominationId, request));
  } catch (error) {
    const current = currentOf(refusalOf(error));
    // The answer was lost, and an extended deadline gave the visit a new version before the request was repeated.
    if (current && isSame(current.sheet, request.sheet)) return noteAcknowledged(key, revision, current);
    // Nobody wrote: an extended deadline gave the visit a new version with the very sheet that was sent last. On top of that, then.
    if (current?.state !== 'writing' || !isSame(current.sheet, visit.sent.sheet)) throw error;
    await changeStoredAssessment(key, (now) => ({ ...now, sending: undefined, sent: { ...now.sent, version: current.version } }));
    return sendSheet({ server, newActionId }, visit);
  }
}

const noteAcknowledged = async (key: string, revision: number, { version, sheet }: Public<Assessment>): Promise<void> =>
  void (await changeStoredAssessment(key, (now) => ({
    ...now,
    sending: undefined,
    sent: { revision, version, sheet: sheet as AssessmentSheet },
  })));

const currentOf = ({ code, params }: Refusal): Public<Assessment> | undefined =>
  code === 'changed-meanwhile' && params?.['what'] === 'assessment' ? (params['current'] as Public<Assessment>) : undefined;

/** Whether two sheets say the same, in whatever order their keys stand. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
const sorted = (_: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, inner]) => inner !== undefined)
          .sort(([one], [other]) => (one < other ? -1 : 1)),
      )
    : value;

async function complete({ server, newActionId }: Outside, { key }: StoredAssessment): Promise<void> {
  const visit = await changeStoredAssessment(key, (now) =>
    now.finished && !now.finished.request
      ? { ...now, finished: { ...now.finished, request: { actionId: newActionId(), version: now.sent.version } } }
      : now,
  );
  const { finished } = visit ?? {};
  if (!visit || !finished?.request) return;
  const { completedAt, clockOffsetMs, request } = finished;
  const done = await server.complete(visit.nominationId, { ...request, completedAt, clockOffsetMs });
  const receivedAt = 'clocks' in done ? done.clocks.receivedAt : completedAt;
  const receipt = { state: done.state, receivedAt, photos: namedPhotos(visit.sheet).size };
  await changeStoredAssessment(key, (now) => ({
    ...now,
    finished: { ...finished, receipt },
    sent: { ...now.sent, version: done.version },
  }));
}

/** What the server refused for good is put before the person; nothing written is touched. */
async function settle(item: Item, refusal: Refusal): Promise<void> {
  const theirs = currentOf(refusal);
  await changeStoredAssessment(item.visit.key, (now) => {
    // A hand-in that crossed an extended deadline: the sheet is the same, only the version moved on.
    if (item.kind === 'completion' && theirs?.state === 'writing' && now.finished && isSame(theirs.sheet, now.sheet))
      return { ...now, finished: { ...now.finished, request: undefined }, sent: { ...now.sent, version: theirs.version } };
    const trouble = theirs ? ({ kind: 'conflict', theirs } as const) : ({ kind: 'refused', refusal } as const);
    return { ...now, sending: undefined, trouble, ...(now.finished && { finished: { ...now.finished, request: undefined } }) };
  });
}

async function inParallel<T>(most: number, all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await each(next);
    }),
  );
}
