import * as z from 'zod/mini';
import { Instant, Sha256 } from '../ids.ts';
import { versioned } from '../record.ts';

/** Who signed, as an X.509 certificate says it. That the name is true is for whoever knows the certificate or its issuer. */
export const SignedBy = z.object({
  subject: z.string().check(z.describe('Common name of the signer, or the organisation where there is none')),
  issuer: z.string(),
  serial: z.string().check(z.describe('Serial number of the X.509 certificate, lower-case hex')),
  fingerprint: Sha256.check(z.describe('SHA-256 of the X.509 certificate')),
  validFrom: Instant,
  validTo: Instant,
  signedAt: z.optional(Instant.check(z.describe('When the file says it was signed: the clock of the signer, no timestamp'))),
});
export type SignedBy = z.infer<typeof SignedBy>;

const der = z.base64().check(z.describe('An X.509 certificate in DER, as base64'));

/** A key that certificates are signed with, by its X.509 certificate. It stays in the register when another key takes its place. */
export const SigningKey = z.object({
  ...z.omit(SignedBy, { signedAt: true }).shape,
  chain: z.array(der).check(z.minLength(1), z.describe("The signer's certificate first, then those that vouch for it")),
  firstUsedAt: Instant,
  ...versioned,
});
export type SigningKey = z.infer<typeof SigningKey>;
