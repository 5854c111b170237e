import type { Certificate } from '../certificates/certificate.ts';
import { laterOf } from '../deadline.ts';
import type { AuthorityId, Instant } from '../ids.ts';
import type { Nomination } from '../nominations/nomination.ts';
import type { Programme } from '../programmes/programme.ts';
import { type Addressed, type Inbox, type Notice, reminderDays } from './notice.ts';

type Offices = { ward: Inbox; officer: Inbox; leader: Inbox; admin: Inbox };
const officesOf = (nomination: Nomination): Offices => ({
  ward: { role: 'ward', authorityId: nomination.wardId },
  officer: { role: 'officer', authorityId: nomination.advisingAuthorityId },
  leader: { role: 'leader', authorityId: nomination.issuingAuthorityId },
  admin: { role: 'admin', authorityId: nomination.issuingAuthorityId },
});

/**
 * Every notice that a nomination gives rise to, as far as the record still tells. Computed from the record alone, with ids that follow
 * from what happened: told twice it is the same news, and what a lost report left out comes with the next one.
 */
export function newsOf(nomination: Nomination, certificate?: Certificate): Addressed[] {
  const { id: nominationId, round, programmeId, streetName, wardName } = nomination;
  const offices = officesOf(nomination);
  const about = (name: string, at: Instant, by?: Notice['by']) => ({
    id: `${nominationId}:${name}`,
    at,
    ...(by && { by }),
    programmeId,
    nominationId,
    streetName,
    wardName,
  });
  const news: Addressed[] = [];
  const publish = (notice: Notice, ...to: Inbox[]) => news.push(...to.map((each) => ({ to: each, notice })));

  if ('submission' in nomination) {
    const { submittedAt, by } = nomination.submission;
    publish({ kind: 'submitted', ...about(`submitted:${round}`, submittedAt, by) }, offices.officer);
  }
  if (nomination.state === 'returned') {
    const { at, by, reason, answerBy } = nomination.returned;
    publish({ kind: 'returned', ...about(`returned:${round}`, at, by), reason, dueAt: answerBy }, offices.ward);
  }
  if (nomination.state === 'assessing')
    for (const personId of nomination.assignment.assessors)
      publish({ kind: 'assigned', ...about(`assigned:${round}`, nomination.updatedAt) }, { role: 'assessor', personId });
  if (nomination.state === 'assessed') {
    const { score, passed } = nomination.outcome;
    publish({ kind: 'assessed', ...about(`assessed:${round}`, nomination.updatedAt), score, passed }, offices.officer);
  }
  if ('sentBack' in nomination && nomination.sentBack) {
    const { at, by, reason } = nomination.sentBack;
    publish({ kind: 'sentBack', ...about(`sentBack:${at}`, at, by), reason }, offices.officer);
  }
  if ('recommendation' in nomination) {
    const { at, by, inFavour } = nomination.recommendation;
    publish({ kind: 'recommended', ...about(`recommended:${at}`, at, by), inFavour }, offices.leader);
  }
  if (nomination.state === 'declined') {
    const { at, by, reason } = nomination.declined;
    publish({ kind: 'declined', ...about('declined', at, by), reason }, offices.ward, offices.officer);
  }
  if (nomination.state === 'certified' && certificate?.code === nomination.certificateCode) {
    const { code, number, issuedAt, issuedBy, facts } = certificate;
    const issued = { certificateCode: code, certificateNumber: number, ...(facts.supersedes && { supersedes: facts.supersedes }) };
    publish({ kind: 'issued', ...about(`issued:${code}`, issuedAt, issuedBy), ...issued }, offices.ward, offices.officer);
  }
  if (nomination.state === 'certified' && nomination.pending.kind !== 'none') {
    const { kind, at, by, reason } = nomination.pending;
    const asked = { ...about(`${kind}:${at}`, at, by), certificateNumber: nomination.certificateNumber, reason };
    if (kind === 'correction') publish({ kind: 'correctionAsked', ...asked }, offices.leader);
    else publish({ kind: 'revocationAsked', ...asked }, offices.leader, offices.admin);
  }
  if (nomination.state === 'revoked') {
    const { at, confirmedBy, reason } = nomination.revoked;
    const revoked = { certificateNumber: nomination.certificateNumber, reason };
    publish({ kind: 'revoked', ...about('revoked', at, confirmedBy), ...revoked }, offices.ward, offices.officer, offices.leader);
  }
  return news;
}

/**
 * What is due within seven, three or one days, or has passed: one reminder for each deadline and step, of the step that holds now. Days that
 * nobody ticked are not made up for: "seven days" is no news when two are left.
 */
export function remindersOf(programme: Programme, board: readonly Nomination[], now: Date): Addressed[] {
  const due = (to: Inbox, what: 'registration' | 'answer' | 'assessment', dueAt: Instant, nomination?: Nomination): Addressed[] => {
    const days = stepOf(dueAt, now);
    if (days === undefined) return [];
    const id = `${nomination?.id ?? programme.id}:due:${what}:${dueAt}:${days}`;
    const which = nomination && { nominationId: nomination.id, streetName: nomination.streetName };
    return [{ to, notice: { kind: 'due', id, at: now.toISOString(), programmeId: programme.id, ...which, what, dueAt, days } }];
  };
  const begun = new Set(board.filter(({ state }) => state !== 'withdrawn').map(({ wardId }) => wardId));
  const idle = (wardId: AuthorityId) => due({ role: 'ward', authorityId: wardId }, 'registration', programme.registrationClosesAt);
  return [
    ...programme.wardIds.filter((wardId) => !begun.has(wardId)).flatMap(idle),
    ...board.flatMap((nomination) => {
      const { ward, officer } = officesOf(nomination);
      const { registrationClosesAt, assessmentDueAt } = nomination.extended;
      const assessmentDue = laterOf(programme.assessmentDueAt, assessmentDueAt);
      // The Economics office hears of what is overdue, not of every step before.
      const overdue = (what: 'answer' | 'assessment', dueAt: Instant) =>
        stepOf(dueAt, now) === 0 ? due(officer, what, dueAt, nomination) : [];
      switch (nomination.state) {
        case 'draft':
          return due(ward, 'registration', laterOf(programme.registrationClosesAt, registrationClosesAt), nomination);
        case 'returned':
          return [...due(ward, 'answer', nomination.returned.answerBy, nomination), ...overdue('answer', nomination.returned.answerBy)];
        case 'submitted':
          return due(officer, 'assessment', assessmentDue, nomination);
        case 'assessing':
          return [
            ...nomination.assignment.assessors
              .filter((personId) => !nomination.assignment.completed.includes(personId))
              .flatMap((personId) => due({ role: 'assessor', personId }, 'assessment', assessmentDue, nomination)),
            ...overdue('assessment', assessmentDue),
          ];
        default:
          return [];
      }
    }),
  ];
}

const dayMs = 86_400_000;
/** A month after a deadline nobody is reminded of it any more. */
const forgottenMs = 30 * dayMs;

function stepOf(dueAt: Instant, now: Date): (typeof reminderDays)[number] | undefined {
  const left = Date.parse(dueAt) - now.getTime();
  if (left <= -forgottenMs) return undefined;
  if (left <= 0) return 0;
  return [...reminderDays].reverse().find((days) => left <= days * dayMs);
}
