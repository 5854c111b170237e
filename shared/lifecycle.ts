import type { Failure } from './failure.ts';
import type { Nomination, NominationIn, NominationState } from './nomination.ts';
import type { Role } from './person.ts';
import { fail, ok, type Result } from './result.ts';

type Transition = { from: readonly NominationState[]; to: readonly NominationState[]; by: Role; guard: string };

/** The one table that the server, the buttons and docs/lifecycle.md read. `guard` says in words what else must hold. */
export const transitions = {
  edit: { from: ['draft', 'returned'], to: ['draft', 'returned'], by: 'ward', guard: 'contact and files of the dossier' },
  submit: {
    from: ['draft', 'returned'],
    to: ['submitted'],
    by: 'ward',
    guard: "before registration closes, or answerBy after a return; dossier complete; takes the ward's slot of that kind",
  },
  withdraw: { from: ['draft', 'submitted', 'returned'], to: ['withdrawn'], by: 'ward', guard: 'frees the slot' },
  return: {
    from: ['submitted', 'assessed'],
    to: ['returned'],
    by: 'officer',
    guard: 'reason, comments on fields, answerBy; keeps the slot; a new submission starts a new round',
  },
  assign: {
    from: ['submitted', 'assessing'],
    to: ['assessing'],
    by: 'officer',
    guard: 'assessors not of the ward; draws the sample once per round',
  },
  unassign: { from: ['assessing'], to: ['assessing', 'assessed'], by: 'officer', guard: 'keeps what was written; one assessor stays' },
  assess: {
    from: ['assessing'],
    to: ['assessing', 'assessed'],
    by: 'assessor',
    guard: 'one per assigned assessor and round; the last one in moves it to assessed',
  },
  acknowledge: {
    from: ['assessing', 'assessed'],
    to: ['assessing', 'assessed'],
    by: 'officer',
    guard: 'an assessment that was synced late',
  },
  recommend: {
    from: ['assessed'],
    to: ['recommended'],
    by: 'officer',
    guard: 'with reason; in favour only if it passes; every late sync acknowledged',
  },
  sendBack: { from: ['recommended'], to: ['assessed'], by: 'leader', guard: 'reason' },
  approve: {
    from: ['recommended'],
    to: ['certified'],
    by: 'leader',
    guard: 'recommended in favour; not the recommender; takes the number and issues in the same transaction',
  },
  decline: { from: ['recommended'], to: ['declined'], by: 'leader', guard: 'not the recommender; reason; frees the slot' },
  askToCorrect: { from: ['certified'], to: ['certified'], by: 'officer', guard: 'reason; nothing else pending' },
  confirmCorrection: {
    from: ['certified'],
    to: ['certified'],
    by: 'leader',
    guard: 'not who asked; the new certificate supersedes the old',
  },
  askToRevoke: { from: ['certified'], to: ['certified'], by: 'leader', guard: 'reason; nothing else pending' },
  confirmRevocation: { from: ['certified'], to: ['revoked'], by: 'leader', guard: 'a second leader or admin; frees the slot' },
  dropRequest: { from: ['certified'], to: ['certified'], by: 'leader', guard: 'a pending correction or revocation is refused' },
  extend: {
    from: ['draft', 'submitted', 'returned', 'assessing'],
    to: ['draft', 'submitted', 'returned', 'assessing'],
    by: 'officer',
    guard: 'a later date, with a reason',
  },
} as const satisfies Record<string, Transition>;

export type Action = keyof typeof transitions;
type From<A extends Action> = (typeof transitions)[A]['from'][number];

/** The nomination, known to be in a state that the action may leave; otherwise the failure names the states that would do. */
export function mayLeave<A extends Action>(nomination: Nomination, action: A): Result<NominationIn<From<A>>, Failure> {
  const from: readonly NominationState[] = transitions[action].from;
  return from.includes(nomination.state)
    ? ok(nomination as NominationIn<From<A>>)
    : fail({ code: 'wrong-state', action, state: nomination.state, allowed: [...from] });
}
