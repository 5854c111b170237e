import type { Failure } from '../../shared/failures/failure.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { saveCounted } from './load-merchant.ts';
import { merchantAt, type SeenMerchant } from './store.ts';

/** Takes a closed merchant back into the street and its figures. */
export async function reopen(deps: Deps, command: Command, seen: SeenMerchant): Promise<Result<Merchant, Failure>> {
  const open = await loadForUpdate(deps, command, 'merchant.write', merchantAt(seen));
  if (open.done) return open.answer;
  const { found: merchant } = open;
  if (merchant.state !== 'closed')
    return fail({ code: 'wrong-state', action: 'merchant.reopen', state: merchant.state, allowed: ['closed'] });

  const { closedAt: _, closedReason: __, ...rest } = merchant;
  return saveCounted(deps.table, command, 'merchant.reopen', merchant, { ...rest, state: 'active', updatedAt: deps.now().toISOString() });
}
