import * as z from 'zod/mini';
import { AuthorityId, CertificateCode, Day, Instant, line, NominationId, StreetId } from '../ids.ts';
import { categoryNeedsEInvoice } from '../merchants/category.ts';
import { isCashless, type Merchant, methodGroups, outreachStates } from '../merchants/merchant.ts';
import { versioned } from '../record.ts';
import { decimal } from '../text/decimal.ts';

const point = z.tuple([decimal(-180, 180), decimal(-90, 90)]);
const segmentLine = z.optional(z.array(point).check(z.maxLength(200), z.describe('Line on the map: points of longitude, latitude')));

/** A segment of a named street inside one ward, or a market. Both ends may still be open in a draft. */
export const StreetDetails = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('street'),
    name: line(120, 'Name of the street without "Đường", for example "Điện Biên Phủ"'),
    from: z.optional(line(120, 'Where the segment begins')),
    to: z.optional(line(120, 'Where the segment ends')),
    side: z.optional(z.enum(['both', 'even', 'odd']).check(z.describe('Sides of the street that take part'))),
    line: segmentLine,
  }),
  z.strictObject({
    kind: z.literal('market'),
    name: line(120, 'Name of the market, for example "Chợ Sắt"'),
    address: z.optional(line(200, 'Address of the market')),
    line: segmentLine,
  }),
]);
export type StreetDetails = z.infer<typeof StreetDetails>;

const count = z.int().check(z.nonnegative());

/** Counts over the active merchants of a street, kept in the transaction that changes a merchant. */
export const Figures = z.object({
  merchants: count,
  cashless: count,
  qr: count,
  card: count,
  wallet: count,
  mobileMoney: count,
  twoMethods: count,
  ownerAccount: count,
  commitment: count,
  eInvoice: count,
  eInvoiceScope: count,
  eInvoiceInScope: count,
  outreach: z.record(z.enum(outreachStates), count),
});
export type Figures = z.infer<typeof Figures>;

const common = {
  id: StreetId,
  wardId: AuthorityId,
  above: z.array(AuthorityId),
  figures: Figures,
  /** The nomination that holds the street: while it does, the ward changes neither the street nor its merchants. */
  lockedBy: z.optional(NominationId),
  certified: z.optional(z.object({ code: CertificateCode, number: z.string(), issuedOn: Day, cityName: z.string(), wardName: z.string() })),
  createdAt: Instant,
  ...versioned,
};

/** A street or market lives on between programmes. */
export const Street = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('street'),
    name: z.string(),
    from: z.optional(z.string()),
    to: z.optional(z.string()),
    side: z.optional(z.enum(['both', 'even', 'odd'])),
    line: segmentLine,
    ...common,
  }),
  z.object({ kind: z.literal('market'), name: z.string(), address: z.optional(z.string()), line: segmentLine, ...common }),
]);
export type Street = z.infer<typeof Street>;

/** What one merchant adds to the figures of its street: nothing when it is closed. */
export function figuresOf(merchant: Pick<Merchant, 'state' | 'methods' | 'eInvoice' | 'commitment' | 'category' | 'outreach'>): Figures {
  const figures = noFigures();
  if (merchant.state === 'closed') return figures;
  const groups = methodGroups(merchant);
  const one = (yes: boolean) => (yes ? 1 : 0);
  const inScope = categoryNeedsEInvoice(merchant.category);
  return {
    merchants: 1,
    cashless: one(isCashless(merchant)),
    qr: one(groups.has('qr')),
    card: one(groups.has('card')),
    wallet: one(groups.has('wallet')),
    mobileMoney: one(groups.has('mobileMoney')),
    twoMethods: one(groups.size >= 2),
    // An account, a wallet or mobile money of the owner (criterion C06): a card terminal alone proves none of them.
    ownerAccount: one(groups.has('qr') || groups.has('wallet') || groups.has('mobileMoney')),
    commitment: one(merchant.commitment),
    eInvoice: one(merchant.eInvoice),
    eInvoiceScope: one(inScope),
    eInvoiceInScope: one(inScope && merchant.eInvoice),
    outreach: { ...figures.outreach, [merchant.outreach]: 1 },
  };
}

export const noFigures = (): Figures => ({
  merchants: 0,
  cashless: 0,
  qr: 0,
  card: 0,
  wallet: 0,
  mobileMoney: 0,
  twoMethods: 0,
  ownerAccount: 0,
  commitment: 0,
  eInvoice: 0,
  eInvoiceScope: 0,
  eInvoiceInScope: 0,
  outreach: { 'to-visit': 0, visited: 0, equipped: 0, refused: 0, closed: 0 },
});

/** Adds (or, with `sign` −1, takes off) figures field by field. */
export function addFigures(a: Figures, b: Figures, sign: 1 | -1 = 1): Figures {
  const { outreach: outreachA, ...countsA } = a;
  const { outreach: outreachB, ...countsB } = b;
  const sum = <T extends Record<string, number>>(x: T, y: T): T =>
    Object.fromEntries(Object.entries(x).map(([key, value]) => [key, value + sign * (y[key] ?? 0)])) as T;
  return { ...sum(countsA, countsB), outreach: sum(outreachA, outreachB) };
}

/** Both ends of a segment, or the address of a market: what C05 and a complete dossier ask for. */
export const isLocated = (street: StreetDetails): boolean =>
  street.kind === 'market' ? Boolean(street.address) : Boolean(street.from && street.to);
