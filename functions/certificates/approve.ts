import { setTimeout as pause } from 'node:timers/promises';
import { type Certificate, certificateCode, certificateNumber } from '../../shared/certificate.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { AuthorityId, Day } from '../../shared/ids.ts';
import type { Nomination, NominationIn } from '../../shared/nomination.ts';
import type { Actor } from '../../shared/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { findAuthorities, findAuthority } from '../authorities/store.ts';
import type { Act } from '../data/audit.ts';
import type { RecordType } from '../data/records.ts';
import { type Change, change, creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from '../nominations/load.ts';
import { withoutLock } from '../nominations/street-lock.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';
import { certificateFacts } from './facts.ts';
import { renderCertificate } from './pdf/render.ts';
import { lastNumber, takeNumbers } from './store.ts';

export type Decision = { number?: string | undefined; date?: Day | undefined };

/** Each nomination writes itself, its certificate and its street, each with an audit entry; the counter is one more: 16 × 6 + 1 ≤ 100. */
const mostAtOnce = 16;
const tries = 20;

/**
 * Leadership approves nominations as one decision: each takes its number and its certificate is issued in the same transaction.
 * Answers the certificates in the order asked. A repeat answers the same certificates.
 */
export async function approve(
  deps: Deps,
  actor: Actor,
  act: Act,
  moves: readonly Move[],
  decision: Decision,
): Promise<Result<Nomination[], Failure>> {
  const approved: Nomination[] = [];
  for (let at = 0; at < moves.length; at += mostAtOnce) {
    const some = await approveSome(deps, actor, act, moves.slice(at, at + mostAtOnce), decision);
    if (!some.ok) return some;
    approved.push(...some.value);
  }
  return ok(approved);
}

async function approveSome(
  deps: Deps,
  actor: Actor,
  act: Act,
  moves: readonly Move[],
  decision: Decision,
): Promise<Result<Nomination[], Failure>> {
  for (let n = 0; ; n++) {
    const outcome = await attempt(deps, actor, act, moves, decision);
    if (outcome.ok || outcome.failure.code !== 'busy' || n + 1 >= tries) return outcome;
    // Only the counter was taken by another approval: full jitter, doubling to a second.
    await pause(Math.random() * Math.min(1000, 20 * 2 ** n));
  }
}

async function attempt(
  deps: Deps,
  actor: Actor,
  act: Act,
  moves: readonly Move[],
  decision: Decision,
): Promise<Result<Nomination[], Failure>> {
  const { table, now } = deps;
  const answered: Nomination[] = [];
  const open: NominationIn<'recommended'>[] = [];
  for (const move of moves) {
    const from = await ready(deps, actor, act, move, 'nomination.approve', 'approve');
    if (from.done && !from.answer.ok) return from.answer;
    if (from.done && from.answer.ok) answered.push(from.answer.value);
    if (!from.done) open.push(from.nomination);
  }
  if (open.length === 0) return ok(answered);
  for (const nomination of open) {
    if (nomination.recommendation.by === actor.id) return fail({ code: 'own-work', action: 'approve' });
    if (!nomination.recommendation.inFavour) return fail({ code: 'recommended-against' });
  }

  const issuedOn = decision.date ?? dayInVietnam(now());
  const year = Number(issuedOn.slice(0, 4));
  const authority = (open[0] as NominationIn<'recommended'>).issuingAuthorityId;
  const seen = await lastNumber(table, authority, year);
  const changes: Change<RecordType>[] = [];
  for (const [index, nomination] of open.entries()) {
    const issued = await issue(deps, actor, act, nomination, { authority, year, count: seen + index + 1, issuedOn, decision });
    if (!issued.ok) return issued;
    changes.push(...issued.value);
  }
  const [first, ...more] = changes;
  const saved = await save(table, first as Change<'nomination'>, [...more, takeNumbers(table, authority, year, seen, seen + open.length)]);
  if (!saved.ok) return saved;
  const certified = changes.filter((each) => each.type === 'nomination').map((each) => each.record as Nomination);
  return ok([...answered, saved.value, ...certified.slice(1)]);
}

/** The three records of one approval: the certified nomination, its certificate, and the street that now bears it. */
async function issue(
  deps: Deps,
  actor: Actor,
  act: Act,
  nomination: NominationIn<'recommended'>,
  of: { authority: AuthorityId; year: number; count: number; issuedOn: Day; decision: Decision },
): Promise<Result<Change<RecordType>[], Failure>> {
  const { table, random, publicOrigin } = deps;
  const [programme, street, ward, above] = await Promise.all([
    findProgramme(table, nomination.programmeId),
    findStreet(table, nomination.streetId),
    findAuthority(table, nomination.wardId),
    findAuthorities(table, nomination.above),
  ]);
  if (!programme || !street || !ward) throw new Error(`nomination ${nomination.id} names records that are gone`);
  const code = certificateCode(random(12));
  const number = certificateNumber(programme.certificate.numberTemplate, of.count);
  const decided = of.decision.number && of.decision.date ? { number: of.decision.number, date: of.decision.date } : undefined;
  const facts = certificateFacts({
    nomination,
    programme,
    street,
    ward,
    above,
    issued: { number, code },
    issuedOn: of.issuedOn,
    decision: decided,
    publicOrigin,
  });
  // Drawn once before the number is taken: a name without a glyph is refused here, never printed as a box.
  const drawn = await renderCertificate(facts);
  if (!drawn.ok) return drawn;

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
    count: of.count,
    number,
    facts,
    issuedBy: actor.id,
    issuedAt: act.at,
    file: { state: 'pending' },
  };
  const decision = {
    by: actor.id,
    at: act.at,
    ...(of.decision.number && { number: of.decision.number }),
    ...(of.decision.date && { date: of.decision.date }),
  };
  return ok([
    change(table, act, 'nomination.approve', 'nomination', nomination, {
      ...nomination,
      state: 'certified',
      decision,
      certificateCode: code,
      certificateNumber: number,
      pending: { kind: 'none' },
      updatedAt: act.at,
    }),
    creation(table, act, 'certificate.issue', 'certificate', certificate),
    change(table, act, 'street.certify', 'street', street, {
      ...withoutLock(street),
      certified: { code, number, issuedOn: of.issuedOn, wardName: facts.wardName, cityName: facts.cityName },
    }),
  ]);
}
