import * as z from 'zod/mini';
import { AuthorityId, CertificateCode, Day, Instant, NominationId, PersonId, ProgrammeId, Sha256, StreetId } from '../ids.ts';
import { versioned } from '../record.ts';
import { CertificateFacts } from './certificate-text.ts';
import { SignedBy } from './signing-key.ts';

/** Why there is no file: a character that cannot be printed, the signing service or the store that does not answer, a fault of ours. */
export const FileFault = z.enum(['missing-glyph', 'signing', 'storage', 'fault']);
export type FileFault = z.infer<typeof FileFault>;

/** The one file of a certificate: the first one stored is the file for ever. A failed one is tried again by itself and when somebody asks. */
const file = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({
    state: z.literal('ready'),
    sha256: Sha256,
    size: z.int(),
    signedWith: z.optional(Sha256.check(z.describe('Fingerprint of the signing key; files from before signing have none'))),
  }),
  z.object({
    state: z.literal('failed'),
    fault: FileFault,
    detail: z.string().check(z.describe('For a missing glyph, the field and the characters')),
    since: Instant,
  }),
]);

/**
 * How a file that was signed elsewhere belongs to the certificate: `on-ours`, our own file is its beginning, byte for byte, as when a USB
 * token signs it; `names-it`, it carries the certificate's code.
 */
export const Belonging = z.enum(['on-ours', 'names-it']);
export type Belonging = z.infer<typeof Belonging>;

/** A file that somebody signed elsewhere (USB token, a certification authority of the State) and that is handed out in place of ours. */
export const SignedElsewhere = z.object({
  sha256: Sha256,
  size: z.int(),
  name: z.string(),
  belonging: Belonging,
  signedBy: SignedBy,
  by: PersonId,
  at: Instant,
});
export type SignedElsewhere = z.infer<typeof SignedElsewhere>;

const common = z.object({
  code: CertificateCode,
  programmeId: ProgrammeId,
  nominationId: NominationId,
  streetId: StreetId,
  wardId: AuthorityId,
  above: z.array(AuthorityId),
  issuingAuthorityId: AuthorityId,
  year: z.int(),
  count: z.int().check(z.positive(), z.describe('The n of the number: counted per issuing authority and year, without gaps or repeats')),
  number: z.string(),
  facts: CertificateFacts,
  issuedBy: PersonId,
  issuedAt: Instant,
  file,
  signedElsewhere: z.optional(z.array(SignedElsewhere).check(z.describe('The last one is handed out; those before it stay findable'))),
  ...versioned,
});

/** Numbers are never reused and records never deleted: a revoked certificate must stay findable. */
export const Certificate = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('valid') }),
  z.extend(common, { state: z.literal('superseded'), supersededBy: CertificateCode, supersededOn: Day }),
  z.extend(common, { state: z.literal('revoked'), revokedOn: Day, reason: z.string() }),
]);
export type Certificate = z.infer<typeof Certificate>;

/** Why a file that was signed elsewhere is not taken: what is wrong with it, or whose it is. */
export type SignedFileFault =
  | 'not-a-pdf'
  | 'not-signed'
  | 'changed'
  | 'wrong'
  | 'signed-here'
  | 'another-certificate'
  | 'taken'
  | 'too-many';

/** How many files may have been signed elsewhere for one certificate: a few people, a few attempts; each is kept for ever. */
export const mostSignedElsewhere = 10;

/** The file that is handed out now: the last one that was signed elsewhere, else ours; undefined while there is none. */
export const handedOut = ({
  file,
  signedElsewhere,
}: Pick<Certificate, 'file' | 'signedElsewhere'>): { sha256: Sha256; size: number } | undefined =>
  signedElsewhere?.at(-1) ?? (file.state === 'ready' ? file : undefined);

/** SHA-256 of every file that was ever handed out as this certificate. */
export const filesOf = ({ file, signedElsewhere = [] }: Certificate): Sha256[] => [
  ...(file.state === 'ready' ? [file.sha256] : []),
  ...signedElsewhere.map(({ sha256 }) => sha256),
];

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A certificate's code from 12 random bytes: 60 bits of them, in Crockford base32. */
export const certificateCode = (random: Uint8Array): CertificateCode =>
  CertificateCode.parse(Array.from(random.slice(0, 12), (byte) => alphabet[byte % 32]).join(''));

/** What people type from paper: lower case, spaces, dashes, and the letters that Crockford reads as digits (O, I, L). */
export const typedCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** The number as printed: `{n}/GCN-UBND` with 12 → `12/GCN-UBND`; counts under 10 take a leading zero, as clerks write them (Decree 30/2020, annex I). */
export const certificateNumber = (template: string, n: number): string => template.replace('{n}', String(n).padStart(2, '0'));
