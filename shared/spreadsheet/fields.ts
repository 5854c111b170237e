/** What a column of a ward's list can hold. */
export const fieldCodes = [
  'stt',
  'name',
  'owner',
  'type',
  'place',
  'street',
  'residentialGroup',
  'category',
  'taxId',
  'phone',
  'methods',
  'qr',
  'bank',
  'account',
  'card',
  'wallet',
  'mobileMoney',
  'eInvoice',
  'commitment',
  'note',
  'outreach',
  'listed',
] as const;
export type FieldCode = (typeof fieldCodes)[number];

/** Fields that several columns may share: one column per wallet, "Chuyển khoản" beside "Mã QR", several notes. */
export const repeatableFields = [
  'methods',
  'qr',
  'card',
  'wallet',
  'mobileMoney',
  'eInvoice',
  'commitment',
  'note',
] as const satisfies readonly FieldCode[];
type RepeatableField = (typeof repeatableFields)[number];

/** The key of a column in a mapping: its field, and from the second column of a field on a number (`wallet`, `wallet.2`, `wallet.3`). */
export type ColumnKey = FieldCode | `${RepeatableField}.${number}`;

/** Which column holds what; columns count from 0. Found by `readList`, changeable by the person who imports. */
export type ColumnMapping = Readonly<Partial<Record<ColumnKey, number>>>;
