import { describe, expect, test } from 'vitest';
import { aNomination, at, district, examples, people, programme, visitsOf, wardId } from '../../../scripts/lifecycle-examples.ts';
import { PersonId } from '../../../shared/ids.ts';
import { transitions } from '../../../shared/nominations/transitions.ts';

const { acknowledge, assign, extend, recommend, return: returnToWard, unassign } = transitions;
const asked = { by: people.officer, at };
const samples = [{ round: 1, merchants: [] }];

describe('returning', () => {
  const remarks = { reason: 'Thiếu', answerBy: '2023-10-25T17:00:00.000Z', comments: [{ field: 'street.to', text: 'Ghi rõ' }] };

  test('an assessed dossier goes back with its remarks and loses what its assessment found, not its place', () => {
    const sentBack = { by: people.leader.id, at, reason: 'Xem lại' };
    const returned = returnToWard.decide({ ...asked, ...remarks }, { ...aNomination.assessed, sentBack }, {});
    expect(returned).toMatchObject({
      ok: true,
      value: { state: 'returned', slot: 1, returned: { by: people.officer.id, at, ...remarks } },
    });
    for (const gone of ['assignment', 'outcome', 'sentBack']) expect(returned).not.toHaveProperty(`value.${gone}`);
  });

  test('the ward must be left time: a date that is past is refused, and a page that asks before a date is typed is not', () => {
    expect(returnToWard.decide({ ...asked, ...remarks, answerBy: at }, examples.submitted, {})).toEqual({
      ok: false,
      failure: { code: 'not-later', field: 'answerBy', current: at },
    });
    expect(returnToWard.whyNot(asked, examples.submitted, {})).toBeUndefined();
  });
});

describe('assigning', () => {
  const roles = people.first.roles;
  const candidate = { ...people.first, state: 'active' as const, authorityId: district };
  const facts = { people: [candidate], draw: { seed: 'abc', sampleSize: 5 } };
  const command = { ...asked, assessors: [candidate.id] };

  test('the first assignment of a round draws the sample; a later one adds people and draws nothing', () => {
    expect(assign.decide(command, examples.submitted, facts)).toMatchObject({
      ok: true,
      value: { state: 'assessing', assignment: { assessors: [candidate.id], completed: [], seed: 'abc', sampleSize: 5, drawnAt: at } },
    });
    const third = { ...candidate, id: PersonId.parse('0190a0a0-0000-7000-8000-00000000000d') };
    const more = assign.decide({ ...asked, assessors: [candidate.id, third.id] }, examples.firstAlone, {
      ...facts,
      people: [candidate, third],
    });
    expect(more).toMatchObject({ ok: true, value: { assignment: { assessors: [candidate.id, third.id], seed: '00', sampleSize: 0 } } });
  });

  test('nobody unknown, disabled, without the role or of the ward itself assesses', () => {
    const code = (change: Partial<typeof candidate> | { state: 'disabled' } | { roles: never[] }) => {
      const decided = assign.decide(command, examples.submitted, { ...facts, people: [{ ...candidate, ...change }] });
      return decided.ok ? 'ok' : decided.failure.code;
    };
    expect(assign.decide(command, examples.submitted, { ...facts, people: [] })).toEqual({
      ok: false,
      failure: { code: 'not-found', what: 'person', id: candidate.id },
    });
    expect(code({ state: 'disabled' })).toBe('not-an-assessor');
    expect(code({ roles: [] })).toBe('not-an-assessor');
    expect(code({ authorityId: wardId })).toBe('assessor-of-the-ward');
    expect(code({ roles: [...roles, { role: 'ward', authorityId: wardId }] })).toBe('assessor-of-the-ward');
    expect(code({})).toBe('ok');
  });
});

describe('taking an assessor off', () => {
  const off = (nomination: typeof examples.assessing, person = people.second.id) =>
    unassign.decide({ ...asked, person }, nomination, { programme, samples, assessments: visitsOf(nomination) });

  test('the others go on; when they are all in, the nomination is assessed with what they found', () => {
    expect(off(examples.assessing)).toMatchObject({
      ok: true,
      value: { state: 'assessing', assignment: { assessors: [people.first.id] } },
    });
    expect(off(examples.firstIsIn)).toMatchObject({ ok: true, value: { state: 'assessed', outcome: { score: 100, passed: true } } });
  });

  test('who is not assigned cannot be taken off, and the last one stays; a page knows the latter beforehand', () => {
    expect(off(examples.firstAlone)).toEqual({ ok: false, failure: { code: 'not-assigned' } });
    expect(off(examples.firstAlone, people.first.id)).toEqual({ ok: false, failure: { code: 'last-assessor' } });
    expect(unassign.whyNot(asked, examples.firstAlone, { assessments: [] })).toEqual({ code: 'last-assessor' });
    expect(unassign.whyNot(asked, examples.assessing, { assessments: [] })).toBeUndefined();
  });
});

