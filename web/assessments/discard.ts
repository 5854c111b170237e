import type { AssessmentSheet } from '../../shared/assessments/assessment.ts';
import type { Sha256 } from '../../shared/ids.ts';
import { device } from '../device/database.ts';
import { publish, saveAnswers, savePhoto } from './device-store.ts';
import { photoKey } from './device-types.ts';
import type { Item } from './outbox.ts';

/** Takes one unsent photo off the device and out of the sheet that names it; what it gives puts both back where they were. */
export async function discardPhoto({ visit, photo }: Extract<Item, { kind: 'photo' }>): Promise<() => Promise<void>> {
  const { sha256 } = photo;
  // What was written since the list was drawn stays: only this hash goes, and comes back.
  const before = new Set(evidencePlacesOf(visit.sheet, sha256));
  await saveAnswers(visit.key, (was) => withEvidence(was, (_, evidence) => evidence.filter((each) => each !== sha256)));
  await (await device()).delete('photos', photoKey(visit.key, sha256));
  publish();
  return async () => {
    await savePhoto(photo);
    await saveAnswers(visit.key, (was) =>
      withEvidence(was, (place, evidence) => (before.has(place) ? [...new Set([...evidence, sha256])] : evidence)),
    );
  };
}

/** The answers and shops that a photo shows. */
const evidencePlacesOf = ({ answers, spotChecks }: AssessmentSheet, hash: Sha256): string[] => [
  ...Object.entries(answers).flatMap(([code, { evidence }]) => (evidence.includes(hash) ? [code] : [])),
  ...spotChecks.flatMap(({ merchantId, evidence }) => (evidence.includes(hash) ? [merchantId] : [])),
];

const withEvidence = (sheet: AssessmentSheet, next: (place: string, evidence: Sha256[]) => Sha256[]): AssessmentSheet => ({
  ...sheet,
  answers: Object.fromEntries(
    Object.entries(sheet.answers).map(([code, answer]) => [code, { ...answer, evidence: next(code, answer.evidence) }]),
  ),
  spotChecks: sheet.spotChecks.map((check) => ({ ...check, evidence: next(check.merchantId, check.evidence) })),
});

/** Deletes a copy that was not chosen. */
export async function discardSetAside(key: string): Promise<void> {
  await (await device()).delete('setAside', key);
  publish();
}
