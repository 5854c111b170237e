import { existsOn } from '../../shared/authority.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NominationId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import { fail, type Result } from '../../shared/result.ts';
import { findAuthority } from '../authorities/store.ts';
import type { Act } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';

/** Begins a dossier: a ward puts one of its streets forward in an open programme. */
export async function draft(
  { table, now }: Deps,
  actor: Actor,
  act: Act,
  id: NominationId,
  of: { programmeId: ProgrammeId; streetId: StreetId },
): Promise<Result<Nomination, Failure>> {
  const street = await findStreet(table, of.streetId);
  if (!street) return fail({ code: 'not-found', what: 'street', id: of.streetId });
  const allowed = may(actor, 'nomination.draft', { wardId: street.wardId, above: street.above });
  if (!allowed.ok) return allowed;

  const programme = await findProgramme(table, of.programmeId);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id: of.programmeId });
  if (programme.state !== 'open') return fail({ code: 'programme-not-open', state: programme.state });

  const ward = await findAuthority(table, street.wardId);
  const today = dayInVietnam(now());
  if (!ward || !existsOn(ward, today)) return fail({ code: 'ward-not-valid', ward: ward?.name ?? street.wardId, day: today });
  if (!programme.wardIds.includes(ward.id)) return fail({ code: 'ward-not-in-programme', ward: ward.name });

  return save(
    table,
    creation(table, act, 'nomination.draft', 'nomination', {
      id,
      state: 'draft',
      programmeId: programme.id,
      streetId: street.id,
      wardId: ward.id,
      wardName: ward.name,
      streetName: street.name,
      kind: street.kind,
      above: street.above,
      advisingAuthorityId: programme.advisingAuthorityId,
      issuingAuthorityId: programme.issuingAuthorityId,
      files: [],
      round: 0,
      extended: {},
      createdAt: act.at,
      updatedAt: act.at,
    }),
  );
}
