import type { Assessment, AssessmentSheet } from '../../shared/assessments/assessment.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Instant, NominationId } from '../../shared/ids.ts';
import type { Sample } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import type { Blobs } from '../data/blobs.ts';
import { answered } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { checkEvidence } from '../files/content-type.ts';
import { openAssessment } from './load-assessment.ts';

type Finished = { version: number; completedAt: Instant; clockOffsetMs: number };
const tries = 5;

/**
 * Hands an assessment in. Completed before the deadline but arriving after it is late (within the grace) or kept for an officer.
 * The last assessor of the round moves the nomination to assessed, with the result computed here.
 */
export async function complete(deps: Deps, command: Command, id: NominationId, finished: Finished): Promise<Result<Assessment, Failure>> {
  let outcome = await attempt(deps, command, id, finished);
  // Two assessors handing in at once meet at the nomination: the later one looks again.
  for (let n = 1; n < tries && !outcome.ok && outcome.failure.code === 'changed-meanwhile' && outcome.failure.what === 'nomination'; n++)
    outcome = await attempt(deps, command, id, finished);
  return outcome;
}

async function attempt(deps: Deps, command: Command, id: NominationId, finished: Finished): Promise<Result<Assessment, Failure>> {
  const { table } = deps;
  const opened = await openAssessment(deps, command, id);
  if (opened.done) return opened.answer;
  const { assessment, nomination, dossier, sample, programme } = opened.visit;
  const stale = answered('assessment', assessment, command, finished.version);
  if (stale) return stale;
  const next = transitions.assess.decide({ ...command, ...finished }, nomination, { ...dossier, programme, assessment });
  if (!next.ok) return next;
  const shown = await checkFiles(deps.blobs, assessment.sheet, sample);
  if (!shown.ok) return shown;

  const { value } = next;
  const action = value.nomination ? 'assessment.complete' : 'assessment.keep';
  return save(
    table,
    change(table, command, action, 'assessment', assessment, value.assessment),
    value.nomination ? [change(table, command, 'nomination.assess', 'nomination', nomination, value.nomination)] : [],
  );
}

/** An assessment is complete only when the server holds every photo and file that it names; a wrong one is named by what it should show. */
async function checkFiles(blobs: Blobs, { answers, spotChecks }: AssessmentSheet, sample: Sample): Promise<Result<true, Failure>> {
  const shops = new Map(sample.merchants.map((each) => [each.merchantId, each.name]));
  const named = new Map([
    ...Object.entries(answers).flatMap(([code, { evidence }]) => evidence.map((sha256) => [sha256, code] as const)),
    ...spotChecks.flatMap(({ merchantId, evidence }) => evidence.map((sha256) => [sha256, shops.get(merchantId) ?? ''] as const)),
  ]);
  for (const [sha256, what] of named) {
    const fit = await checkEvidence(blobs, sha256, what);
    if (!fit.ok) return fit;
  }
  return ok(true);
}
