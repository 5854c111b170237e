import * as z from 'zod/mini';
import type { Failure } from '../../shared/failures/failure.ts';
import { Instant, MerchantId, type NominationId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Frozen } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { canonical } from '../data/audit.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { allMerchantsOf } from '../merchants/store.ts';
import { findStreet } from '../streets/store.ts';
import { frozenOf } from './frozen.ts';
import { dossierAt, readSnapshot } from './store.ts';

const MerchantChange = z.object({
  id: MerchantId,
  name: z.string(),
  what: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.string()),
});
export type MerchantChange = z.infer<typeof MerchantChange>;
/** A field outside the list of merchants, named as remarks name it (`street.from`, `files`), with its words where it has any. */
const FieldChanged = z.object({ field: z.string(), was: z.optional(z.string()), now: z.optional(z.string()) });
export type FieldChanged = z.infer<typeof FieldChanged>;
export const Changes = z.object({ since: z.optional(Instant), fields: z.array(FieldChanged), items: z.array(MerchantChange) });
export type Changes = z.infer<typeof Changes>;

/**
 * What the ward changed after a return: while it answers, what stands now against what it had handed in; after it has handed in again,
 * the last dossier against the one before. Nothing to compare before a first return.
 */
export async function changes(deps: Deps, actor: Actor, id: NominationId): Promise<Result<Changes, Failure>> {
  const found = await loadForRead(deps, actor, 'nomination.read', dossierAt({ id }));
  if (!found.ok) return found;
  const { nomination } = found.value;
  if (!('submission' in nomination))
    return fail({ code: 'wrong-state', action: 'compare', state: nomination.state, allowed: ['submitted', 'returned'] });
  const { submission } = nomination;
  if (nomination.state === 'returned') {
    const street = await findStreet(deps.table, nomination.streetId);
    if (!street) return fail({ code: 'not-found', what: 'street', id: nomination.streetId });
    const active = (await allMerchantsOf(deps.table, nomination.streetId)).filter((merchant) => merchant.state === 'active');
    const was = await readSnapshot(deps.blobs, submission.snapshot);
    const fields = fieldsChanged(submission.frozen, frozenOf(nomination, street));
    return ok({ since: submission.submittedAt, fields, items: merchantsChanged(was, active) });
  }
  const { before } = submission;
  if (!before) return ok({ fields: [], items: [] });
  const [was, now] = await Promise.all([readSnapshot(deps.blobs, before.snapshot), readSnapshot(deps.blobs, submission.snapshot)]);
  return ok({ since: before.submittedAt, fields: fieldsChanged(before.frozen, submission.frozen), items: merchantsChanged(was, now) });
}

function merchantsChanged(before: readonly Merchant[], now: readonly Merchant[]): MerchantChange[] {
  const known = new Map(before.map((merchant) => [merchant.id, merchant]));
  const left = new Set(now.map((merchant) => merchant.id));
  const removed = before
    .filter((was) => !left.has(was.id))
    .map(({ id, name }): MerchantChange => ({ id, name, what: 'removed', fields: [] }));
  const others = now.flatMap((is): MerchantChange[] => {
    const was = known.get(is.id);
    if (!was) return [{ id: is.id, name: is.name, what: 'added', fields: [] }];
    const fields = compared.filter((field) => canonical(was[field]) !== canonical(is[field]));
    return fields.length > 0 ? [{ id: is.id, name: is.name, what: 'changed', fields }] : [];
  });
  return [...removed, ...others];
}

function fieldsChanged(was: Frozen | undefined, now: Frozen | undefined): FieldChanged[] {
  if (!was || !now) return [];
  const names = [...new Set([...Object.keys(was.street), ...Object.keys(now.street)])];
  const fields = names.flatMap((name): FieldChanged[] => {
    const [before, after] = [was.street[name], now.street[name]];
    if (before === after) return [];
    // A line on the map has no words to show.
    if (name === 'line') return [{ field: 'street.line' }];
    return [{ field: `street.${name}`, ...(before !== undefined && { was: before }), ...(after !== undefined && { now: after }) }];
  });
  return canonical(was.files) === canonical(now.files) ? fields : [...fields, { field: 'files' }];
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
