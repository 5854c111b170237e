import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import type { PersonalExport } from '../../shared/personal-data.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import { recordName } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from '../merchants/load.ts';
import { maskedFailure } from '../merchants/show.ts';
import { personalHistory } from './personal-history.ts';
import { tracesOf } from './traces.ts';

/** Everything that is stored about the owner of a merchant, for the owner; who exported it and why stands in the history first. */
export async function exportMerchant(
  deps: Deps,
  actor: Actor,
  act: Act,
  seen: Seen,
  reason: string,
): Promise<Result<PersonalExport, Failure>> {
  const { table } = deps;
  const open = await ready(deps, actor, act, seen, 'personalData.export');
  if (open.done && !open.answer.ok) return maskedFailure(open.answer.failure);
  const saved = open.done
    ? open.answer
    : await save(table, change(table, { ...act, note: reason }, 'merchant.export', 'merchant', open.merchant, open.merchant));
  if (!saved.ok) return maskedFailure(saved.failure);

  const { trail: _, ...merchant } = saved.value;
  const { samples, assessments, kept } = await tracesOf(table, saved.value);
  const own = <T extends { merchantId: string }>(all: readonly T[]) => all.filter(({ merchantId }) => merchantId === merchant.id);
  return ok({
    exportedAt: act.at,
    record: merchant,
    history: await personalHistory(table, recordName.merchant(saved.value)),
    drawn: samples.map(({ nominationId, round, merchants }) => ({ nominationId, round, as: own(merchants) })),
    visited: assessments.map(({ nominationId, round, sheet }) => ({ nominationId, round, found: own(sheet.spotChecks) })),
    kept,
  });
}
