import { certificateCode, certificateNumber } from '../../shared/certificate.ts';
import { CertificateFacts } from '../../shared/certificate-text.ts';
import { dayInVietnam } from '../../shared/deadline.ts';
import type { Failure } from '../../shared/failure.ts';
import type { CorrectedFacts, Nomination } from '../../shared/nomination.ts';
import { fail, type Result } from '../../shared/result.ts';
import { type Command, canonical } from '../data/audit.ts';
import { change, creation, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { type Move, ready } from '../nominations/load.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';
import { inTurn } from './in-turn.ts';
import { firstUnprintable } from './pdf/unprintable.ts';
import { findCertificate, lastNumber, takeNumbers } from './store.ts';

/** An officer asks to put facts of a certificate right; leadership confirms. */
export async function askToCorrect(
  deps: Deps,
  command: Command,
  move: Move,
  ask: { reason: string; facts: CorrectedFacts },
): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, 'nomination.askToCorrect', 'askToCorrect');
  if (from.done) return from.answer;
  const { nomination } = from;
  if (nomination.pending.kind !== 'none') return fail({ code: 'already-pending', kind: nomination.pending.kind });
  const certificate = await findCertificate(deps.table, nomination.certificateCode);
  if (!certificate || canonical(corrected(certificate.facts, ask.facts)) === canonical(certificate.facts))
    return fail({ code: 'nothing-to-correct' });
  return save(
    deps.table,
    change(deps.table, command, 'nomination.askToCorrect', 'nomination', nomination, {
      ...nomination,
      pending: { kind: 'correction', by: command.by.id, at: command.at, ...ask },
      updatedAt: command.at,
    }),
  );
}

/** Leadership confirms: a new certificate with its own number supersedes the old one, which stays findable. */
export const confirmCorrection = (deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> =>
  inTurn(() => attempt(deps, command, move));

async function attempt(deps: Deps, command: Command, move: Move): Promise<Result<Nomination, Failure>> {
  const { table, random, now } = deps;
  const from = await ready(deps, command, move, 'nomination.confirmCorrection', 'confirmCorrection');
  if (from.done) return from.answer;
  const { nomination } = from;
  if (nomination.pending.kind !== 'correction') return fail({ code: 'nothing-pending', kind: 'correction' });
  if (nomination.pending.by === command.by.id) return fail({ code: 'own-work', action: 'confirmCorrection' });
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
    ...corrected(old.facts, nomination.pending.facts),
    number,
    code,
    issuedOn,
    supersedes: old.number,
  });
  const unprintable = firstUnprintable(facts);
  if (unprintable) return fail(unprintable);

  return save(
    table,
    change(table, command, 'nomination.confirmCorrection', 'nomination', nomination, {
      ...nomination,
      certificateCode: code,
      certificateNumber: number,
      pending: { kind: 'none' },
      updatedAt: command.at,
    }),
    [
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
    ],
  );
}

/** The facts of a certificate with what the correction names put right. */
function corrected(facts: CertificateFacts, by: CorrectedFacts): CertificateFacts {
  const decision =
    by.decisionNumber || by.decisionDate
      ? { number: by.decisionNumber ?? facts.decision?.number ?? '', date: by.decisionDate ?? facts.decision?.date ?? facts.issuedOn }
      : facts.decision;
  const common = {
    name: by.name ?? facts.name,
    signatory: { ...facts.signatory, name: by.signatoryName ?? facts.signatory.name },
    ...(decision && { decision }),
  };
  if (facts.kind === 'market') return { ...facts, ...common, ...(by.address && { address: by.address }) };
  return { ...facts, ...common, segment: { ...facts.segment, ...(by.from && { from: by.from }), ...(by.to && { to: by.to }) } };
}
