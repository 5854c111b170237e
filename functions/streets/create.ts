import { existsOn } from '../../shared/authorities/authority.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { StreetId, WardId } from '../../shared/ids.ts';
import { fail, type Result } from '../../shared/result.ts';
import { noFigures, type Street, type StreetDetails } from '../../shared/streets/street.ts';
import { authorityAt } from '../authorities/store.ts';
import type { Command } from '../data/audit.ts';
import { loadForRead } from '../data/guard.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';

/** Enters a street or market of a ward that exists today; it has no merchants yet. */
export async function createStreet(
  { table, now }: Deps,
  command: Command,
  id: StreetId,
  wardId: WardId,
  details: StreetDetails,
): Promise<Result<Street, Failure>> {
  const found = await loadForRead({ table }, command.by, 'street.write', authorityAt({ id: wardId }));
  if (!found.ok) return found;
  const ward = found.value;

  const today = dayInVietnam(now());
  if (ward.level !== 'ward' || !existsOn(ward, today)) return fail({ code: 'ward-not-valid', ward: ward.name, day: today });
  return save(
    table,
    creation(table, command, 'street.create', 'street', {
      ...details,
      id,
      wardId,
      above: ward.above,
      figures: noFigures(),
      createdAt: now().toISOString(),
    }),
  );
}
