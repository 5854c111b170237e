import { type Authority, existsOn } from '../../shared/authorities/authority.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { type ProgrammeDetails, timelineFault } from '../../shared/programmes/programme.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { findAuthorities, findAuthority } from '../authorities/store.ts';
import type { Table } from '../data/table.ts';

/** Units are read by the hundred: as many as one read takes. */
const atOnce = 100;

/**
 * Whether a programme can run as it is typed: its dates are in order, its authorities exist, and every ward exists on the day on
 * which registration opens. Gives the advising authority.
 */
export async function checkedMembers(table: Table, details: ProgrammeDetails): Promise<Result<Authority, Failure>> {
  const fault = timelineFault(details);
  if (fault) return fail({ code: 'timeline-out-of-order', ...fault });

  const advising = await findAuthority(table, details.advisingAuthorityId);
  if (!advising) return fail({ code: 'not-found', what: 'authority', id: details.advisingAuthorityId });
  const issuing = await findAuthority(table, details.issuingAuthorityId);
  if (!issuing) return fail({ code: 'not-found', what: 'authority', id: details.issuingAuthorityId });

  const day = dayInVietnam(new Date(details.registrationOpensAt));
  const ids = [...new Set(details.wardIds)];
  for (let n = 0; n < ids.length; n += atOnce) {
    const some = ids.slice(n, n + atOnce);
    const units = new Map((await findAuthorities(table, some)).map((unit) => [unit.id, unit]));
    for (const id of some) {
      const unit = units.get(id);
      if (!unit) return fail({ code: 'not-found', what: 'authority', id });
      if (!existsOn(unit, day)) return fail({ code: 'ward-not-valid', ward: unit.name, day });
    }
  }
  return ok(advising);
}
