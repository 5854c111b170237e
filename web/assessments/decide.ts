import { v7 as uuidv7 } from 'uuid';
import type { AssessmentSheet } from '../../shared/assessments/assessment.ts';
import { device } from '../device/database.ts';
import { changeStoredAssessment, finishedAt, publish } from './device-store.ts';
import type { AssessmentKey, StoredAssessment } from './device-types.ts';

/** A person decides a conflict: the other copy is set aside on this device until they delete it themselves. */
export async function decide(key: AssessmentKey, keep: 'mine' | 'theirs'): Promise<void> {
  const visit = await changeStoredAssessment(key, (now) => now);
  if (visit?.trouble?.kind !== 'conflict') return;
  const { theirs } = visit.trouble;
  await setAside(visit, keep === 'mine' ? (theirs.sheet as AssessmentSheet) : visit.sheet);
  await changeStoredAssessment(key, (now) => {
    const sent = { revision: now.revision, version: theirs.version, sheet: theirs.sheet as AssessmentSheet };
    const { trouble: _, ...rest } = now;
    return keep === 'mine'
      ? { ...rest, revision: now.revision + 1, sent }
      : { ...rest, sheet: theirs.sheet as AssessmentSheet, sent, ...finishedAt(theirs) };
  });
  await forgetTries(key);
}

/** Tries again what was refused: the person has done something about it (was assigned again, say). */
export async function tryAgain(key: AssessmentKey): Promise<void> {
  await changeStoredAssessment(key, (now) => ({ ...now, trouble: undefined }));
  await forgetTries(key);
}

/** Opens a handed-in visit again that the server refused (a photo was deleted meanwhile, say): it is put right and handed in anew. */
export async function reopen(key: AssessmentKey): Promise<void> {
  await changeStoredAssessment(key, ({ finished, trouble, ...open }) => (finished?.receipt ? { ...open, finished, trouble } : open));
  await forgetTries(key);
}

async function setAside({ key, streetName }: StoredAssessment, sheet: AssessmentSheet): Promise<void> {
  const id = uuidv7();
  await (await device()).put('setAside', { key: id, visit: key, streetName, sheet, at: new Date().toISOString() }, id);
}

async function forgetTries(key: AssessmentKey): Promise<void> {
  const tx = (await device()).transaction('tries', 'readwrite');
  for (const id of await tx.store.getAllKeys()) if (id.includes(key)) await tx.store.delete(id);
  await tx.done;
  publish();
}
