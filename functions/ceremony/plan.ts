import * as z from 'zod/mini';
import { type CeremonyFileKind, type CeremonyFileShown, Handover } from '../../shared/ceremony/ceremony.ts';
import { type Certificate, handedOut } from '../../shared/certificates/certificate.ts';
import { CertificateFacts } from '../../shared/certificates/certificate-text.ts';
import { CertificateCode, Instant, Sha256 } from '../../shared/ids.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { canonical, sha256 } from '../data/audit.ts';
import { blobKey } from '../data/blobs.ts';
import type { Prepared } from './handovers.ts';

/** Raised when files are made otherwise than before: then the same content makes a new file. */
const edition = 1;

const single = z.object({
  number: z.string(),
  name: z.string(),
  wardName: z.string(),
  code: CertificateCode,
  /** Absent while the certificate's file is not there: the ZIP then says so. */
  stored: z.optional(z.object({ key: z.string(), sha256: Sha256 })),
});
export type Single = z.infer<typeof single>;

/** Everything that a file of a ceremony says. Who makes the file reads this and nothing else, so a repeat makes the same bytes. */
export const Plan = z.discriminatedUnion('what', [
  z.object({ what: z.literal('drafts'), edition: z.int(), programme: z.string(), facts: z.array(CertificateFacts) }),
  z.object({ what: z.literal('finals'), edition: z.int(), programme: z.string(), facts: z.array(CertificateFacts) }),
  z.object({ what: z.literal('files'), edition: z.int(), programme: z.string(), singles: z.array(single) }),
  z.object({
    what: z.literal('list'),
    edition: z.int(),
    programme: z.string(),
    authorityName: z.string(),
    placeOfIssue: z.string(),
    ceremonyAt: Instant,
    handovers: z.array(Handover),
  }),
]);
export type Plan = z.infer<typeof Plan>;

/** The plan of one file, from the hand-overs in their order. */
export function planOf(what: CeremonyFileKind, programme: Programme, prepared: readonly Prepared[]): Plan {
  const common = { edition, programme: programme.name };
  const finals = prepared.filter((each) => 'certificate' in each);
  switch (what) {
    case 'drafts':
      return { what, ...common, facts: prepared.filter((each) => !('certificate' in each)).map(({ facts }) => facts) };
    case 'finals':
      return { what, ...common, facts: finals.map(({ facts }) => facts) };
    case 'files':
      return {
        what,
        ...common,
        singles: finals.map(({ handover: { name, wardName }, certificate }) => ({
          number: certificate.number,
          name,
          wardName,
          code: certificate.code,
          ...storedFile(certificate),
        })),
      };
    case 'list': {
      const { authorityName, placeOfIssue } = programme.certificate;
      const { ceremonyAt } = programme;
      return { what, ...common, authorityName, placeOfIssue, ceremonyAt, handovers: prepared.map(({ handover }) => listed(handover)) };
    }
  }
}

/** Where the file lies that is handed out: the one that was signed elsewhere, where there is one. */
function storedFile(certificate: Certificate): Pick<Single, 'stored'> {
  const { code, signedElsewhere } = certificate;
  const sha256 = handedOut(certificate)?.sha256;
  return sha256 ? { stored: { key: signedElsewhere ? blobKey.signedElsewhere(code, sha256) : blobKey.certificate(code), sha256 } } : {};
}

/** The list says nothing of files: that one became ready makes no other list. */
const listed = (handover: Handover): Handover => (handover.state === 'final' ? { ...handover, file: 'ready' } : handover);

/** A plan as it is stored, and what files made from it are found by. */
export function fingerprinted(plan: Plan): { text: string; fingerprint: Sha256 } {
  const text = canonical(plan);
  return { text, fingerprint: Sha256.parse(sha256(text)) };
}

/** A file that nobody has asked for yet. */
export function notAsked(plan: Plan): Extract<CeremonyFileShown, { state: 'none' }> {
  const all = plan.what === 'files' ? plan.singles : plan.what === 'list' ? plan.handovers : plan.facts;
  return {
    state: 'none',
    what: plan.what,
    fingerprint: fingerprinted(plan).fingerprint,
    of: all.length,
    missing: plan.what === 'files' ? plan.singles.filter((each) => !each.stored).length : 0,
  };
}
