import type { Checklist } from '../shared/criteria/checklist.ts';
import { AuthorityId, CertificateCode, NominationId, PersonId, ProgrammeId, Sha256, StreetId } from '../shared/ids.ts';
import type { NominationState } from '../shared/nominations/nomination.ts';
import type { AssessmentValue } from '../shared/nominations/outcome.ts';
import type { Value, ValueIn } from '../shared/nominations/transition.ts';
import type { Actor, HeldRole, Role } from '../shared/people/person.ts';
import { noFigures } from '../shared/streets/street.ts';

/** Nominations of Hồng Bàng in October 2023, one in every state, and the people who move them. The lifecycle is shown on them. */
export const at = '2023-10-20T02:00:00.000Z';
const earlier = '2023-10-18T02:00:00.000Z';
export const wardId = AuthorityId.parse('minh-khai');
export const district = AuthorityId.parse('hong-bang');

const holding = (role: Role, authorityId: AuthorityId): HeldRole => ({ role, authorityId });
const person = (n: number, name: string, ...roles: HeldRole[]): Actor => ({
  id: PersonId.parse(`0190a0a0-0000-7000-8000-00000000000${n}`),
  name,
  roles,
});
export const people = {
  ward: person(1, 'Cán bộ Minh Khai', holding('ward', wardId)),
  officer: person(2, 'Phòng Kinh tế', holding('officer', district)),
  first: person(3, 'Tổ thẩm định 1', holding('assessor', district)),
  second: person(4, 'Tổ thẩm định 2', holding('assessor', district)),
  leader: person(5, 'Chủ tịch', holding('leader', district)),
  deputy: person(6, 'Phó Chủ tịch', holding('leader', district)),
  admin: person(7, 'Quản trị', holding('admin', district)),
  /** Officer and leader at once: whose own work is asked for. */
  both: person(8, 'Kiêm nhiệm', holding('officer', district), holding('leader', district)),
} as const;

const checklist: Checklist = {
  passScore: 80,
  criteria: [
    {
      code: 'C01',
      vi: 'Có biển QR',
      en: 'A QR sign is displayed',
      appliesTo: ['street', 'market'],
      weight: 100,
      mandatory: true,
      measure: { kind: 'yesNo' },
      of: 'street',
      evidence: [],
      basis: 'proposal',
      source: null,
    },
  ],
};
export const programme = {
  id: ProgrammeId.parse('0190a0a0-0000-7000-8000-0000000000a1'),
  state: 'open' as const,
  wardIds: [wardId],
  advisingAuthorityId: district,
  issuingAuthorityId: district,
  quota: { street: 1, market: 1 },
  registrationOpensAt: '2023-10-13T17:00:00.000Z',
  registrationClosesAt: '2023-10-31T17:00:00.000Z',
  assessmentDueAt: '2023-11-09T17:00:00.000Z',
  syncGraceHours: 24,
  minMerchants: 2,
  checklist,
};
export const street = {
  id: StreetId.parse('0190a0a0-0000-7000-8000-0000000000a2'),
  wardId,
  above: [district],
  name: 'Điện Biên Phủ',
  kind: 'street' as const,
};
export const ward = { id: wardId, name: 'Phường Minh Khai', validFrom: '2004-01-01', validUntil: '2025-06-30' };
export const nominationId = NominationId.parse('0190a0a0-0000-7000-8000-0000000000a3');
export const code = CertificateCode.parse('7KQ2M9XWB4RD');

