import type { Authority } from '../../shared/authorities/authority.ts';
import { type Certificate, certificateCode, certificateNumber } from '../../shared/certificates/certificate.ts';
import type { CertificateFacts } from '../../shared/certificates/certificate-text.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, CertificateCode, Day } from '../../shared/ids.ts';
import type { Nomination, NominationIn } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Street } from '../../shared/streets/street.ts';
import { findAuthorities, findAuthority } from '../authorities/store.ts';
import type { Command } from '../data/audit.ts';
import type { RecordType } from '../data/records.ts';
import { type Change, change, creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from '../nominations/load-nomination.ts';
import { withoutLock } from '../nominations/street-lock.ts';
import { firstUnprintable } from '../pdf/unprintable.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';
import { certificateFacts } from './certificate-facts.ts';
import { withNumberMutex } from './number-mutex.ts';
import { lastNumber, takeNumbers } from './store.ts';

export type Decision = { number?: string | undefined; date?: Day | undefined };

/** Each nomination writes itself, its certificate and its street, each with an audit entry; the counter is one more: 16 × 6 + 1 ≤ 100. */
const mostAtOnce = 16;

/**
 * Leadership approves nominations as one decision: each takes its number and its certificate is issued in the same transaction.
 * Answers them in the order asked, each once. A repeat answers the same certificates.
 */
export async function approve(
  deps: Deps,
  command: Command,
  moves: readonly Move[],
  decision: Decision,
): Promise<Result<Nomination[], Failure>> {
  const approved: Nomination[] = [];
  const once = [...new Map(moves.map((move) => [move.id, move])).values()];
  for (let at = 0; at < once.length; at += mostAtOnce) {
    const some = await approveSome(deps, command, once.slice(at, at + mostAtOnce), decision);
    if (!some.ok) return some;
    approved.push(...some.value);
  }
  return ok(approved);
}

async function approveSome(
  deps: Deps,
  command: Command,
  moves: readonly Move[],
  decision: Decision,
): Promise<Result<Nomination[], Failure>> {
  const answered: Nomination[] = [];
  const open: Waiting[] = [];
  for (const move of moves) {
    const from = await ready(deps, command, move, transitions.approve);
    if (from.done && !from.answer.ok) return from.answer;
    if (from.done && from.answer.ok) answered.push(from.answer.value);
    if (!from.done) open.push(await waiting(deps, from.nomination));
  }
  const [first] = open;
  if (!first) return ok(answered);
  const authority = first.nomination.issuingAuthorityId;
  for (const { nomination } of open) {
    const refusal = transitions.approve.whyNot(command, nomination, {});
    if (refusal) return fail(refusal);
    // One decision is one authority's: its numbers come from one counter.
    if (nomination.issuingAuthorityId !== authority)
      return fail({ code: 'invalid-input', fields: [{ field: 'nominations', rule: 'shape' }] });
  }
  const issuedOn = decision.date ?? dayInVietnam(deps.now());
  const issue = { authority, year: Number(issuedOn.slice(0, 4)), issuedOn, decision };
  const drawn = drawable(deps, open, issue);
  if (!drawn.ok) return drawn;

  const certified = await withNumberMutex(() => certify(deps, command, open, issue));
  return certified.ok ? ok([...answered, ...certified.value]) : certified;
}

/** A nomination with what its certificate is made from. */
type Waiting = { nomination: NominationIn<'recommended'>; programme: Programme; street: Street; ward: Authority; above: Authority[] };
type Issue = { authority: AuthorityId; year: number; issuedOn: Day; decision: Decision };

async function waiting({ table }: Deps, nomination: NominationIn<'recommended'>): Promise<Waiting> {
  const [programme, street, ward, above] = await Promise.all([
    findProgramme(table, nomination.programmeId),
    findStreet(table, nomination.streetId),
    findAuthority(table, nomination.wardId),
    findAuthorities(table, nomination.above),
  ]);
  if (!programme || !street || !ward) throw new Error(`nomination ${nomination.id} names records that are gone`);
  return { nomination, programme, street, ward, above };
}

/** Before a number is taken: a name without a glyph is refused here, never printed as a box. */
function drawable(deps: Deps, open: readonly Waiting[], issue: Issue): Result<true, Failure> {
  for (const each of open) {
    const unprintable = firstUnprintable(factsOf(deps, each, issue));
    if (unprintable) return fail(unprintable);
  }
  return ok(true);
}

const factsOf = (
  { publicOrigin }: Deps,
  each: Waiting,
  { issuedOn, decision }: Issue,
  issued?: { number: string; code: CertificateCode },
): CertificateFacts =>
  certificateFacts({
    ...each,
    ...(issued && { issued }),
    issuedOn,
    decision: decision.number && decision.date ? { number: decision.number, date: decision.date } : undefined,
    publicOrigin,
  });

/** One try: reads the counter, and saves every record together with the numbers it takes. */
async function certify(deps: Deps, command: Command, open: readonly Waiting[], issue: Issue): Promise<Result<Nomination[], Failure>> {
  const { table } = deps;
  const seen = await lastNumber(table, issue.authority, issue.year);
  const approvals: Change<'nomination'>[] = [];
  const others: Change<RecordType>[] = [];
  for (const [index, each] of open.entries()) {
    const records = recordsOf(deps, command, each, issue, seen + index + 1);
    if (!records.ok) return records;
    approvals.push(records.value.approval);
    others.push(...records.value.others);
  }
  const [first, ...more] = approvals;
  if (!first) return ok([]);
  const numbers = takeNumbers(table, issue.authority, issue.year, seen, seen + open.length);
  const saved = await save(table, first, [...more, ...others, numbers]);
  return saved.ok ? ok([saved.value, ...more.map(({ record }) => record)]) : saved;
}

type Records = { approval: Change<'nomination'>; others: Change<RecordType>[] };

/** The three records of one approval: the certified nomination, its certificate, and the street that now bears it. */
function recordsOf(deps: Deps, command: Command, waiting: Waiting, of: Issue, count: number): Result<Records, Failure> {
  const { table, random } = deps;
  const { nomination, programme, street, ward } = waiting;
  const code = certificateCode(random(12));
  const number = certificateNumber(programme.certificate.numberTemplate, count);
  const facts = factsOf(deps, waiting, of, { number, code });
  const certificate: Omit<Extract<Certificate, { state: 'valid' }>, 'version' | 'trail'> = {
    state: 'valid',
    code,
    programmeId: programme.id,
    nominationId: nomination.id,
    streetId: street.id,
    wardId: ward.id,
    above: nomination.above,
    issuingAuthorityId: of.authority,
    year: of.year,
    count,
    number,
    facts,
    issuedBy: command.by.id,
    issuedAt: command.at,
    file: { state: 'pending' },
  };
  const next = transitions.approve.decide({ ...command, ...of.decision }, nomination, { code, number });
  if (!next.ok) return next;
  const others = [
    creation(table, command, 'certificate.issue', 'certificate', certificate),
    change(table, command, 'street.certify', 'street', street, {
      ...withoutLock(street),
      certified: { code, number, issuedOn: of.issuedOn, wardName: facts.wardName, cityName: facts.cityName },
    }),
  ];
  return ok({ approval: change(table, command, 'nomination.approve', 'nomination', nomination, next.value), others });
}
