import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonalExport } from '../../shared/personal-data/personal-data.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import { recordName } from '../data/table.ts';
import type { Deps } from '../deps.ts';
import { maskedFailure } from '../merchants/show.ts';
import { merchantAt, type SeenMerchant } from '../merchants/store.ts';
import { personalHistory } from './personal-history.ts';
import { tracesOf } from './traces.ts';

/** Everything that is stored about the owner of a merchant, for the owner; who exported it and why stands in the history first. */
export async function exportMerchant(
  deps: Deps,
  command: Command,
  seen: SeenMerchant,
  reason: string,
): Promise<Result<PersonalExport, Failure>> {
  const { table } = deps;
  const open = await loadForUpdate(deps, command, 'personalData.export', merchantAt(seen));
  if (open.done && !open.answer.ok) return maskedFailure(open.answer.failure);
  const saved = open.done
    ? open.answer
    : await save(table, change(table, { ...command, note: reason }, 'merchant.export', 'merchant', open.found, open.found));
  if (!saved.ok) return maskedFailure(saved.failure);

  const { trail: _, ...merchant } = saved.value;
  const { samples, assessments, kept } = await tracesOf(table, saved.value);
  const own = <T extends { merchantId: string }>(all: readonly T[]) => all.filter(({ merchantId }) => merchantId === merchant.id);
  return ok({
    exportedAt: command.at,
    record: merchant,
    history: await personalHistory(table, recordName.merchant(saved.value)),
    drawn: samples.map(({ nominationId, round, merchants }) => ({ nominationId, round, as: own(merchants) })),
    visited: assessments.map(({ nominationId, round, sheet }) => ({ nominationId, round, found: own(sheet.spotChecks) })),
    kept,
  });
}
