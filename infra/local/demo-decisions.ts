import { complete } from '../../functions/assessments/complete.ts';
import { write } from '../../functions/assessments/write.ts';
import { approve } from '../../functions/certificates/approve.ts';
import { askToCorrect, confirmCorrection } from '../../functions/certificates/correct.ts';
import { render } from '../../functions/certificates/render.ts';
import { askToRevoke, confirmRevocation } from '../../functions/certificates/revoke.ts';
import { sha256 } from '../../functions/data/audit.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import type { Deps, RendererDeps } from '../../functions/deps.ts';
import { assign } from '../../functions/nominations/assign.ts';
import { decline } from '../../functions/nominations/decline.ts';
import { recommend } from '../../functions/nominations/recommend.ts';
import { returnToWard } from '../../functions/nominations/return.ts';
import { findDossier } from '../../functions/nominations/store.ts';
import { findProgramme } from '../../functions/programmes/store.ts';
import type { Assessment, AssessmentSheet } from '../../shared/assessments/assessment.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import { type NominationId, type PersonId, Sha256 } from '../../shared/ids.ts';
import type { CorrectedFacts, FieldComment, Nomination } from '../../shared/nominations/nomination.ts';
import { ok, type Result } from '../../shared/result.ts';
import { move, type Stage } from './demo-dossier.ts';
import { dayMs, personId } from './demo-scenario.ts';
import { scenarioAnswers } from './scenario/answers.ts';
import { photo } from './scenario/photo.ts';

const officer = 'kinhte';
const leader = 'chutich';

export const assigned = (day: number, ...logins: string[]): Stage =>
  move(day, officer, 'assign', ({ deps, act }, seen) => assign(deps, act, seen, logins.map(personId)));

/** What an assessor found on the street and wrote down; `note` is a remark on the visit. */
export type Finding = { note?: string; unmet?: string[]; pastedOver?: boolean; begun?: boolean };

/** An assessor writes the sheet on the street. */
export const visited = (day: number, login: string, { note, unmet = [], pastedOver, begun }: Finding = {}): Stage =>
  move(day, login, `visit ${login}`, async ({ deps, actor, act }, { id }) => {
    const { visit, kind, programme, sample } = await visitOf(deps, id, actor.id);
    const photos = await Promise.all([1, 2].map((n) => stored(deps, photo(`${id} ${login} ${n}`))));
    const whole = scenarioAnswers(programme, kind, sample.merchants, photos, act.at);
    const codes = Object.entries(whole.answers).slice(0, begun ? 4 : undefined);
    const sheet: AssessmentSheet = {
      ...whole,
      answers: Object.fromEntries(
        codes.map(([code, answer]) => [code, unmet.includes(code) && answer.kind === 'yesNo' ? { ...answer, met: false } : answer]),
      ),
      // A code pasted over the merchant's own: it pays somebody else, here the shop that was drawn after it.
      spotChecks: whole.spotChecks.slice(0, begun ? 2 : undefined).map((check, at, all) => {
        const next = all[at + 1];
        return at === 0 && pastedOver && check.outcome === 'found' && next?.outcome === 'found' && next.payload
          ? { ...check, payload: next.payload, note: 'Mã QR dán đè lên mã của cửa hàng' }
          : check;
      }),
      ...(note && { note }),
    };
    return write(deps, act, id, visit.version, sheet);
  });

/** The assessor hands the sheet in; without a network it arrives `hoursLate` hours after it was completed. */
export const handedIn = (day: number, login: string, hoursLate = 0): Stage =>
  move(day, login, `hand in ${login}`, async ({ deps, actor, act }, { id }) => {
    const { visit } = await visitOf(deps, id, actor.id);
    const completedAt = new Date(deps.now().getTime() - hoursLate * 3_600_000).toISOString();
    return complete(deps, act, id, { version: visit.version, completedAt, clockOffsetMs: 0 });
  });

export const returned = (day: number, reason: string, comments: FieldComment[], answerWithinDays: number): Stage =>
  move(day, officer, 'return', ({ deps, act, start }, seen) => {
    const answerBy = new Date(start.getTime() + answerWithinDays * dayMs).toISOString();
    return returnToWard(deps, act, seen, { reason, answerBy, comments });
  });

export const recommended = (day: number, inFavour: boolean, reason: string): Stage =>
  move(day, officer, 'recommend', ({ deps, act }, seen) => recommend(deps, act, seen, { inFavour, reason }));

/** Approved as a decision of that day; the certificate's file is made at once. */
export const approved = (day: number, number: string): Stage =>
  move(day, leader, 'approve', async ({ deps, act }, seen) => {
    const decided = await approve(deps, act, [seen], { number, date: dayInVietnam(deps.now()) });
    return decided.ok ? rendered(deps, decided.value[0]) : decided;
  });

export const declined = (day: number, reason: string): Stage =>
  move(day, leader, 'decline', ({ deps, act }, seen) => decline(deps, act, seen, reason));

export const correctionAsked = (day: number, reason: string, facts: CorrectedFacts): Stage =>
  move(day, officer, 'ask to correct', ({ deps, act }, seen) => askToCorrect(deps, act, seen, { reason, facts }));

export const corrected = (day: number): Stage =>
  move(day, leader, 'confirm correction', async ({ deps, act }, seen) => {
    const confirmed = await confirmCorrection(deps, act, seen);
    return confirmed.ok ? rendered(deps, confirmed.value) : confirmed;
  });

/** Leadership asks, and the deputy confirms two days later: nobody revokes alone. */
export const revoked = (day: number, reason: string): Stage => {
  const asked = move(day, leader, 'ask to revoke', ({ deps, act }, seen) => askToRevoke(deps, act, seen, reason));
  const confirmed = move(day + 2, 'phochutich', 'revoke', ({ deps, act }, seen) => confirmRevocation(deps, act, seen));
  return (way) => [...asked(way), ...confirmed(way)];
};

async function rendered(deps: RendererDeps, nomination: Nomination | undefined): Promise<Result<unknown, never>> {
  if (nomination?.state === 'certified') await render(deps, nomination.certificateCode);
  return ok(nomination);
}

async function visitOf(deps: Deps, id: NominationId, person: PersonId) {
  const dossier = await findDossier(deps.table, id);
  const visit = dossier?.assessments.find((each: Assessment) => each.personId === person);
  const sample = dossier?.samples[0];
  const programme = dossier && (await findProgramme(deps.table, dossier.nomination.programmeId));
  if (!dossier || !visit || !sample || !programme) throw new Error(`no visit of ${person} to ${id}`);
  return { visit, sample, programme, kind: dossier.nomination.kind };
}

async function stored(deps: Deps, bytes: Uint8Array): Promise<Sha256> {
  const hash = Sha256.parse(sha256(bytes));
  await deps.blobs.putOnce(blobKey.upload(hash), bytes, 'image/png');
  return hash;
}
