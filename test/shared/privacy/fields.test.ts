import { expect, test } from 'vitest';
import { privacy } from '../../../functions/data/privacy.ts';
import { schemas } from '../../../functions/data/records.ts';
import type { Assessment } from '../../../shared/assessments/assessment.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import { erased, identifiersIn, isSealed, masked, maskedAt, personalTextsIn } from '../../../shared/privacy/apply.ts';
import { assessmentPrivacy } from '../../../shared/privacy/assessment.ts';
import { merchantPrivacy } from '../../../shared/privacy/merchant.ts';
import { actor, type FieldRules, plain } from '../../../shared/privacy/rule.ts';

// What tsc says about these lines is the test: each error that stops being one fails `npm run lint`.
type WithWebsite = Merchant & { website?: string };
// @ts-expect-error a field of a merchant without a line
merchantPrivacy satisfies FieldRules<WithWebsite>;
({ ...merchantPrivacy, website: plain }) satisfies FieldRules<WithWebsite>;
// @ts-expect-error a line without its field
({ ...merchantPrivacy, website: plain }) satisfies FieldRules<Merchant>;
type Measured = Assessment & { state: 'late'; measuredBy?: { name: string } };
// @ts-expect-error a field of one branch only is a field too
assessmentPrivacy satisfies FieldRules<Assessment | Measured>;
// @ts-expect-error an object is spelled out, or personal as a whole
({ measuredBy: plain }) satisfies FieldRules<{ measuredBy?: { name: string } }>;
({ measuredBy: { fields: { name: plain } } }) satisfies FieldRules<{ measuredBy?: { name: string } }>;
// @ts-expect-error what a record must have is replaced, never removed
({ name: { personal: true, seen: 'person.read', erased: 'removed' } }) satisfies FieldRules<{ name: string }>;
// @ts-expect-error a replacement is of the field's own type
({ listed: { personal: false, erased: { becomes: 'no' } } }) satisfies FieldRules<{ listed: boolean }>;
({ by: actor }) satisfies FieldRules<{ by: string; version: number }>;

const shop = {
  name: 'Phở Hương',
  owner: 'Nguyễn Thị Hương',
  phone: '0912345678',
  methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0031000123456' }, { method: 'CARD_POS' }],
  listed: true,
  note: 'gọi buổi sáng',
};

test('every stored record type has its table', () => {
  expect(Object.keys(privacy)).toEqual(Object.keys(schemas));
});

test('an erased shop keeps its name and how it takes payment, and is not listed any more', () => {
  expect(erased(merchantPrivacy, shop)).toEqual({
    name: 'Phở Hương',
    methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436' }, { method: 'CARD_POS' }],
    listed: false,
  });
});

test('an erased clerk keeps an id, and a sign-in name that nobody else has', () => {
  const clerk = { id: 'p1', name: 'Trần Văn Minh', title: 'Chuyên viên', login: 'minh.tv', roles: [] };
  expect(erased(privacy.person, clerk, 'p1')).toEqual({ id: 'p1', name: 'Đã xóa dữ liệu cá nhân', login: 'erased-p1', roles: [] });
});

test('an account is masked wherever a shop is shown, and in its history', () => {
  expect(masked(merchantPrivacy, shop)).toEqual({
    ...shop,
    methods: [{ ...shop.methods[0], account: '••••3456' }, { method: 'CARD_POS' }],
  });
  expect(maskedAt(merchantPrivacy, 'methods', shop.methods)).toEqual([{ ...shop.methods[0], account: '••••3456' }, { method: 'CARD_POS' }]);
  expect(maskedAt(merchantPrivacy, 'owner', shop.owner)).toBe(shop.owner);
});

test('papers hide the numbers that name an owner, and nothing else', () => {
  expect(identifiersIn(merchantPrivacy, shop)).toEqual(['0912345678', '0031000123456']);
  expect(personalTextsIn(merchantPrivacy, shop)).toEqual([shop.owner, shop.phone, '0031000123456', shop.note]);
});

test.each([
  ['merchant', 'owner', true],
  ['merchant', 'methods', true],
  ['merchant', 'place', false],
  ['nomination', 'contact', true],
  ['nomination', 'contact.phone', true],
  ['nomination', 'submission', false],
  ['sample', 'merchants', true],
  // A sheet that is written at once changes as a whole, and so do the checks in it.
  ['assessment', 'sheet', true],
  ['assessment', 'sheet.spotChecks', true],
  ['assessment', 'sheet.answers.C16.note', false],
  ['import', 'plan.mapping.wallet.2', false],
  // A field that a former version knew: nobody can say any more that it was harmless.
  ['street', 'caretaker', true],
] as const)('in the history of a %s, "%s" is sealed: %s', (type, field, sealed) => {
  expect(isSealed(privacy[type], field)).toBe(sealed);
});
