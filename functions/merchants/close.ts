import type { Failure } from '../../shared/failures/failure.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { saveCounted } from './load-merchant.ts';
import { merchantAt, type SeenMerchant } from './store.ts';

/** Closes a merchant with a reason: it stays in the registry for its history and counts nowhere. */
export async function closeMerchant(deps: Deps, command: Command, seen: SeenMerchant, reason: string): Promise<Result<Merchant, Failure>> {
  const open = await loadForUpdate(deps, command, 'merchant.write', merchantAt(seen));
  if (open.done) return open.answer;
  if (open.found.state === 'closed') return fail({ code: 'merchant-closed' });

  const at = deps.now().toISOString();
  return saveCounted(deps.table, { ...command, note: reason }, 'merchant.close', open.found, {
    ...open.found,
    state: 'closed',
    closedAt: at,
    closedReason: reason,
    updatedAt: at,
  });
}
