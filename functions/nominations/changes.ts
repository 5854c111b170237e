import type { Failure } from '../../shared/failure.ts';
import type { MerchantId, NominationId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { canonical } from '../data/audit.ts';
import type { Deps } from '../deps.ts';
import { allMerchantsOf } from '../merchants/store.ts';
import { readable } from './load.ts';
import { readSnapshot } from './store.ts';

export type MerchantChange = { id: MerchantId; name: string; what: 'added' | 'removed' | 'changed'; fields: string[] };

/** What changed in the merchant list since it was last handed in: what the officer looks at after a return. */
export async function changes(deps: Deps, actor: Actor, id: NominationId): Promise<Result<{ items: MerchantChange[] }, Failure>> {
  const found = await readable(deps, actor, id, 'nomination.read');
  if (!found.ok) return found;
  const { nomination } = found.value;
  if (!('submission' in nomination))
    return fail({ code: 'wrong-state', action: 'compare', state: nomination.state, allowed: ['submitted', 'returned'] });
  const before = new Map((await readSnapshot(deps.blobs, nomination.submission.snapshot)).map((merchant) => [merchant.id, merchant]));
  const now = new Map(
    (await allMerchantsOf(deps.table, nomination.streetId))
      .filter((merchant) => merchant.state === 'active')
      .map((merchant) => [merchant.id, merchant]),
  );
  const removed = [...before.values()]
    .filter((was) => !now.has(was.id))
    .map((was): MerchantChange => ({ id: was.id, name: was.name, what: 'removed', fields: [] }));
  const others = [...now.values()].flatMap((is): MerchantChange[] => {
    const was = before.get(is.id);
    if (!was) return [{ id: is.id, name: is.name, what: 'added', fields: [] }];
    const fields = compared.filter((field) => canonical(was[field]) !== canonical(is[field]));
    return fields.length > 0 ? [{ id: is.id, name: is.name, what: 'changed', fields }] : [];
  });
  return ok({ items: [...removed, ...others] });
}

const compared = [
  'name',
  'owner',
  'type',
  'place',
  'residentialGroup',
  'category',
  'taxId',
  'phone',
  'methods',
  'eInvoice',
  'commitment',
  'outreach',
  'listed',
  'note',
] as const;
