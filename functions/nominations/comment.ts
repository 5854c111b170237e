import type { Failure } from '../../shared/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Comment, FieldComment } from '../../shared/nomination.ts';
import type { Actor } from '../../shared/person.ts';
import type { Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { readable } from './load.ts';

/** Pins a remark to a field of a dossier; the action's id is the remark's. */
export async function comment(
  deps: Deps,
  actor: Actor,
  act: Act,
  id: NominationId,
  remark: FieldComment,
): Promise<Result<Comment, Failure>> {
  const found = await readable(deps, actor, id, 'nomination.comment');
  if (!found.ok) return found;
  const { round } = found.value.nomination;
  return save(
    deps.table,
    creation(deps.table, act, 'nomination.comment', 'comment', {
      id: act.id,
      nominationId: id,
      round,
      by: actor.id,
      byName: actor.name,
      at: act.at,
      ...remark,
    }),
  );
}
