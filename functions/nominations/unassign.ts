import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { programmeOf } from '../programmes/store.ts';
import { type Move, ready } from './load-nomination.ts';

/** Takes an assessor off; what was written stays with the dossier. When the others are all in, the nomination is assessed. */
export async function unassign(deps: Deps, command: Command, move: Move, person: PersonId): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, transitions.unassign);
  if (from.done) return from.answer;
  const { nomination, dossier } = from;
  const programme = await programmeOf(table, nomination);
  const next = transitions.unassign.decide({ ...command, person }, nomination, { ...dossier, programme });
  if (!next.ok) return next;
  const visits = dossier.assessments.filter((each) => each.round === nomination.round && each.personId === person);
  return save(
    table,
    change(table, command, 'nomination.unassign', 'nomination', nomination, next.value),
    visits.map((visit) => {
      const { clocks: _, acknowledged: __, ...plain } = { clocks: undefined, acknowledged: undefined, ...visit };
      return change(table, command, 'assessment.unassign', 'assessment', visit, { ...plain, state: 'unassigned' });
    }),
  );
}
