import { laterOf } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Instant } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { type Change, change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findProgramme } from '../programmes/store.ts';
import { type Move, ready } from './load.ts';

type Deadlines = { registrationClosesAt?: Instant | undefined; assessmentDueAt?: Instant | undefined };

/** Gives one nomination more time, with a reason; open assessments move with it. A deadline only ever moves later. */
export async function extend(deps: Deps, command: Command, move: Move, until: Deadlines): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, 'nomination.extend', 'extend');
  if (from.done) return from.answer;
  const { nomination, dossier } = from;
  const programme = await findProgramme(table, nomination.programmeId);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id: nomination.programmeId });

  for (const field of ['registrationClosesAt', 'assessmentDueAt'] as const) {
    const current = laterOf(programme[field], nomination.extended[field]);
    const asked = until[field];
    if (asked !== undefined && asked <= current) return fail({ code: 'not-later', field, current });
  }
  const extended = {
    ...nomination.extended,
    ...(until.registrationClosesAt && { registrationClosesAt: until.registrationClosesAt }),
    ...(until.assessmentDueAt && { assessmentDueAt: until.assessmentDueAt }),
  };
  const visits: Change<'assessment'>[] = until.assessmentDueAt
    ? dossier.assessments
        .filter((each) => each.state === 'writing' && each.round === nomination.round)
        .map((each) =>
          change(table, command, 'assessment.extend', 'assessment', each, { ...each, dueAt: until.assessmentDueAt as Instant }),
        )
    : [];
  return save(
    table,
    change(table, command, 'nomination.extend', 'nomination', nomination, { ...nomination, extended, updatedAt: command.at }),
    visits,
  );
}
