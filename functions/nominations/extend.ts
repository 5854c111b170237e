import type { Failure } from '../../shared/failures/failure.ts';
import type { Instant } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { type Change, change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findProgramme } from '../programmes/store.ts';
import { type Move, ready } from './load-nomination.ts';

type Deadlines = { registrationClosesAt?: Instant | undefined; assessmentDueAt?: Instant | undefined };

/** Gives one nomination more time, with a reason; open assessments move with it. A deadline only ever moves later. */
export async function extendNomination(deps: Deps, command: Command, move: Move, until: Deadlines): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, transitions.extend);
  if (from.done) return from.answer;
  const { nomination, dossier } = from;
  const programme = await findProgramme(table, nomination.programmeId);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id: nomination.programmeId });
  const next = transitions.extend.decide({ ...command, ...until }, nomination, { programme });
  if (!next.ok) return next;

  const visits: Change<'assessment'>[] = until.assessmentDueAt
    ? dossier.assessments
        .filter((each) => each.state === 'writing' && each.round === nomination.round)
        .map((each) =>
          change(table, command, 'assessment.extend', 'assessment', each, { ...each, dueAt: until.assessmentDueAt as Instant }),
        )
    : [];
  return save(table, change(table, command, 'nomination.extend', 'nomination', nomination, next.value), visits);
}
