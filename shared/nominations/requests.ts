import type { CertificateFacts } from '../certificates/certificate-text.ts';
import type { Failure } from '../failures/failure.ts';
import type { CertificateCode } from '../ids.ts';
import type { CorrectedFacts } from './nomination.ts';
import { type Asked, type Command, ownWork, transition, type ValueIn } from './transition.ts';

type Correction = { reason: string; facts: CorrectedFacts };

/** An officer asks to put facts of a certificate right; leadership confirms. `printed` is what stands on the certificate, once it is known. */
export const askToCorrect = transition({
  action: 'askToCorrect',
  from: ['certified'],
  permission: 'nomination.askToCorrect',
  refuse: ({ facts }: Asked<Correction>, { pending }, { printed }: { printed?: CertificateFacts | undefined }) =>
    alreadyPending(pending) ?? (facts && !(printed && changes(printed, facts)) ? { code: 'nothing-to-correct' } : undefined),
  next: ({ by, at, reason, facts }: Command<Correction>, nomination) => ({
    ...nomination,
    pending: { kind: 'correction' as const, by: by.id, at, reason, facts },
    updatedAt: at,
  }),
});

/** Leadership confirms a correction: a new certificate supersedes the old one. */
export const confirmCorrection = transition({
  action: 'confirmCorrection',
  from: ['certified'],
  permission: 'nomination.confirmCorrection',
  refuse: (asked, { pending }) =>
    pending.kind === 'correction' ? ownWork(pending.by, asked, 'confirmCorrection') : { code: 'nothing-pending', kind: 'correction' },
  next: ({ at }: Command, nomination, issued: { code: CertificateCode; number: string }) => ({
    ...nomination,
    certificateCode: issued.code,
    certificateNumber: issued.number,
    pending: { kind: 'none' as const },
    updatedAt: at,
  }),
});

/** A leader asks to revoke a certificate; a second person confirms. */
export const askToRevoke = transition({
  action: 'askToRevoke',
  from: ['certified'],
  permission: 'nomination.askToRevoke',
  refuse: (_: Asked<{ reason: string }>, { pending }) => alreadyPending(pending),
  next: ({ by, at, reason }: Command<{ reason: string }>, nomination) => ({
    ...nomination,
    pending: { kind: 'revocation' as const, by: by.id, at, reason },
    updatedAt: at,
  }),
});

/** The second person confirms a revocation: the certificate stays findable, the place in the quota is free again. */
export const confirmRevocation = transition({
  action: 'confirmRevocation',
  from: ['certified'],
  permission: 'nomination.confirmRevocation',
  refuse: (asked, { pending }) =>
    pending.kind === 'revocation' ? ownWork(pending.by, asked, 'confirmRevocation') : { code: 'nothing-pending', kind: 'revocation' },
  next({ by, at }: Command, { pending, slot: _, ...rest }) {
    const [askedBy, reason] = pending.kind === 'none' ? [by.id, ''] : [pending.by, pending.reason];
    return { ...rest, state: 'revoked' as const, revoked: { askedBy, confirmedBy: by.id, at, reason }, updatedAt: at };
  },
});

/** A pending correction or revocation is turned down. */
export const dropRequest = transition({
  action: 'dropRequest',
  from: ['certified'],
  permission: 'nomination.dropRequest',
  refuse: (_, { pending }) => (pending.kind === 'none' ? { code: 'nothing-pending', kind: 'any' } : undefined),
  next: ({ at }: Command, nomination) => ({ ...nomination, pending: { kind: 'none' as const }, updatedAt: at }),
});

const alreadyPending = ({ kind }: ValueIn<'certified'>['pending']): Failure | undefined =>
  kind === 'none' ? undefined : { code: 'already-pending', kind };

const changes = (facts: CertificateFacts, by: CorrectedFacts): boolean => JSON.stringify(corrected(facts, by)) !== JSON.stringify(facts);

/** The facts of a certificate as they will stand once the correction that was asked for is confirmed. */
export const correctedAsAsked = (facts: CertificateFacts, { pending }: Pick<ValueIn<'certified'>, 'pending'>): CertificateFacts =>
  pending.kind === 'correction' ? corrected(facts, pending.facts) : facts;

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
