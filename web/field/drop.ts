import type { Sheet } from '../../shared/assessment.ts';
import { device } from '../device/database.ts';
import { photoKey } from './kept.ts';
import type { Item } from './outbox.ts';
import { keepPhoto, keepSheet, told } from './visit-store.ts';

/** Takes one unsent photo off the device and out of the sheet that names it; what it gives puts both back. */
export async function drop({ visit, photo }: Extract<Item, { kind: 'photo' }>): Promise<() => Promise<void>> {
  const before = visit.sheet;
  await keepSheet(visit.key, without(before, photo.sha256));
  const db = await device();
  await db.delete('photos', photoKey(visit.key, photo.sha256));
  told();
  return async () => {
    await keepPhoto(photo);
    await keepSheet(visit.key, before);
  };
}

const without = (sheet: Sheet, hash: string): Sheet => ({
  ...sheet,
  answers: Object.fromEntries(
    Object.entries(sheet.answers).map(([code, answer]) => [code, { ...answer, evidence: answer.evidence.filter((each) => each !== hash) }]),
  ),
  spotChecks: sheet.spotChecks.map((check) => ({ ...check, evidence: check.evidence.filter((each) => each !== hash) })),
});

/** Deletes a copy that was not chosen. */
export async function dropSetAside(key: string): Promise<void> {
  await (await device()).delete('setAside', key);
  told();
}