describe('taking note of what came late', () => {
  const note = (
    nomination: typeof examples.assessing | typeof examples.assessed,
    assessments = visitsOf(nomination, { first: 'kept' }),
  ) => {
    const [assessment] = assessments;
    if (!assessment) throw new Error('nobody is assigned');
    return acknowledge.decide({ ...asked, person: people.first.id, note: 'Mất sóng' }, nomination, {
      programme,
      samples,
      assessments,
      assessment,
    });
  };

  test('what was kept counts from now on: the last one makes the nomination assessed, another does not', () => {
    const noted = { by: people.officer.id, at, note: 'Mất sóng' };
    expect(note(examples.firstAlone)).toMatchObject({
      ok: true,
      value: { assessment: { state: 'late', acknowledged: noted }, nomination: { state: 'assessed', outcome: { lateToAcknowledge: 0 } } },
    });
    expect(note(examples.assessing)).toMatchObject({
      ok: true,
      value: { nomination: { state: 'assessing', assignment: { completed: [people.first.id] } } },
    });
  });

  test('a late one of an assessed nomination is noted, and nothing waits any more', () => {
    expect(note(examples.assessed, visitsOf(examples.assessed, { first: 'late' }))).toMatchObject({
      ok: true,
      value: {
        nomination: {
          state: 'assessed',
          outcome: { lateToAcknowledge: 0 },
          assignment: { completed: [people.first.id, people.second.id] },
        },
      },
    });
  });

  test('nothing late means nothing to note; a person without a visit is not assigned', () => {
    const nothing = { code: 'nothing-to-acknowledge' };
    expect(note(examples.assessed, visitsOf(examples.assessed))).toEqual({ ok: false, failure: nothing });
    expect(acknowledge.whyNot(asked, examples.assessed, { assessments: visitsOf(examples.assessed) })).toEqual(nothing);
    expect(acknowledge.whyNot(asked, examples.assessed, { assessments: visitsOf(examples.assessed, { second: 'kept' }) })).toBeUndefined();
    expect(
      acknowledge.whyNot({ ...asked, person: people.both.id }, examples.assessed, { assessments: visitsOf(examples.assessed) }),
    ).toEqual({ code: 'not-assigned' });
  });
});

describe('recommending', () => {
  const failed = { ...examples.assessed, outcome: { ...examples.assessed.outcome, passed: false, score: 60, unmet: ['C01'] } };

  test('what passed may be recommended either way, what failed only against', () => {
    expect(recommend.decide({ ...asked, inFavour: true, reason: 'Đạt' }, examples.assessed, {})).toMatchObject({
      ok: true,
      value: { state: 'recommended', recommendation: { inFavour: true, reason: 'Đạt', by: people.officer.id, at } },
    });
    expect(recommend.whyNot({ ...asked, inFavour: true }, failed, {})).toEqual({ code: 'criteria-not-passed', score: 60, unmet: ['C01'] });
    expect(recommend.decide({ ...asked, inFavour: false, reason: 'Chưa đạt' }, failed, {}).ok).toBe(true);
    expect(recommend.whyNot(asked, failed, {})).toBeUndefined();
  });

  test('a late sync that nobody took note of comes before that', () => {
    const late = { ...failed, outcome: { ...failed.outcome, lateToAcknowledge: 2 } };
    expect(recommend.whyNot({ ...asked, inFavour: true }, late, {})).toEqual({ code: 'late-not-acknowledged', count: 2 });
  });
});

test('more time for one dossier is more than it has, be it by its programme or by an earlier extension', () => {
  const facts = { programme };
  const later = '2023-11-19T17:00:00.000Z';
  const extended = extend.decide({ ...asked, assessmentDueAt: later }, examples.assessing, facts);
  expect(extended).toMatchObject({ ok: true, value: { state: 'assessing', extended: { assessmentDueAt: later } } });
  expect(extend.whyNot({ ...asked, registrationClosesAt: programme.registrationClosesAt }, examples.draft, facts)).toEqual({
    code: 'not-later',
    field: 'registrationClosesAt',
    current: programme.registrationClosesAt,
  });
  const has = { ...examples.assessing, extended: { assessmentDueAt: later } };
  expect(extend.whyNot({ ...asked, assessmentDueAt: '2023-11-12T17:00:00.000Z' }, has, facts)).toMatchObject({ current: later });
});
