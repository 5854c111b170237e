import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
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
  { table }: Deps,
  command: Command,
  id: NominationId,
  of: { programmeId: ProgrammeId; streetId: StreetId },
): Promise<Result<Nomination, Failure>> {
  const found = await loadForRead({ table }, command.by, 'nomination.draft', streetAt({ id: of.streetId }));
  if (!found.ok) return found;
  const street = found.value;

  const programme = await findProgramme(table, of.programmeId);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id: of.programmeId });
  const ward = await findAuthority(table, street.wardId);
  if (!ward) return fail({ code: 'not-found', what: 'authority', id: street.wardId });
  const next = transitions.draft.decide({ ...command, id }, { street, programme, ward });
  return next.ok ? save(table, creation(table, command, 'nomination.draft', 'nomination', next.value)) : next;
}
