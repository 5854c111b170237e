import type { Failure } from '../../shared/failures/failure.ts';
import type { StreetId } from '../../shared/ids.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Street, StreetDetails } from '../../shared/streets/street.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { streetAt } from './store.ts';

/** Corrects a street or market. Its merchants, figures and certificate stay; while a nomination holds it, nothing changes. */
export async function changeStreet(
  { table }: Deps,
  command: Command,
  seen: Seen<StreetId>,
  details: StreetDetails,
): Promise<Result<Street, Failure>> {
  const open = await loadForUpdate({ table }, command, 'street.write', streetAt(seen));
  if (open.done) return open.answer;
  const { found: street } = open;
  if (street.lockedBy) return fail({ code: 'street-locked', nominationId: street.lockedBy });

  const { id, wardId, above, figures, certified, createdAt } = street;
  const kept = { id, wardId, above, figures, createdAt, ...(certified && { certified }) };
  return save(table, changed(table, command, 'street.change', 'street', street, { ...details, ...kept }));
}
