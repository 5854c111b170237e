import { existsOn } from '../../shared/authority.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { StreetId, WardId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import { noFigures, type Street, type StreetDetails } from '../../shared/street.ts';
import { findAuthority } from '../authorities/store.ts';
import type { Act } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';

/** Enters a street or market of a ward that exists today; it has no merchants yet. */
export async function create(
  { table, now }: Deps,
  actor: Actor,
  act: Act,
  id: StreetId,
  wardId: WardId,
  details: StreetDetails,
): Promise<Result<Street, Failure>> {
  const ward = await findAuthority(table, wardId);
  if (!ward) return fail({ code: 'not-found', what: 'authority', id: wardId });

  const allowed = may(actor, 'street.write', { wardId, above: ward.above });
  if (!allowed.ok) return allowed;

  const today = dayInVietnam(now());
  if (ward.level !== 'ward' || !existsOn(ward, today)) return fail({ code: 'ward-not-valid', ward: ward.name, day: today });
  return save(
    table,
    creation(table, act, 'street.create', 'street', {
      ...details,
      id,
      wardId,
      above: ward.above,
      figures: noFigures(),
      createdAt: now().toISOString(),
    }),
  );
}
