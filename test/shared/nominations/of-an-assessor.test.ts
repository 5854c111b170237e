import { expect, test } from 'vitest';
import { at, examples, people, programme, visitsOf } from '../../../scripts/lifecycle-examples.ts';
import { whyNotHandIn } from '../../../shared/nominations/assess.ts';
import type { AssessmentValue } from '../../../shared/nominations/outcome.ts';
import { transitions } from '../../../shared/nominations/transitions.ts';

const { assess } = transitions;
const samples = [{ round: 1, merchants: [] }];
const due = programme.assessmentDueAt;
const before = '2023-11-09T16:00:00.000Z';

const hand = (nomination: typeof examples.assessing, when: { at: string; completedAt: string }, change: object = {}) => {
  const assessments = visitsOf(nomination).map(
    (each): AssessmentValue => (each.personId === people.first.id ? { ...each, ...change } : each),
  );
  const [assessment] = assessments;
  if (!assessment) throw new Error('nobody is assigned');
  return assess.decide({ by: people.first, clockOffsetMs: 0, ...when }, nomination, { programme, samples, assessments, assessment });
};

test('one of two hands in and the nomination is still being assessed; the last one moves it on, with the result', () => {
  expect(hand(examples.assessing, { at, completedAt: at })).toMatchObject({
    ok: true,
    value: {
      assessment: { state: 'completed', clocks: { receivedAt: at } },
      nomination: { state: 'assessing', assignment: { completed: [people.first.id] } },
    },
  });
  expect(hand(examples.firstAlone, { at, completedAt: at })).toMatchObject({
    ok: true,
    value: { nomination: { state: 'assessed', outcome: { score: 100, passed: true, lateToAcknowledge: 0 } } },
  });
});

test('finished in time but arrived within the grace is late and counts; after the grace it is kept and moves nothing', () => {
  const late = hand(examples.firstAlone, { at: '2023-11-10T10:00:00.000Z', completedAt: before });
  expect(late).toMatchObject({ ok: true, value: { assessment: { state: 'late' }, nomination: { outcome: { lateToAcknowledge: 1 } } } });
  const kept = hand(examples.firstAlone, { at: '2023-11-11T10:00:00.000Z', completedAt: before });
  expect(kept).toMatchObject({ ok: true, value: { assessment: { state: 'kept' } } });
  expect(kept).not.toHaveProperty('value.nomination');
});

test('refusals come in this order: a round that is over, what is missing, the deadline', () => {
  const after = { at: due, completedAt: due };
  const empty = { sheet: { answers: {}, spotChecks: [] } };
  expect(hand(examples.firstAlone, after, { ...empty, state: 'unassigned' })).toEqual({
    ok: false,
    failure: { code: 'round-over', round: 1 },
  });
  expect(hand(examples.firstAlone, after, empty)).toEqual({
    ok: false,
    failure: { code: 'assessment-incomplete', missing: ['C01'], spotChecks: 0 },
  });
  expect(hand(examples.firstAlone, after)).toEqual({ ok: false, failure: { code: 'deadline-passed', closedAt: due } });
});

test('more time for this nomination counts', () => {
  const extended = { ...examples.firstAlone, extended: { assessmentDueAt: '2023-11-19T17:00:00.000Z' } };
  expect(hand(extended, { at: due, completedAt: due })).toMatchObject({ ok: true, value: { assessment: { state: 'completed' } } });
});

test('the phone asks the same before the visit is finished: then the deadline is no reason yet', () => {
  const [assessment] = visitsOf(examples.firstAlone);
  if (!assessment) throw new Error('nobody is assigned');
  const visit = { assessment, kind: 'street' as const, programme, sample: [], dueAt: due };
  expect(whyNotHandIn({ at: due }, visit)).toBeUndefined();
  expect(whyNotHandIn({ at: due, completedAt: due, clockOffsetMs: 0 }, visit)?.code).toBe('deadline-passed');
  const answers = { answers: {}, spotChecks: [] };
  expect(whyNotHandIn({ at }, { ...visit, assessment: { ...assessment, sheet: answers } })?.code).toBe('assessment-incomplete');
});
