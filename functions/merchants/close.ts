import type { Failure } from '../../shared/failure.ts';
import type { Merchant } from '../../shared/merchant.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen, saveCounted } from './load.ts';

/** Closes a merchant with a reason: it stays in the registry for its history and counts nowhere. */
export async function close(deps: Deps, actor: Actor, act: Act, seen: Seen, reason: string): Promise<Result<Merchant, Failure>> {
  const open = await ready(deps, actor, act, seen, 'merchant.write');
  if (open.done) return open.answer;
  if (open.merchant.state === 'closed') return fail({ code: 'merchant-closed' });

  const at = deps.now().toISOString();
  return saveCounted(deps.table, { ...act, note: reason }, 'merchant.close', open.merchant, {
    ...open.merchant,
    state: 'closed',
    closedAt: at,
    closedReason: reason,
    updatedAt: at,
  });
}
