import { certificateCode, certificateNumber } from '../../shared/certificates/certificate.ts';
import { CertificateFacts } from '../../shared/certificates/certificate-text.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { CorrectedFacts, Nomination } from '../../shared/nominations/nomination.ts';
import { correctedAsAsked } from '../../shared/nominations/requests.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from '../nominations/load-nomination.ts';
import { firstUnprintable } from '../pdf/unprintable.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';
import { withNumberMutex } from './number-mutex.ts';
import { findCertificate, lastNumber, takeNumbers } from './store.ts';

/** An officer asks to put facts of a certificate right; leadership confirms. */
export async function askToCorrect(
  deps: Deps,
  command: Command,
  move: Move,
  ask: { reason: string; facts: CorrectedFacts },
): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, transitions.askToCorrect);
  if (from.done) return from.answer;
  const { nomination } = from;
  const certificate = await findCertificate(deps.table, nomination.certificateCode);
  const next = transitions.askToCorrect.decide({ ...command, ...ask }, nomination, { printed: certificate?.facts });
  if (!next.ok) return next;
  return save(deps.table, change(deps.table, command, 'nomination.askToCorrect', 'nomination', nomination, next.value));
}

/** Leadership confirms: a new certificate with its own number supersedes the old one, which stays findable. */
export const confirmCorrection = (deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> =>
  withNumberMutex(() => attempt(deps, command, move));

async function attempt(deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> {
  const { table, random, now } = deps;
  const from = await ready(deps, command, move, transitions.confirmCorrection);
  if (from.done) return from.answer;
  const { nomination } = from;
  const refusal = transitions.confirmCorrection.whyNot(command, nomination, {});
  if (refusal) return fail(refusal);
  const [old, programme, street] = await Promise.all([
    findCertificate(table, nomination.certificateCode),
    findProgramme(table, nomination.programmeId),
    findStreet(table, nomination.streetId),
  ]);
  if (!old || !programme || !street) throw new Error(`nomination ${nomination.id} names records that are gone`);

  const issuedOn = dayInVietnam(now());
  const year = Number(issuedOn.slice(0, 4));
  const seen = await lastNumber(table, nomination.issuingAuthorityId, year);
  const code = certificateCode(random(12));
  const number = certificateNumber(programme.certificate.numberTemplate, seen + 1);
  const facts = CertificateFacts.parse({
    ...correctedAsAsked(old.facts, nomination),
    number,
    code,
    issuedOn,
    supersedes: old.number,
  });
  const unprintable = firstUnprintable(facts);
  if (unprintable) return fail(unprintable);
  const next = transitions.confirmCorrection.decide(command, nomination, { code, number });
  if (!next.ok) return next;

  return save(table, change(table, command, 'nomination.confirmCorrection', 'nomination', nomination, next.value), [
    creation(table, command, 'certificate.issue', 'certificate', {
      state: 'valid',
      code,
      programmeId: old.programmeId,
      nominationId: old.nominationId,
      streetId: old.streetId,
      wardId: old.wardId,
      above: old.above,
      issuingAuthorityId: old.issuingAuthorityId,
      year,
      count: seen + 1,
      number,
      facts,
      issuedBy: command.by.id,
      issuedAt: command.at,
      file: { state: 'pending' },
    }),
    change(table, command, 'certificate.supersede', 'certificate', old, {
      ...old,
      state: 'superseded',
      supersededBy: code,
      supersededOn: issuedOn,
    }),
    change(table, command, 'street.certify', 'street', street, {
      ...street,
      certified: { code, number, issuedOn, wardName: facts.wardName, cityName: facts.cityName },
    }),
    takeNumbers(table, nomination.issuingAuthorityId, year, seen, seen + 1),
  ]);
}
