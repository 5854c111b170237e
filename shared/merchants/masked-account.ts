import * as z from 'zod/mini';
import type { Failure } from '../failures/failure.ts';
import { fail, ok, type Result } from '../result.ts';
import { Merchant, MerchantDetails, PaymentMethod } from './merchant.ts';

/** "••••7859": what anybody sees of an account until they ask for it with a reason. */
export const MaskedAccount = z
  .string()
  .check(z.regex(/^••••[A-Za-z0-9]{0,4}$/), z.describe('Bank account, masked: its last four characters at most'))
  .brand<'MaskedAccount'>();
export type MaskedAccount = z.infer<typeof MaskedAccount>;

/** The account as it is shown: the brand is given here alone. */
export const maskedAccount = (account: string): MaskedAccount => `••••${account.length > 4 ? account.slice(-4) : ''}` as MaskedAccount;

/** A way to pay as every answer shows it. */
export const ShownMethod = z.extend(PaymentMethod, { account: z.optional(MaskedAccount) });
export type ShownMethod = z.infer<typeof ShownMethod>;

const [active, closed] = Merchant.def.options;
/** A merchant as every answer shows it: no account can be read from it. */
export const ShownMerchant = z.discriminatedUnion('state', [
  z.extend(active, { methods: z.array(ShownMethod) }),
  z.extend(closed, { methods: z.array(ShownMethod) }),
]);
export type ShownMerchant = z.infer<typeof ShownMerchant>;

/** A way to pay whose account may be whole or masked. */
export const MaskedMethod = z.extend(PaymentMethod, {
  account: z.optional(
    z.string().check(z.regex(/^(••••[A-Za-z0-9]{0,4}|[A-Za-z0-9]{1,19})$/), z.describe('Bank account; masked (••••7859) means unchanged')),
  ),
});

/** What people type when they change a merchant: an account that is still masked stays as it is stored. */
export const EditedMerchant = z.extend(MerchantDetails, {
  methods: z.array(MaskedMethod).check(z.maxLength(20), z.describe('Cashless payment methods; masked accounts stay as stored')),
});
export type EditedMerchant = z.infer<typeof EditedMerchant>;

/** The details with every masked account restored from the stored methods of the same kind and bank; one that fits none is a failure. */
export function unmasked(edited: EditedMerchant, stored: Pick<Merchant, 'methods'>): Result<MerchantDetails, Failure> {
  const methods: PaymentMethod[] = [];
  for (const [index, each] of edited.methods.entries()) {
    if (!each.account?.startsWith('•')) {
      methods.push(each);
      continue;
    }
    const fits = (candidate: PaymentMethod | undefined) =>
      candidate?.account !== undefined &&
      maskedAccount(candidate.account) === each.account &&
      candidate.method === each.method &&
      candidate.bankBin === each.bankBin;
    // The same place first: two methods may pay to accounts with the same last digits.
    const account = (fits(stored.methods[index]) ? stored.methods[index] : stored.methods.find(fits))?.account;
    if (account === undefined) return fail({ code: 'masked-account', index });
    methods.push({ ...each, account });
  }
  return ok({ ...edited, methods });
}
