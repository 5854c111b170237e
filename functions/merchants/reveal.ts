import type { Failure } from '../../shared/failures/failure.ts';
import type { Merchant, PaymentMethod } from '../../shared/merchants/merchant.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate } from '../data/guard.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { maskedFailure } from './show.ts';
import { merchantAt, type SeenMerchant } from './store.ts';

/** What a reveal shows: the merchant's payment methods with their accounts in full, and the version after it. */
export type Revealed = { version: number; methods: PaymentMethod[] };

/** Shows a merchant's accounts in full to somebody who says why; who, when and why stand in the history first. */
export async function reveal(deps: Deps, command: Command, seen: SeenMerchant, reason: string): Promise<Result<Revealed, Failure>> {
  const open = await loadForUpdate(deps, command, 'merchant.reveal', merchantAt(seen));
  if (open.done) return open.answer.ok ? ok(shownOf(open.answer.value)) : maskedFailure(open.answer.failure);
  const { found: merchant } = open;
  if (!merchant.methods.some((each) => each.account)) return fail({ code: 'no-account' });

  const looked = change(deps.table, { ...command, note: reason }, 'merchant.reveal', 'merchant', merchant, merchant);
  const saved = await save(deps.table, looked);
  return saved.ok ? ok(shownOf(saved.value)) : maskedFailure(saved.failure);
}

const shownOf = ({ version, methods }: Merchant): Revealed => ({ version, methods });
