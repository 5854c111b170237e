import * as z from 'zod/mini';
import { CertificateFacts } from './certificate-text.ts';
import { AuthorityId, CertificateCode, Day, Instant, NominationId, PersonId, ProgrammeId, Sha256, StreetId } from './ids.ts';
import { versioned } from './record.ts';

/** The one file of a certificate: the first one stored is the file for ever. */
const file = z.discriminatedUnion('state', [
  z.object({ state: z.literal('pending') }),
  z.object({ state: z.literal('ready'), sha256: Sha256, size: z.int() }),
  z.object({ state: z.literal('failed'), reason: z.string() }),
]);

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
  ...versioned,
});

/** Numbers are never reused and records never deleted: a revoked certificate must stay findable. */
export const Certificate = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('valid') }),
  z.extend(common, { state: z.literal('superseded'), supersededBy: CertificateCode, supersededOn: Day }),
  z.extend(common, { state: z.literal('revoked'), revokedOn: Day, reason: z.string() }),
]);
export type Certificate = z.infer<typeof Certificate>;

/** SHA-256 of every file that was ever handed out as this certificate. */
export const filesOf = ({ file }: Certificate): Sha256[] => (file.state === 'ready' ? [file.sha256] : []);

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A certificate's code from 12 random bytes: 60 bits of them, in Crockford base32. */
export const certificateCode = (random: Uint8Array): CertificateCode =>
  CertificateCode.parse(Array.from(random.slice(0, 12), (byte) => alphabet[byte % 32]).join(''));

/** What people type from paper: lower case, spaces, dashes, and the letters that Crockford reads as digits (O, I, L). */
export const typedCode = (text: string): string =>
  text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** The number as printed: `{n}/GCN-UBND` with 12 → `12/GCN-UBND`; counts under 10 take a leading zero, as clerks write them (Decree 30/2020, annex I). */
export const certificateNumber = (template: string, n: number): string => template.replace('{n}', String(n).padStart(2, '0'));
