import { existsOn } from '../../shared/authority.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { NominationId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import { findAuthority } from '../authorities/store.ts';
import type { Command } from '../data/audit.ts';
import { loadForRead } from '../data/guard.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findProgramme } from '../programmes/store.ts';
import { streetAt } from '../streets/store.ts';

/** Begins a dossier: a ward puts one of its streets forward in an open programme. */
export async function draft(
  { table, now }: Deps,
  command: Command,
  id: NominationId,
  of: { programmeId: ProgrammeId; streetId: StreetId },
): Promise<Result<Nomination, Failure>> {
  const found = await loadForRead({ table }, command.by, 'nomination.draft', streetAt({ id: of.streetId }));
  if (!found.ok) return found;
  const street = found.value;

  const programme = await findProgramme(table, of.programmeId);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id: of.programmeId });
  if (programme.state !== 'open') return fail({ code: 'programme-not-open', state: programme.state });

  const ward = await findAuthority(table, street.wardId);
  const today = dayInVietnam(now());
  if (!ward || !existsOn(ward, today)) return fail({ code: 'ward-not-valid', ward: ward?.name ?? street.wardId, day: today });
  if (!programme.wardIds.includes(ward.id)) return fail({ code: 'ward-not-in-programme', ward: ward.name });

  return save(
    table,
    creation(table, command, 'nomination.draft', 'nomination', {
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
      createdAt: command.at,
      updatedAt: command.at,
    }),
  );
}
