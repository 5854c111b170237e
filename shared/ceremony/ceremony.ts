import * as z from 'zod/mini';
import { AuthorityId, CertificateCode, Instant, NominationId, ProgrammeId, Sha256 } from '../ids.ts';
import { versioned } from '../record.ts';

/** Streets are put in order by hand, so a ceremony has no more of them. */
const mostStreets = 2000;

/** The order that leadership gives to a ceremony, by nomination: a corrected certificate takes the place of the one before it. */
export const CeremonyOrder = z.array(NominationId).check(z.maxLength(mostStreets), z.describe('Nominations in the order of the ceremony'));

/** The ceremony of a programme, once somebody has put it in order. */
export const Ceremony = z.object({ programmeId: ProgrammeId, order: CeremonyOrder, ...versioned });
export type Ceremony = z.infer<typeof Ceremony>;

const handover = {
  nominationId: NominationId,
  kind: z.enum(['street', 'market']),
  name: z.string().check(z.describe('Street or market as printed')),
  segment: z.optional(z.string()),
  wardId: AuthorityId,
  wardName: z.string(),
  place: z.string().check(z.describe('Ward, district and city as printed')),
  figures: z.object({ cashless: z.int(), merchants: z.int() }),
  score: z.optional(z.number()),
};

/** One hand-over at the ceremony: a certificate that is valid, or what will be one when leadership approves. */
export const Handover = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('final'),
    ...handover,
    code: CertificateCode,
    number: z.string(),
    year: z.int(),
    count: z.int(),
    file: z.enum(['pending', 'ready', 'failed']),
  }),
  z.object({ state: z.literal('draft'), ...handover }),
]);
export type Handover = z.infer<typeof Handover>;

/** What is made for a ceremony as a file: print-ready packs of drafts and of finals, the single files as a ZIP, the list to read from. */
export const ceremonyFiles = ['drafts', 'finals', 'files', 'list'] as const;
export const CeremonyFileKind = z.enum(ceremonyFiles).check(z.describe('Which file of the ceremony'));
export type CeremonyFileKind = z.infer<typeof CeremonyFileKind>;

/** Why a file was not made: a character that cannot be printed, a stored file that is not what was issued, or a fault of ours. */
const reason = z.discriminatedUnion('code', [
  z.object({ code: z.literal('missing-glyph'), street: z.string(), characters: z.array(z.string()), field: z.string() }),
  z.object({ code: z.literal('file-damaged'), street: z.string() }),
  z.object({ code: z.literal('broke-off') }),
]);
export type CeremonyFileFault = z.infer<typeof reason>;

const file = z.object({
  programmeId: ProgrammeId,
  what: CeremonyFileKind,
  fingerprint: Sha256.check(z.describe('SHA-256 of everything the file says: the same content is the same file')),
  of: z.int().check(z.describe('How many certificates it holds')),
  missing: z.int().check(z.describe('How many are named in it as not there yet')),
  attempts: z.int(),
  askedAt: Instant,
});

/** A file of a ceremony on its way: asked for, being made, there, or failed with a reason. */
export const CeremonyFile = z.discriminatedUnion('state', [
  z.extend(file, { state: z.literal('asked') }),
  z.extend(file, { state: z.literal('making'), done: z.int(), at: Instant.check(z.describe('When the maker last told how far it is')) }),
  z.extend(file, { state: z.literal('ready'), sha256: Sha256, size: z.int() }),
  z.extend(file, { state: z.literal('failed'), reason }),
]);
export type CeremonyFile = z.infer<typeof CeremonyFile>;

/** How a file of the ceremony stands: `none` when nobody has asked for one with this content. */
export const CeremonyFileShown = z.discriminatedUnion('state', [
  z.extend(z.pick(file, { what: true, fingerprint: true, of: true, missing: true }), { state: z.literal('none') }),
  CeremonyFile,
]);
export type CeremonyFileShown = z.infer<typeof CeremonyFileShown>;

/**
 * Hand-overs in the order of the ceremony: first what leadership has put in order, then what is new, ward by ward and by number.
 * What is not there any more leaves no gap.
 */
export function inOrder<T extends Handover>(handovers: readonly T[], order: readonly NominationId[]): T[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const positionOf = ({ nominationId }: T) => place.get(nominationId) ?? Number.POSITIVE_INFINITY;
  return handovers.toSorted((a, b) => {
    const [first, second] = [positionOf(a), positionOf(b)];
    return first === second ? byWardAndNumber(a, b) : first - second;
  });
}

function byWardAndNumber(a: Handover, b: Handover): number {
  const ward = alphabet.compare(a.wardName, b.wardName) || alphabet.compare(a.wardId, b.wardId);
  if (ward !== 0) return ward;
  if (a.state === 'final' && b.state === 'final') return a.year - b.year || a.count - b.count;
  if (a.state !== b.state) return a.state === 'final' ? -1 : 1;
  return alphabet.compare(a.name, b.name) || (a.nominationId < b.nominationId ? -1 : 1);
}

const alphabet = new Intl.Collator('vi', { numeric: true });

/** An order with one street moved to another place; places count from 0, and one beyond an end is that end. */
export function moved<T>(order: readonly T[], from: number, to: number): T[] {
  const street = order[from];
  if (street === undefined) return [...order];
  const rest = order.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, street);
}
