import type { Failure } from '../../shared/failure.ts';
import type { Merchant } from '../../shared/merchant.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen, saveCounted } from './load.ts';

/** Takes a closed merchant back into the street and its figures. */
export async function reopen(deps: Deps, actor: Actor, act: Act, seen: Seen): Promise<Result<Merchant, Failure>> {
  const open = await ready(deps, actor, act, seen, 'merchant.write');
  if (open.done) return open.answer;
  const { merchant } = open;
  if (merchant.state !== 'closed')
    return fail({ code: 'wrong-state', action: 'merchant.reopen', state: merchant.state, allowed: ['closed'] });

  const { closedAt: _, closedReason: __, ...rest } = merchant;
  return saveCounted(deps.table, act, 'merchant.reopen', merchant, { ...rest, state: 'active', updatedAt: deps.now().toISOString() });
}
