import type { Failure } from '../shared/failures/failure.ts';
import type { NominationState } from '../shared/nominations/nomination.ts';
import type { Value } from '../shared/nominations/transition.ts';
import { type Action, transitions } from '../shared/nominations/transitions.ts';
import type { Actor } from '../shared/people/person.ts';
import type { Result } from '../shared/result.ts';
import { at, code, district, examples, nominationId, people, programme, street, visitsOf, ward } from './lifecycle-examples.ts';

/** A step that really happens: an action leads from one state to another (or to the same again). */
export type Arrow = { action: Action; from: NominationState | '[*]'; to: NominationState };

type Decided = Result<Value | undefined, Failure>;
const onlyNomination = (decided: Result<{ nomination?: Value }, Failure>): Decided =>
  decided.ok ? { ok: true, value: decided.value.nomination } : decided;

const { officer, first, second, leader, deputy } = people;

const samples = [{ round: 1, merchants: [] }];
const issued = { code, number: '2/GCN-UBND' };
const handedIn = { located: true, figures: examples.submitted.submission.figures, snapshot: examples.submitted.submission.snapshot };
const assessors = [first, second].map((each) => ({ ...each, state: 'active' as const, authorityId: district }));

/** Every action as somebody would do it who may (or `by` instead of them), whatever state the nomination is in: what the rows answer. */
export const tries: Record<Exclude<Action, 'draft'>, (nomination: Value, by?: Actor) => Decided[]> = {
  edit: (each, by) => [transitions.edit.decide({ by: by ?? people.ward, at, files: [] }, each, {})],
  submit: (each, by) => [
    transitions.submit.decide({ by: by ?? people.ward, at }, each, {
      programme,
      street: {},
      missing: [],
      held: [],
      handedIn: { ...handedIn, frozen: { street: {}, files: [] } },
    }),
  ],
  withdraw: (each, by) => [transitions.withdraw.decide({ by: by ?? people.ward, at, reason: 'Chọn tuyến khác' }, each, {})],
  return: (each, by) => [
    transitions.return.decide({ by: by ?? officer, at, reason: 'Thiếu', answerBy: programme.registrationClosesAt, comments: [] }, each, {}),
  ],
  assign: (each, by) => [
    transitions.assign.decide({ by: by ?? officer, at, assessors: assessors.map(({ id }) => id) }, each, {
      people: assessors,
      draw: { seed: '00', sampleSize: 0 },
    }),
  ],
  unassign: (each, by) => [
    transitions.unassign.decide({ by: by ?? officer, at, person: second.id }, each, { programme, samples, assessments: visitsOf(each) }),
  ],
  assess: (each, by) => {
    const assessments = visitsOf(each);
    return assessments.map((assessment) => {
      const finished = { by: by ?? (assessment.personId === first.id ? first : second), at, completedAt: at, clockOffsetMs: 0 };
      return onlyNomination(transitions.assess.decide(finished, each, { programme, samples, assessments, assessment }));
    });
  },
  acknowledge: (each, by) => {
    const assessments = visitsOf(each, { first: each.state === 'assessed' ? 'late' : 'kept' });
    return assessments.map((assessment) => {
      const noted = { by: by ?? officer, at, person: assessment.personId, note: 'Mất sóng' };
      return onlyNomination(transitions.acknowledge.decide(noted, each, { programme, samples, assessments, assessment }));
    });
  },
  recommend: (each, by) => [transitions.recommend.decide({ by: by ?? officer, at, inFavour: true, reason: 'Đạt' }, each, {})],
  sendBack: (each, by) => [transitions.sendBack.decide({ by: by ?? leader, at, reason: 'Xem lại' }, each, {})],
  approve: (each, by) => [transitions.approve.decide({ by: by ?? leader, at }, each, issued)],
  decline: (each, by) => [transitions.decline.decide({ by: by ?? leader, at, reason: 'Chưa đạt' }, each, {})],
  askToCorrect: (each, by) => [
    transitions.askToCorrect.decide({ by: by ?? officer, at, reason: 'Sai tên', facts: { name: 'Lạch Tray' } }, each, {
      printed: {
        kind: 'street',
        segment: {},
        name: street.name,
        wardName: ward.name,
        cityName: 'thành phố Hải Phòng',
        authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
        placeOfIssue: 'Hồng Bàng',
        issuedOn: '2023-11-20',
        figures: { cashless: 24, merchants: 25 },
        signatory: { capacity: 'chairman', name: 'Nguyễn Thị Hồng Ánh' },
        publicOrigin: 'https://xacthuc.example.vn',
      },
    }),
  ],
  confirmCorrection: (each, by) => [transitions.confirmCorrection.decide({ by: by ?? leader, at }, each, issued)],
  askToRevoke: (each, by) => [transitions.askToRevoke.decide({ by: by ?? leader, at, reason: 'Không còn đạt' }, each, {})],
  confirmRevocation: (each, by) => [transitions.confirmRevocation.decide({ by: by ?? deputy, at }, each, {})],
  dropRequest: (each, by) => [transitions.dropRequest.decide({ by: by ?? leader, at }, each, {})],
  extend: (each, by) => [
    transitions.extend.decide({ by: by ?? officer, at, assessmentDueAt: '2023-11-19T17:00:00.000Z' }, each, { programme }),
  ],
};

/** Every arrow of the lifecycle, each once: what the rows answer on the example nominations, in the order of the table. */
export function arrows(): Arrow[] {
  const begun = transitions.draft.decide({ by: people.ward, at, id: nominationId }, { street, programme, ward });
  const all: Arrow[] = begun.ok ? [{ action: 'draft', from: '[*]', to: begun.value.state }] : [];
  for (const action of Object.keys(tries) as (keyof typeof tries)[])
    for (const nomination of Object.values<Value>(examples))
      for (const decided of tries[action](nomination))
        if (decided.ok && decided.value) all.push({ action, from: nomination.state, to: decided.value.state });
  return [...new Map(all.map((arrow) => [arrowText(arrow), arrow])).values()];
}

/** "submitted --> assessing: assign", as the diagram and the tests name an arrow. */
export const arrowText = ({ action, from, to }: Arrow): string => `${from} --> ${to}: ${action}`;
