import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Comment, FieldComment } from '../../shared/nominations/nomination.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { loadForRead } from '../data/guard.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { dossierAt } from './store.ts';

/** Pins a remark to a field of a dossier; the action's id is the remark's. */
export async function comment(deps: Deps, command: Command, id: NominationId, remark: FieldComment): Promise<Result<Comment, Failure>> {
  const found = await loadForRead(deps, command.by, 'nomination.comment', dossierAt({ id }));
  if (!found.ok) return found;
  const { round } = found.value.nomination;
  return save(
    deps.table,
    creation(deps.table, command, 'nomination.comment', 'comment', {
      id: command.id,
      nominationId: id,
      round,
      by: command.by.id,
      byName: command.by.name,
      at: command.at,
      ...remark,
    }),
  );
}
