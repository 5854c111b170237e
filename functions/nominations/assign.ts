import { laterOf } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import { isCashless } from '../../shared/merchant.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { Person } from '../../shared/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { drawSample } from '../../shared/sample.ts';
import type { Command } from '../data/audit.ts';
import { change, creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { findPeople } from '../people/store.ts';
import { findProgramme } from '../programmes/store.ts';
import { type Move, ready } from './load.ts';
import { readSnapshot } from './store.ts';

/**
 * Sends assessors to a nomination. The first assignment of a round draws the spot-check sample from the frozen list, with a seed made
 * now: anyone can draw it again, and the ward could not foresee it.
 */
export async function assign(deps: Deps, command: Command, move: Move, asked: PersonId[]): Promise<Result<Nomination, Failure>> {
  const { table, blobs, random } = deps;
  const from = await ready(deps, command, move, 'nomination.assign', 'assign');
  if (from.done) return from.answer;
  const { nomination, dossier } = from;

  const personIds = [...new Set(asked)];
  const people = await findPeople(table, personIds);
  const fit = fitToAssess(people, personIds, nomination);
  if (!fit.ok) return fit;
  const programme = await findProgramme(table, nomination.programmeId);
  if (!programme) return fail({ code: 'not-found', what: 'programme', id: nomination.programmeId });

  const before = nomination.state === 'assessing' ? nomination.assignment : undefined;
  const added = people.filter((person) => !before?.assessors.includes(person.id));
  const dueAt = laterOf(programme.assessmentDueAt, nomination.extended.assessmentDueAt);
  const visits = added.map((person) => {
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

  if (before) {
    const assignment = { ...before, assessors: [...before.assessors, ...added.map((person) => person.id)] };
    return save(
      table,
      change(table, command, 'nomination.assign', 'nomination', nomination, {
        ...nomination,
        state: 'assessing',
        assignment,
        updatedAt: command.at,
      }),
      visits,
    );
  }
  const merchants = (await readSnapshot(blobs, nomination.submission.snapshot)).filter(isCashless);
  const seed = Buffer.from(random(16)).toString('hex');
  const drawn = new Set(
    drawSample(
      merchants.map((merchant) => merchant.id),
      seed,
    ),
  );
  const sample = merchants
    .filter((merchant) => drawn.has(merchant.id))
    .map(({ id, name, place, methods }) => ({ merchantId: id, name, place, methods }));
  const assignment = { assessors: people.map((person) => person.id), completed: [], seed, drawnAt: command.at, sampleSize: sample.length };
  return save(
    table,
    change(table, command, 'nomination.assign', 'nomination', nomination, {
      ...nomination,
      state: 'assessing',
      assignment,
      updatedAt: command.at,
    }),
    [
      creation(table, command, 'sample.draw', 'sample', {
        nominationId: nomination.id,
        round: nomination.round,
        seed,
        drawnAt: command.at,
        merchants: sample,
      }),
      ...visits,
    ],
  );
}

/** Assessors hold the role, are active, and are not of the ward they would assess. */
function fitToAssess(people: Person[], asked: PersonId[], nomination: Nomination): Result<true, Failure> {
  const missing = asked.find((id) => !people.some((person) => person.id === id));
  if (missing !== undefined) return fail({ code: 'not-found', what: 'person', id: missing });
  for (const person of people) {
    if (person.state !== 'active' || !person.roles.some((held) => held.role === 'assessor'))
      return fail({ code: 'not-an-assessor', person: person.name });
    if (
      person.authorityId === nomination.wardId ||
      person.roles.some((held) => held.role === 'ward' && held.authorityId === nomination.wardId)
    )
      return fail({ code: 'assessor-of-the-ward', person: person.name });
  }
  return ok(true);
}
