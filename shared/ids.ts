import * as z from 'zod/mini';

/**
 * Ids are branded: a `WardId` does not fit where a `StreetId` goes. Records made by people carry a UUIDv7 that the client made,
 * so that repeating a request is recognised; authorities carry a readable id, because codes of units are reused by the State.
 */
const uuid = (what: string) => z.uuid().check(z.describe(`${what} (UUID; new ones are made by the client as UUIDv7)`));

/** Made by the client for every write (UUIDv7). The same id with the same body is the same action, however often it arrives. */
export const ActionId = z.uuidv7().check(z.describe('Id of this action, a UUIDv7 made by the client; repeating it changes nothing more'));
export type ActionId = z.infer<typeof ActionId>;

const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{1,78}[a-z0-9]$/));

export const AuthorityId = slug
  .check(z.describe('Id of an authority: city, district or ward, for one period of validity'))
  .brand<'AuthorityId'>();
export type AuthorityId = z.infer<typeof AuthorityId>;

/** A ward is an authority that registers streets, so its id is one. */
export type WardId = AuthorityId;

export const PersonId = uuid('Id of a person').brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const ProgrammeId = uuid('Id of a programme').brand<'ProgrammeId'>();
export type ProgrammeId = z.infer<typeof ProgrammeId>;

export const CriteriaSetId = uuid('Id of a set of criteria').brand<'CriteriaSetId'>();
export type CriteriaSetId = z.infer<typeof CriteriaSetId>;

export const StreetId = uuid('Id of a street or market').brand<'StreetId'>();
export type StreetId = z.infer<typeof StreetId>;

export const MerchantId = uuid('Id of a merchant').brand<'MerchantId'>();
export type MerchantId = z.infer<typeof MerchantId>;

export const ImportId = uuid('Id of an import').brand<'ImportId'>();
export type ImportId = z.infer<typeof ImportId>;

export const NominationId = uuid('Id of a nomination').brand<'NominationId'>();
export type NominationId = z.infer<typeof NominationId>;

/** 12 characters of Crockford base32 (no I, L, O, U): 60 random bits, short enough to type from paper. */
export const CertificateCode = z
  .string()
  .check(z.regex(/^[0-9A-HJKMNP-TV-Z]{12}$/), z.describe('Code of a certificate: 12 characters of Crockford base32'))
  .brand<'CertificateCode'>();
export type CertificateCode = z.infer<typeof CertificateCode>;

/** SHA-256 of a stored file in lower-case hex: files are found by their content. */
export const Sha256 = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/), z.describe('SHA-256 of a file, lower-case hex'))
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;

/** An instant in UTC, always with milliseconds, so that text compares as time. */
export const Instant = z.iso
  .datetime({ precision: 3 })
  .check(z.describe('Instant in UTC with milliseconds, for example 2023-11-09T16:59:59.999Z'));
export type Instant = z.infer<typeof Instant>;

/** A calendar day in Vietnam. */
export const Day = z.iso.date().check(z.describe('Day, for example 2023-11-05'));
export type Day = z.infer<typeof Day>;

/** One line of text that people typed, in NFC and without invisible characters at its ends. */
export const line = (most: number, what: string) =>
  z.string().check(z.trim(), z.normalize('NFC'), z.minLength(1), z.maxLength(most), z.describe(what));
