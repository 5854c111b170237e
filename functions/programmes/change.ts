import type { Failure } from '../../shared/failure.ts';
import type { Actor } from '../../shared/person.ts';
import { may } from '../../shared/policy.ts';
import type { Programme, ProgrammeDetails } from '../../shared/programme.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Act } from '../data/audit.ts';
import { change as changed, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { ready, type Seen } from './load.ts';
import { checkedMembers } from './members.ts';

/** Changes a draft. Once a programme is open, wards work by its rules, and only its deadlines can move. */
export async function change(
  deps: Deps,
  actor: Actor,
  act: Act,
  seen: Seen,
  details: ProgrammeDetails,
): Promise<Result<Programme, Failure>> {
  const { table } = deps;
  const now = await ready(deps, actor, act, seen);
  if (now.done) return now.answer;
  const { programme } = now;
  if (programme.state !== 'draft') return fail({ code: 'programme-frozen', state: programme.state });

  // A draft may be handed to another authority only by an officer of that one too.
  const allowed = may(actor, 'programme.write', { advisingAuthorityId: details.advisingAuthorityId });
  if (!allowed.ok) return allowed;
  const advising = await checkedMembers(table, details);
  if (!advising.ok) return advising;
  const above = [advising.value.id, ...advising.value.above];
  return save(
    table,
    changed(table, act, 'programme.change', 'programme', programme, { ...details, id: programme.id, above, state: 'draft' }),
  );
}
