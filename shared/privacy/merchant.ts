import type { Import } from '../merchants/import.ts';
import type { Merchant, PaymentMethod } from '../merchants/merchant.ts';
import { type FieldRules, plain } from './rule.ts';

/** The identifiers of a way to pay; which way it is, and at which bank, tells about the shop. */
export const methodPrivacy = {
  method: plain,
  provider: plain,
  bankBin: plain,
  account: { personal: true, seen: 'merchant.reveal', others: 'masked', identifier: true, erased: 'removed' },
  phone: { personal: true, seen: 'merchant.read', identifier: true, erased: 'removed' },
  code: { personal: true, seen: 'merchant.read', erased: 'removed' },
} as const satisfies FieldRules<PaymentMethod>;

/** The shop is public by its sign; its owner is not. */
export const merchantPrivacy = {
  id: plain,
  streetId: plain,
  wardId: plain,
  above: plain,
  state: plain,
  closedAt: plain,
  closedReason: plain,
  createdAt: plain,
  updatedAt: plain,
  imported: { fields: { importId: plain, row: plain } },
  distinctFrom: plain,
  name: plain,
  type: plain,
  place: plain,
  residentialGroup: plain,
  category: plain,
  owner: { personal: true, seen: 'merchant.read', erased: 'removed' },
  taxId: { personal: true, seen: 'merchant.read', identifier: true, erased: 'removed' },
  phone: { personal: true, seen: 'merchant.read', identifier: true, erased: 'removed' },
  methods: { each: methodPrivacy },
  eInvoice: plain,
  commitment: plain,
  outreach: plain,
  // Nobody is listed publicly whose consent went with the data.
  listed: { personal: false, erased: { becomes: false } },
  note: { personal: true, seen: 'merchant.read', erased: 'removed' },
} as const satisfies FieldRules<Merchant>;

/** The list itself lies in a file, which the import names by its content. */
export const importPrivacy = {
  id: plain,
  streetId: plain,
  wardId: plain,
  above: plain,
  plan: {
    fields: {
      source: { fields: { kind: plain, sha256: plain, name: plain, sheet: plain } },
      mapping: { values: plain },
      rows: plain,
      leaveOut: plain,
      distinct: plain,
    },
  },
  startedAt: plain,
  total: plain,
  written: plain,
  lastRow: plain,
  state: plain,
  doneAt: plain,
} as const satisfies FieldRules<Import>;
