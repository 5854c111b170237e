import { v7 as uuidv7 } from 'uuid';
import type { AssessmentSheet } from '../../shared/assessments/assessment.ts';
import type { Instant } from '../../shared/ids.ts';
import { device } from '../device/database.ts';
import { readAll, readOne } from '../device/reading.ts';
import { keptAssignment, keptPhoto, keptVisit } from './device-schemas.ts';
import { type AssessmentKey, assessmentKey, photoKey, type StoredAssessment, type StoredBundle, type StoredPhoto } from './device-types.ts';

/** Written to the disk itself, not to a buffer that a dying battery takes along. */
const strict = { durability: 'strict' } as const;
const subscribers = new Set<() => void>();

/** Calls back after every change of field work on this device, also from another tab. */
export function onFieldWork(subscriber: () => void): () => void {
  subscribers.add(subscriber);
  return () => subscribers.delete(subscriber);
}
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('pho-so.field');
channel?.addEventListener('message', () => {
  for (const subscriber of subscribers) subscriber();
});
/** Tells every page on this device that field work changed. */
export function publish(): void {
  channel?.postMessage('changed');
  for (const subscriber of subscribers) subscriber();
}

/** Takes an assignment along. What was written here for the same round stays; a new round begins with what the server holds. */
export async function storeBundle(stored: StoredBundle, nominationId: StoredAssessment['nominationId']): Promise<StoredAssessment> {
  const { assessment, street } = stored.assignment;
  const key = assessmentKey(nominationId, assessment.personId);
  const db = await device();
  const tx = db.transaction(['assignments', 'visits', 'setAside', 'unreadable'], 'readwrite', strict);
  const lying: unknown = await tx.objectStore('visits').get(key);
  const before = keptVisit.safeParse(lying).data;
  // What this version does not understand is not written over: the person finds it beside.
  if (lying !== undefined && !before)
    await tx.objectStore('unreadable').put({ store: 'visits', key, value: lying, at: new Date().toISOString() }, `visits ${key}`);
  // A dossier that was returned begins anew: what was never sent of the round before is kept beside it.
  if (before && before.round !== assessment.round && hasUnsent(before)) {
    const id = uuidv7();
    const aside = { key: id, visit: key, streetName: before.streetName, sheet: before.sheet, at: new Date().toISOString() };
    await tx.objectStore('setAside').put(aside, id);
  }
  const visit = before && before.round === assessment.round ? refreshed(before, stored) : fresh(stored, nominationId, street.name);
  await Promise.all([tx.objectStore('assignments').put(stored, key), tx.objectStore('visits').put(visit, key), tx.done]);
  publish();
  return visit;
}

function fresh(
  { assignment: { assessment } }: StoredBundle,
  nominationId: StoredAssessment['nominationId'],
  streetName: string,
): StoredAssessment {
  const { personId, round, sheet, version } = assessment;
  return {
    key: assessmentKey(nominationId, personId),
    nominationId,
    personId,
    round,
    streetName,
    sheet: sheet as AssessmentSheet,
    revision: 0,
    changedAt: new Date().toISOString(),
    sent: { revision: 0, version, sheet: sheet as AssessmentSheet },
    ...finishedAt(assessment),
  };
}

const hasUnsent = (visit: StoredAssessment): boolean => visit.revision > visit.sent.revision || visit.sending !== undefined;

/** Handed in from another device, or before this device was wiped: it is over here too. */
export function finishedAt(assessment: StoredBundle['assignment']['assessment']): Pick<StoredAssessment, 'finished'> {
  if (!('clocks' in assessment)) return {};
  const { completedAt, clockOffsetMs, receivedAt } = assessment.clocks;
  return { finished: { completedAt, clockOffsetMs, receipt: { state: assessment.state, receivedAt, photos: 0 } } };
}

// Nothing unsent here: the server's sheet is the newest. Otherwise sending finds out, and a person decides if need be.
const refreshed = (visit: StoredAssessment, { assignment: { assessment } }: StoredBundle): StoredAssessment =>
  !hasUnsent(visit) && !visit.trouble
    ? {
        ...visit,
        sheet: assessment.sheet as AssessmentSheet,
        sent: { revision: visit.revision, version: assessment.version, sheet: assessment.sheet as AssessmentSheet },
        ...finishedAt(assessment),
      }
    : visit;

export const findStoredAssessment = (key: AssessmentKey): Promise<StoredAssessment | undefined> => readOne('visits', key, keptVisit);
export const findBundle = (key: AssessmentKey): Promise<StoredBundle | undefined> => readOne('assignments', key, keptAssignment);

/** Changes a visit in one transaction: what another tab or the outbox wrote meanwhile is not lost. Throws when the device refuses. */
export async function changeStoredAssessment(
  key: AssessmentKey,
  change: (visit: StoredAssessment) => StoredAssessment,
): Promise<StoredAssessment | undefined> {
  const tx = (await device()).transaction('visits', 'readwrite', strict);
  const before = keptVisit.safeParse(await tx.store.get(key)).data;
  const after = before && change(before);
  if (after && after !== before) await tx.store.put(after, key);
  await tx.done;
  publish();
  return after;
}

/** Keeps what was written: a whole sheet, or a change to the one that lies on the disk, whoever wrote there last. */
export const saveAnswers = (
  key: AssessmentKey,
  next: AssessmentSheet | ((was: AssessmentSheet) => AssessmentSheet),
): Promise<StoredAssessment | undefined> =>
  changeStoredAssessment(key, (visit) => {
    const sheet = typeof next === 'function' ? next(visit.sheet) : next;
    return { ...visit, sheet, revision: visit.revision + 1, changedAt: new Date().toISOString() };
  });

/** Hands the visit in on this device: the moment counts for the deadline, whenever it is sent. */
export const finish = (key: AssessmentKey, completedAt: Instant, clockOffsetMs: number): Promise<StoredAssessment | undefined> =>
  changeStoredAssessment(key, (visit) => (visit.finished ? visit : { ...visit, finished: { completedAt, clockOffsetMs } }));

/** Keeps a photo. The sheet names it afterwards, so that nothing is ever named that is not there. Throws when the device is full. */
export async function savePhoto(photo: StoredPhoto): Promise<void> {
  const at = photoKey(photo.visit, photo.sha256);
  const tx = (await device()).transaction('photos', 'readwrite', strict);
  if (!(await tx.store.get(at))) await tx.store.put(photo, at);
  await tx.done;
  publish();
}

export async function photosOf(key: AssessmentKey): Promise<StoredPhoto[]> {
  const db = await device();
  const keys = await db.getAllKeysFromIndex('photos', 'visit', key);
  const found = await Promise.all(keys.map((at) => readOne('photos', at, keptPhoto)));
  return found.filter((photo) => photo !== undefined);
}
/** The photos of these hashes, as far as they lie here: not all forty of a visit for one answer. */
export async function photosNamed(key: AssessmentKey, hashes: readonly string[]): Promise<StoredPhoto[]> {
  const found = await Promise.all(hashes.map((hash) => readOne('photos', photoKey(key, hash), keptPhoto)));
  return found.filter((photo) => photo !== undefined);
}
export const everyStoredAssessment = async (personId: string): Promise<StoredAssessment[]> =>
  (await readAll('visits', keptVisit)).flatMap(({ value }) => (value.personId === personId ? [value] : []));

/** Photos that the sheet names: those that were taken off again are not sent. */
export const namedPhotos = ({ answers, spotChecks }: AssessmentSheet): Set<string> =>
  new Set([...Object.values(answers).flatMap(({ evidence }) => evidence), ...spotChecks.flatMap(({ evidence }) => evidence)]);
