import type { Failure } from '../../shared/failures/failure.ts';
import type { ShownMerchant } from '../../shared/merchants/masked-account.ts';
import { erased } from '../../shared/privacy/apply.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { erasePersonalValues } from '../data/erase.ts';
import { loadForUpdate } from '../data/guard.ts';
import { privacy } from '../data/privacy.ts';
import { change, save } from '../data/save.ts';
import { recordName } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { saveCounted } from '../merchants/load-merchant.ts';
import { maskedFailure, maskedMerchant } from '../merchants/show.ts';
import { merchantAt, type SeenMerchant } from '../merchants/store.ts';
import { type PersonalTrace, tracesOf } from './traces.ts';

/** What is left of a merchant, and the frozen files that an erasure does not reach. */
export type ErasedMerchant = { merchant: ShownMerchant; kept: PersonalTrace[] };

/**
 * Erases what is stored about the owner of a merchant: in the record, in drawn samples, in what was scanned, and in every audit entry of
 * these; the shop itself stays. Not while a nomination holds the street: what is being judged does not change under the assessors' hands.
 */
export async function eraseMerchant(
  deps: Deps,
  command: Command,
  seen: SeenMerchant,
  reason: string,
): Promise<Result<ErasedMerchant, Failure>> {
  const { table } = deps;
  const because = { ...command, note: reason };
  const open = await loadForUpdate(deps, command, 'personalData.erase', merchantAt(seen));
  if (open.done && !open.answer.ok) return maskedFailure(open.answer.failure);
  const saved = open.done
    ? open.answer
    : await saveCounted(table, because, 'merchant.erase', open.found, erased(privacy.merchant, open.found));
  if (!saved.ok) return maskedFailure(saved.failure);

  // From here on everything can be repeated: should we be stopped, the same request goes on where it was.
  const merchant = saved.value;
  const { samples, assessments, kept } = await tracesOf(table, merchant);
  for (const sample of samples) {
    const cleared = sample.merchants.map((each) => (each.merchantId === merchant.id ? erased(privacy.sample.merchants.each, each) : each));
    const next = change(table, because, 'sample.erase', 'sample', sample, { ...sample, merchants: cleared });
    const done = sample.trail.actionId === command.id ? ok(sample) : await save(table, next);
    if (!done.ok) return done;
    await erasePersonalValues(table, recordName.sample(sample));
  }
  for (const assessment of assessments) {
    const spotChecks = assessment.sheet.spotChecks.map((check) =>
      check.merchantId === merchant.id ? erased(privacy.assessment.sheet.fields.spotChecks.each, check) : check,
    );
    const next = change(table, because, 'assessment.erase', 'assessment', assessment, {
      ...assessment,
      sheet: { ...assessment.sheet, spotChecks },
    });
    const done = assessment.trail.actionId === command.id ? ok(assessment) : await save(table, next);
    if (!done.ok) return done;
    await erasePersonalValues(table, recordName.assessment(assessment));
  }
  await erasePersonalValues(table, recordName.merchant(merchant));
  return ok({ merchant: maskedMerchant(merchant), kept });
}
