import type { Failure } from '../../shared/failure.ts';
import type { Merchant } from '../../shared/merchant.ts';
import { masked } from '../../shared/privacy/apply.ts';
import { merchantPrivacy } from '../../shared/privacy/merchant.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Page } from '../data/read.ts';

/** A merchant as every answer shows it, a drawn one too: what its lines mask is masked. */
export const maskedMerchant = <M extends Pick<Merchant, 'methods'>>(merchant: M): M => masked(merchantPrivacy, merchant);

/** The result of a verb with the merchant's accounts masked, also in the current record that a lost race answers with. */
export const shownMerchant = (result: Result<Merchant, Failure>): Result<Merchant, Failure> =>
  result.ok ? ok(maskedMerchant(result.value)) : maskedFailure(result.failure);

/** A page of merchants with their accounts masked. */
export const shownPage = (result: Result<Page<Merchant>, Failure>): Result<Page<Merchant>, Failure> =>
  result.ok ? ok({ ...result.value, items: result.value.items.map(maskedMerchant) }) : result;

/** The failure, with the merchant that a lost race found masked. */
export function maskedFailure(failure: Failure): { ok: false; failure: Failure } {
  const current = failure.code === 'changed-meanwhile' ? (failure.current as Merchant | null) : null;
  return fail(failure.code === 'changed-meanwhile' && current ? { ...failure, current: maskedMerchant(current) } : failure);
}
