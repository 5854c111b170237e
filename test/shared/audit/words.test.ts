import { expect, test } from 'vitest';
import { schemas } from '../../../functions/data/records.ts';
import { type AuditAction, auditActionCodes, auditActionName } from '../../../shared/audit/actions.ts';
import type { FieldName } from '../../../shared/audit/field-words.ts';
import { fieldText, valueText } from '../../../shared/audit/wording.ts';
import type { Language } from '../../../shared/texts/words.ts';

// What tsc says about these lines is the test: each error that stops being one fails the type check.
// @ts-expect-error an action that nobody has given words
const unworded: AuditAction = 'merchant.vanish';
// @ts-expect-error a field that no record has
const unnamed: FieldName = 'landlord';
void [unworded, unnamed];

const languages: Language[] = ['vi', 'en'];
type Schema = { _zod: { def: Definition } };
type Definition = {
  type: string;
  shape?: Record<string, Schema>;
  options?: Schema[];
  innerType?: Schema;
  element?: Schema;
  items?: Schema[];
  keyType?: Schema;
  valueType?: Schema;
  entries?: Record<string, string>;
  values?: unknown[];
};

/** Every field of a schema with every code that it may hold. */
function fieldsIn({ _zod: { def } }: Schema, name = '', found = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const codes = [...Object.values(def.entries ?? {}), ...(def.values ?? [])].filter((each) => typeof each === 'string');
  for (const code of codes) found.get(name)?.add(code);
  for (const [field, inner] of Object.entries(def.shape ?? {})) {
    if (!found.has(field)) found.set(field, new Set());
    fieldsIn(inner, field, found);
  }
  const inner = [...(def.options ?? []), def.innerType, def.element, ...(def.items ?? []), def.keyType, def.valueType];
  for (const each of inner) if (each) fieldsIn(each, name, found);
  return found;
}

const bookkeeping = new Set(['version', 'trail', 'actionId', 'digest', 'hash']);

test.each(Object.entries(schemas))('every field of a stored %s, and every code in it, has words in both languages', (_, schema) => {
  const fields = [...fieldsIn(schema as unknown as Schema)].filter(([field]) => !bookkeeping.has(field));
  expect(fields.length).toBeGreaterThan(1);
  for (const language of languages)
    for (const [field, codes] of fields) {
      expect({ field, said: fieldText(field, language) }).not.toEqual({ field, said: field });
      for (const code of codes) expect(valueText(field, code, language), `${field}: ${code}`).not.toMatch(/^[a-z]+(-[a-z]+)+$|_|^$/);
    }
});

test('each action says in both languages what was done', () => {
  expect(auditActionCodes.length).toBeGreaterThan(70);
  for (const action of auditActionCodes)
    for (const language of languages) expect(auditActionName(action, language)).toMatch(/^\p{Lu}[^.{}]+$/u);
});

test('a path, a date, a list, a yes and a sum read as people write them', () => {
  expect(fieldText('figures.cashless', 'vi')).toBe('Số liệu › nhận không dùng tiền mặt');
  expect(fieldText('sheet.answers.C16.note', 'en')).toBe('Sheet › answers › C16 › note');
  expect(valueText('submission.submittedAt', '2023-11-09T16:59:00.000Z', 'vi')).toBe('23:59 09/11/2023');
  expect(valueText('decision.date', '2023-11-20', 'vi')).toBe('20/11/2023');
  expect(valueText('listed', false, 'vi')).toBe('không');
  expect(valueText('figures.merchants', 1234, 'vi')).toBe('1.234');
  expect(valueText('state', 'returned', 'vi')).toBe('trả lại để bổ sung');
  expect(valueText('side', undefined, 'en')).toBe('none');
  expect(valueText('methods', [{ method: 'CARD_POS' }, { method: 'QR_VIETQR_ACCOUNT', account: '••••7859' }], 'vi')).toBe(
    'hình thức: Thẻ (máy POS); số tài khoản: ••••7859, hình thức: VietQR chuyển khoản',
  );
  expect(
    valueText(
      'line',
      [
        [106.68, 20.86],
        [106.69, 20.86],
      ],
      'en',
    ),
  ).toBe('2 points');
});