const common = {
  id: nominationId,
  programmeId: programme.id,
  streetId: street.id,
  wardId,
  wardName: ward.name,
  streetName: street.name,
  kind: 'street' as const,
  above: street.above,
  advisingAuthorityId: district,
  issuingAuthorityId: district,
  contact: { name: 'Lan', phone: '0904123456' },
  files: [],
  round: 1,
  slot: 1,
  extended: {},
  createdAt: earlier,
  updatedAt: earlier,
};
const submission = {
  submittedAt: earlier,
  by: people.ward.id,
  onTime: true,
  located: true,
  figures: { ...noFigures(), merchants: 25, cashless: 24 },
  snapshot: Sha256.parse('0'.repeat(64)),
};
const assignment = {
  assessors: [people.first.id, people.second.id],
  completed: [people.first.id, people.second.id],
  seed: '00',
  drawnAt: earlier,
  sampleSize: 0,
};
const assessed = {
  ...common,
  submission,
  assignment,
  outcome: { score: 100, passed: true, unmet: [], spread: 0, flagged: false, lateToAcknowledge: 0 },
};
const recommended = { ...assessed, recommendation: { inFavour: true, reason: 'Đạt', by: people.officer.id, at: earlier } };
const certified = {
  ...recommended,
  decision: { by: people.leader.id, at: earlier },
  certificateCode: code,
  certificateNumber: '1/GCN-UBND',
};

/** One nomination in each state: what a test changes is what it is about. */
export const aNomination: { [S in NominationState]: ValueIn<S> } = {
  draft: (({ slot: _, ...rest }) => ({ ...rest, round: 0, state: 'draft' as const }))(common),
  submitted: { ...common, submission, state: 'submitted' },
  returned: {
    ...common,
    submission,
    state: 'returned',
    returned: { by: people.officer.id, at: earlier, reason: 'Thiếu', answerBy: '2023-11-02T17:00:00.000Z', comments: [] },
  },
  withdrawn: { ...common, state: 'withdrawn', withdrawnAt: earlier, reason: 'Chọn tuyến khác' },
  assessing: { ...common, submission, state: 'assessing', assignment: { ...assignment, completed: [] } },
  assessed: { ...assessed, state: 'assessed' },
  recommended: { ...recommended, state: 'recommended' },
  certified: { ...certified, state: 'certified', pending: { kind: 'none' } },
  declined: { ...recommended, state: 'declined', declined: { by: people.leader.id, at: earlier, reason: 'Chưa đạt' } },
  revoked: {
    ...certified,
    state: 'revoked',
    revoked: { askedBy: people.leader.id, confirmedBy: people.deputy.id, at: earlier, reason: 'Không còn đạt' },
  },
};

type Who = 'first' | 'second';
const only = (assessors: Who[], completed: Who[]): ValueIn<'assessing'> => ({
  ...aNomination.assessing,
  assignment: { ...assignment, assessors: assessors.map((who) => people[who].id), completed: completed.map((who) => people[who].id) },
});
const pending = { by: people.both.id, at: earlier, reason: 'Sai tên' };

/** All nominations that the lifecycle is shown on: every state, and within one what makes a difference. */
export const examples = {
  ...aNomination,
  firstIsIn: only(['first', 'second'], ['first']),
  firstAlone: only(['first'], []),
  recommendedAgainst: { ...aNomination.recommended, recommendation: { ...recommended.recommendation, inFavour: false } },
  correcting: { ...aNomination.certified, pending: { kind: 'correction' as const, ...pending, facts: { name: 'Lạch Tray' } } },
  revoking: { ...aNomination.certified, pending: { kind: 'revocation' as const, ...pending } },
} satisfies Record<string, Value>;

/** The visits of a nomination's round: in where the nomination says so, being written otherwise. `of` puts somebody's into another state. */
export function visitsOf(nomination: Value, of: Partial<Record<Who, 'late' | 'kept'>> = {}): AssessmentValue[] {
  const none: PersonId[] = [];
  const known = 'assignment' in nomination ? nomination.assignment : { assessors: none, completed: none };
  const clocks = { completedAt: earlier, clockOffsetMs: 0, receivedAt: earlier };
  return (['first', 'second'] as const)
    .filter((who) => known.assessors.includes(people[who].id))
    .map((who): AssessmentValue => {
      const visit = {
        nominationId,
        personId: people[who].id,
        personName: people[who].name,
        round: nomination.round,
        wardId,
        dueAt: programme.assessmentDueAt,
        streetName: street.name,
        sheet: { answers: { C01: { kind: 'yesNo' as const, met: true, evidence: [] } }, spotChecks: [] },
      };
      const state = of[who] ?? (known.completed.includes(people[who].id) ? 'completed' : 'writing');
      return state === 'writing' ? { ...visit, state } : { ...visit, state, clocks };
    });
}
