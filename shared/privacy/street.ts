import type { Figures, Street } from '../streets/street.ts';
import { type FieldRules, plain } from './rule.ts';

export const figuresPrivacy = {
  merchants: plain,
  cashless: plain,
  qr: plain,
  card: plain,
  wallet: plain,
  mobileMoney: plain,
  twoMethods: plain,
  ownerAccount: plain,
  commitment: plain,
  eInvoice: plain,
  eInvoiceScope: plain,
  eInvoiceInScope: plain,
  outreach: { fields: { 'to-visit': plain, visited: plain, equipped: plain, refused: plain, closed: plain } },
} as const satisfies FieldRules<Figures>;

export const streetPrivacy = {
  id: plain,
  wardId: plain,
  above: plain,
  kind: plain,
  name: plain,
  from: plain,
  to: plain,
  side: plain,
  address: plain,
  line: plain,
  figures: { fields: figuresPrivacy },
  lockedBy: plain,
  certified: { fields: { code: plain, number: plain, issuedOn: plain, cityName: plain, wardName: plain } },
  createdAt: plain,
} as const satisfies FieldRules<Street>;
