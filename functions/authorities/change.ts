import type { Authority } from '../../shared/authorities/authority.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, Day } from '../../shared/ids.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForUpdate, type Seen } from '../data/guard.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { authorityAt } from './store.ts';

/** Corrects a unit's name or ends its validity. Its tier and place never change: a reform makes new units. */
export async function changeAuthority(
  { table }: Deps,
  command: Command,
  seen: Seen<AuthorityId>,
  next: { name: string; validUntil?: Day | undefined },
): Promise<Result<Authority, Failure>> {
  const open = await loadForUpdate({ table }, command, 'authority.write', authorityAt(seen));
  if (open.done) return open.answer;
  const { found: authority } = open;

  if (next.validUntil !== undefined && next.validUntil < authority.validFrom)
    return fail({ code: 'unit-out-of-order', field: 'validUntil' });
  const { validUntil: _, ...rest } = authority;
  return save(
    table,
    changed(table, command, 'authority.change', 'authority', authority, {
      ...rest,
      name: next.name,
      ...(next.validUntil && { validUntil: next.validUntil }),
    }),
  );
}
