import type { Failure } from '../../shared/failures/failure.ts';
import type { ShownMerchant, ShownMethod } from '../../shared/merchants/masked-account.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { masked } from '../../shared/privacy/apply.ts';
import { merchantPrivacy } from '../../shared/privacy/merchant.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Page } from '../data/read.ts';

/** The same with no account that can be read. */
export type Masked<M> = M & { methods: ShownMethod[] };

/** A merchant as every answer shows it, a drawn one too: what its lines mask is masked. */
export const maskedMerchant = <M extends Pick<Merchant, 'methods'>>(merchant: M): Masked<M> =>
  masked(merchantPrivacy, merchant) as Masked<M>;

/** The result of a verb with the merchant's accounts masked, also in the current record that a lost race answers with. */
export const shownMerchant = (result: Result<Merchant, Failure>): Result<ShownMerchant, Failure> =>
  result.ok ? ok(maskedMerchant(result.value)) : maskedFailure(result.failure);

/** A page of merchants with their accounts masked. */
export const shownPage = (result: Result<Page<Merchant>, Failure>): Result<Page<ShownMerchant>, Failure> =>
  result.ok ? ok({ ...result.value, items: result.value.items.map((each): ShownMerchant => maskedMerchant(each)) }) : result;

/** The failure, with the merchant that a lost race found masked. */
export function maskedFailure(failure: Failure): { ok: false; failure: Failure } {
  const current = failure.code === 'changed-meanwhile' ? (failure.current as Merchant | null) : null;
  return fail(failure.code === 'changed-meanwhile' && current ? { ...failure, current: maskedMerchant(current) } : failure);
}
