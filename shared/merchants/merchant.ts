import * as z from 'zod/mini';
import { AuthorityId, ImportId, Instant, line, MerchantId, StreetId } from '../ids.ts';
import { versioned } from '../record.ts';

/** How a buyer pays (`method`), as in the national vocabulary of payment methods. */
export const methodCodes = [
  'QR_VIETQR_ACCOUNT',
  'QR_VIETQR_MERCHANT',
  'QR_VNPAY',
  'QR_WALLET_PROPRIETARY',
  'QR_CROSSBORDER',
  'BANK_TRANSFER',
  'EWALLET',
  'MOBILE_MONEY',
  'CARD_POS',
  'CARD_SOFTPOS',
  'CARD_MPOS',
  'ONLINE_GATEWAY',
  'ECOMMERCE',
  'OTHER',
] as const;

/**
 * One way to pay: method (how), provider (who), instrument (the identifier: bank and account, phone, or a code).
 * A code that pays to a card is never registered (card numbers are not collected), and cash is no payment method here.
 */
export const PaymentMethod = z.strictObject({
  method: z.enum(methodCodes).check(z.describe('How the buyer pays')),
  provider: z.optional(line(60, 'Who offers it: bank, wallet or operator, for example MOMO')),
  bankBin: z.optional(z.string().check(z.regex(/^\d{6}$/), z.describe('Bank code of VietQR, for example 970436'))),
  account: z.optional(
    z.string().check(z.regex(/^[A-Za-z0-9]{1,19}$/), z.describe('Bank account that receives the money; letters are allowed')),
  ),
  phone: z.optional(z.string().check(z.regex(/^0\d{9,10}$/), z.describe('Phone number that receives the money'))),
  code: z.optional(line(60, 'Identifier of the terminal, shop or merchant at the provider')),
});
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const outreachStates = ['to-visit', 'visited', 'equipped', 'refused', 'closed'] as const;

/** What people may type about a business on a street; the same for a form, a grid and a row of a spreadsheet. */
export const MerchantDetails = z.strictObject({
  name: line(160, 'Name on the sign'),
  owner: z.optional(line(120, 'Owner (personal data)')),
  type: z.optional(z.enum(['household', 'enterprise']).check(z.describe('Household business (hộ kinh doanh) or enterprise'))),
  place: line(120, 'House number, or stall in a market'),
  residentialGroup: z.optional(line(60, 'Residential group (tổ dân phố)')),
  category: z.optional(line(60, 'Line of business, as the ward writes it')),
  taxId: z.optional(
    z
      .string()
      .check(
        z.regex(/^(\d{10}|\d{10}-\d{3}|\d{12})$/),
        z.describe('Tax code (10 digits, or with branch) or personal number (12 digits); personal data of households'),
      ),
  ),
  phone: z.optional(z.string().check(z.regex(/^0\d{9,10}$/), z.describe('Phone number, national form (personal data)'))),
  methods: z.array(PaymentMethod).check(z.maxLength(20), z.describe('Cashless payment methods')),
  eInvoice: z.boolean().check(z.describe('Issues electronic invoices')),
  commitment: z.boolean().check(z.describe('Signed the commitment')),
  outreach: z.enum(outreachStates).check(z.describe('State of the door-to-door visits by the community digital team')),
  listed: z.boolean().check(z.describe('The owner consented to be listed publicly')),
  note: z.optional(line(500, 'Note')),
});
export type MerchantDetails = z.infer<typeof MerchantDetails>;

const common = z.object({
  ...MerchantDetails.shape,
  id: MerchantId,
  streetId: StreetId,
  wardId: AuthorityId,
  above: z.array(AuthorityId),
  createdAt: Instant,
  updatedAt: Instant,
  imported: z.optional(z.object({ importId: ImportId, row: z.int() })),
  /** "Not a duplicate" said by a person, remembered on one record of the pair. */
  distinctFrom: z.array(MerchantId).check(z.maxLength(200)),
  ...versioned,
});

/** A business on a street. A closed one stays in the registry for its history and counts nowhere. */
export const Merchant = z.discriminatedUnion('state', [
  z.extend(common, { state: z.literal('active') }),
  z.extend(common, { state: z.literal('closed'), closedAt: Instant, closedReason: line(300, 'Why it was closed') }),
]);
export type Merchant = z.infer<typeof Merchant>;

/** The four groups of which two make "two methods" (domain: QR or transfer, card, wallet, mobile money). */
export type MethodGroup = 'qr' | 'card' | 'wallet' | 'mobileMoney';

const groupOf: Record<PaymentMethod['method'], MethodGroup | undefined> = {
  QR_VIETQR_ACCOUNT: 'qr',
  QR_VIETQR_MERCHANT: 'qr',
  QR_VNPAY: 'qr',
  QR_WALLET_PROPRIETARY: 'qr',
  QR_CROSSBORDER: 'qr',
  BANK_TRANSFER: 'qr',
  EWALLET: 'wallet',
  MOBILE_MONEY: 'mobileMoney',
  CARD_POS: 'card',
  CARD_SOFTPOS: 'card',
  CARD_MPOS: 'card',
  ONLINE_GATEWAY: undefined,
  ECOMMERCE: undefined,
  OTHER: undefined,
};

/** The groups in which a merchant takes cashless payments. */
export function methodGroups(merchant: Pick<MerchantDetails, 'methods'>): Set<MethodGroup> {
  return new Set(merchant.methods.map((each) => groupOf[each.method]).filter((group) => group !== undefined));
}

/** Takes at least one cashless method, of any group: online and other means count as well. */
export const isCashless = (merchant: Pick<MerchantDetails, 'methods'>): boolean => merchant.methods.length > 0;
