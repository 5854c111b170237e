import { drawSample } from '../../shared/assessments/sample.ts';
import { laterOf } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import { isCashless } from '../../shared/merchants/merchant.ts';
import type { Nomination, NominationIn } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { type Change, change, creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findPeople } from '../people/store.ts';
import { findProgramme } from '../programmes/store.ts';
import { type Move, ready } from './load-nomination.ts';
import { readSnapshot } from './store.ts';

/**
 * Sends assessors to a nomination. The first assignment of a round draws the spot-check sample from the frozen list, with a seed made
 * now: anyone can draw it again, and the ward could not foresee it.
 */
export async function assign(deps: Deps, command: Command, move: Move, asked: PersonId[]): Promise<Result<Nomination, Failure>> {
  const { table } = deps;
  const from = await ready(deps, command, move, transitions.assign);
  if (from.done) return from.answer;
  const { nomination, dossier } = from;

  const assessors = [...new Set(asked)];
  const [people, programme] = await Promise.all([findPeople(table, assessors), findProgramme(table, nomination.programmeId)]);
  const refusal = transitions.assign.whyNot({ ...command, assessors }, nomination, { people });
  if (refusal) return fail(refusal);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id: nomination.programmeId });
  const drawn = nomination.state === 'submitted' ? await draw(deps, command, nomination) : undefined;
  const sampleSize = drawn?.record.merchants.length ?? 0;
  const next = transitions.assign.decide({ ...command, assessors }, nomination, {
    people,
    draw: { seed: drawn?.record.seed ?? '', sampleSize },
  });
  if (!next.ok) return next;

  const before = nomination.state === 'assessing' ? nomination.assignment.assessors : [];
  const dueAt = laterOf(programme.assessmentDueAt, nomination.extended.assessmentDueAt);
  const visits = people
    .filter((person) => !before.includes(person.id))
    .map((person) => {
      const earlier = dossier.assessments.find((each) => each.round === nomination.round && each.personId === person.id);
      // Someone who was taken off and comes back finds what was written.
      if (earlier) return change(table, command, 'assessment.assign', 'assessment', earlier, { ...earlier, state: 'writing', dueAt });
      return creation(table, command, 'assessment.assign', 'assessment', {
        nominationId: nomination.id,
        personId: person.id,
        personName: person.name,
        round: nomination.round,
        wardId: nomination.wardId,
        dueAt,
        streetName: nomination.streetName,
        state: 'writing',
        sheet: { answers: {}, spotChecks: [] },
      });
    });
  return save(table, change(table, command, 'nomination.assign', 'nomination', nomination, next.value), [
    ...(drawn ? [drawn] : []),
    ...visits,
  ]);
}

/** The sample of a round, drawn with a seed made now. */
async function draw({ table, blobs, random }: Deps, command: Command, nomination: NominationIn<'submitted'>): Promise<Change<'sample'>> {
  const merchants = (await readSnapshot(blobs, nomination.submission.snapshot)).filter(isCashless);
  const seed = Buffer.from(random(16)).toString('hex');
  const drawn = new Set(
    drawSample(
      merchants.map((merchant) => merchant.id),
      seed,
    ),
  );
  return creation(table, command, 'sample.draw', 'sample', {
    nominationId: nomination.id,
    round: nomination.round,
    seed,
    drawnAt: command.at,
    merchants: merchants
      .filter((merchant) => drawn.has(merchant.id))
      .map(({ id, name, place, methods }) => ({ merchantId: id, name, place, methods })),
  });
}
