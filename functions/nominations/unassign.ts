import type { Failure } from '../../shared/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from './load.ts';
import { assessedIfAllIn } from './outcome.ts';

/** Takes an assessor off; what was written stays with the dossier. When the others are all in, the nomination is assessed. */
export async function unassign(deps: Deps, command: Command, move: Move, person: PersonId): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, 'nomination.assign', 'unassign');
  if (from.done) return from.answer;
  const { nomination, dossier } = from;
  const { assessors, completed } = nomination.assignment;
  const visit = dossier.assessments.find((each) => each.round === nomination.round && each.personId === person);
  if (!assessors.includes(person) || !visit) return fail({ code: 'not-assigned' });
  if (assessors.length === 1) return fail({ code: 'last-assessor' });

  const remaining = {
    ...nomination,
    assignment: {
      ...nomination.assignment,
      assessors: assessors.filter((each) => each !== person),
      completed: completed.filter((each) => each !== person),
    },
    updatedAt: command.at,
  };
  const { clocks: _, acknowledged: __, ...plain } = { clocks: undefined, acknowledged: undefined, ...visit };
  const next = await assessedIfAllIn(
    deps,
    remaining,
    dossier,
    dossier.assessments.filter((each) => each.personId !== person),
  );
  return save(table, change(table, command, 'nomination.unassign', 'nomination', nomination, next), [
    change(table, command, 'assessment.unassign', 'assessment', visit, { ...plain, state: 'unassigned' }),
  ]);
}
