import { expect, test } from 'vitest';
import type { MerchantId } from '../../../shared/ids.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';
import { crc16 as crcOf } from '../../../shared/vietqr/crc.ts';
import { parseVietQr } from '../../../shared/vietqr/parse.ts';
import { asBlock, type Edits, filledDown, heldBy, moved, pasted, typedAhead, withChanges } from '../../../web/merchants/grid-changes.ts';
import { detailsOf, type GridColumn, gridColumns, readCell } from '../../../web/merchants/grid-columns.ts';
import { lacksAccount, matches, noFilter } from '../../../web/merchants/grid-filters.tsx';
import { isMasked, methodOfCode, tidied, withPart, wrongParts } from '../../../web/merchants/method-fields.ts';

const pho = {
  id: 'pho' as MerchantId,
  state: 'active',
  version: 3,
  name: 'Phở Hương',
  place: '12A',
  category: 'Ăn uống',
  methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '••••3456' }],
  eInvoice: true,
  commitment: false,
  outreach: 'visited',
  listed: false,
} as unknown as Merchant;
const stored = new Map([[pho.id, pho]]);
const atRest = { stored, underWay: () => false };
const change = (column: GridColumn, after: string) => ({ id: pho.id, column, before: heldBy(pho, undefined, column), after });
let made = 0;
const newId = () => `new-${++made}` as MerchantId;

test('an arrow stops at the edge of the grid, Ctrl takes it there at once', () => {
  expect(moved('ArrowUp', false, { row: 0, column: 2 }, 5)).toEqual({ row: 0, column: 2 });
  expect(moved('ArrowDown', true, { row: 0, column: 2 }, 5)).toEqual({ row: 4, column: 2 });
  expect(moved('ArrowRight', false, { row: 1, column: 1 }, 5)).toEqual({ row: 1, column: 2 });
  expect(moved('End', false, { row: 1, column: 1 }, 5)).toEqual({ row: 1, column: gridColumns.length });
  expect(moved('x', false, { row: 1, column: 1 }, 5)).toBeUndefined();
});

test('a name that is typed and taken back is no change any more', () => {
  const typed = withChanges({}, [change('name', 'Phở Hoa')], atRest);
  expect(typed[pho.id]?.cells).toEqual({ name: 'Phở Hoa' });
  expect(withChanges(typed, [change('name', 'Phở Hoa')], atRest, true)).toEqual({});
});

test('what is taken back while it is on its way to the server stays a change, which takes it back there too', () => {
  const typed = withChanges({}, [change('name', 'Phở Hoa')], atRest);
  const back = withChanges(typed, [change('name', 'Phở Hoa')], { stored, underWay: (id) => id === pho.id }, true);
  expect(back[pho.id]?.cells).toEqual({ name: 'Phở Hương' });
});

test('a block pasted at the last row changes it and begins new rows below', () => {
  const block = [
    ['12A', 'Phở Hương 2'],
    ['14', 'Bún cá Cay'],
  ];
  const step = pasted(block, { row: 0, column: 0 }, [pho.id], newId, (id, column) => heldBy(stored.get(id), undefined, column));
  const edits = withChanges({}, step.changes, atRest);
  expect(step.made).toHaveLength(1);
  expect(edits[pho.id]?.cells.name).toBe('Phở Hương 2');
  expect(edits[step.made[0] as MerchantId]).toEqual({ isNew: true, cells: { place: '14', name: 'Bún cá Cay' } });
});

test('cells beyond the last column of the grid are not pasted anywhere', () => {
  const step = pasted([['a', 'b', 'c']], { row: 0, column: gridColumns.length - 1 }, [pho.id], newId, () => '');
  expect(step.changes.map(({ column }) => column)).toEqual(['note']);
});

test('filling down takes the first of the chosen rows, or the row above a single one', () => {
  const ids = ['a', 'b', 'c'] as MerchantId[];
  const now = (id: MerchantId) => ({ a: 'Ăn uống', b: '', c: '' })[id as string] as string;
  expect(filledDown(0, 2, ['category'], ids, now).changes.map(({ id, after }) => [id, after])).toEqual([
    ['b', 'Ăn uống'],
    ['c', 'Ăn uống'],
  ]);
  expect(filledDown(1, 1, ['category'], ids, now).changes).toHaveLength(1);
  expect(filledDown(0, 0, ['category'], ids, now).changes).toEqual([]);
});

test('a cell with a line break keeps it on the way through the clipboard', () => {
  expect(
    asBlock([
      ['a', 'b\nc'],
      ['"d"', ''],
    ]),
  ).toBe('a\t"b\nc"\n"""d"""\t');
});

test('typing the beginning of a choice finds it, and again the next one', () => {
  const names = ['chua den', 'da den', 'da trang bi', 'tu choi'];
  expect(typedAhead(names, 'd', 0)).toBe(1);
  expect(typedAhead(names, 'd', 1)).toBe(2);
  expect(typedAhead(names, 'da t', 1)).toBe(2);
  expect(typedAhead(names, 'x', 0)).toBe(-1);
});

test.each<[Exclude<GridColumn, 'methods'>, string, unknown]>([
  ['phone', '912345678', '0912345678'],
  ['taxId', '0201234567', undefined],
  ['type', 'HKD', 'household'],
  ['eInvoice', 'Có', true],
  ['eInvoice', '', false],
  ['outreach', 'Đã lắp QR', 'equipped'],
  ['note', '  ', undefined],
])('a cell of %s with "%s" is read as an import reads it', (column, text, value) => {
  const read = readCell(column, text);
  expect(read.ok ? read.value : undefined).toEqual(value);
});

test('a row without a name, with a broken phone, says both at their cells', () => {
  const { wrong } = detailsOf(undefined, { isNew: true, cells: { place: '5', phone: '12' } });
  expect(wrong).toEqual({ name: 'name', phone: 'phone' });
});

test('a merchant is sent with its masked account untouched', () => {
  const { details, wrong } = detailsOf(pho, { cells: { owner: 'Nguyễn Thị Hương' } });
  expect(wrong).toEqual({});
  expect(details).toMatchObject({ name: 'Phở Hương', owner: 'Nguyễn Thị Hương', eInvoice: true, methods: pho.methods });
});

test('"pho huong" finds Phở Hương, and filters narrow it', () => {
  expect(matches(pho, { ...noFilter, text: 'pho huong' })).toBe(true);
  expect(matches(pho, { ...noFilter, method: 'card' })).toBe(false);
  expect(matches(pho, { ...noFilter, missing: true })).toBe(false);
  expect(lacksAccount({ methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436' }] })).toBe(true);
});

test('a masked account has to be typed again when the bank changes', () => {
  const method = pho.methods[0] as NonNullable<(typeof pho.methods)[0]>;
  expect(isMasked(method.account)).toBe(true);
  expect(withPart(method, 'bankBin', '970415')).toEqual({ method: 'QR_VIETQR_ACCOUNT', bankBin: '970415' });
  expect(withPart(method, 'account', '0011 0012-34')).toEqual({ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0011001234' });
});

test('an account of twenty digits and a phone of five are wrong; a phone is sent in national form', () => {
  expect(wrongParts({ method: 'BANK_TRANSFER', account: '1'.repeat(20) })).toEqual(['account']);
  expect(wrongParts({ method: 'EWALLET', phone: '12345' })).toEqual(['phone']);
  expect(tidied({ method: 'EWALLET', phone: '+84 912 345 678', provider: ' MOMO ' })).toEqual({
    method: 'EWALLET',
    phone: '0912345678',
    provider: 'MOMO',
  });
});

test('a code that pays to an account becomes a method, one that pays to a card never does', () => {
  const built = buildVietQr({ bankBin: '970436', account: '0011001234' });
  const code = built.ok ? built.value : '';
  expect(methodOfCode(parseVietQr(code))).toEqual({ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0011001234' });
  const toCard = code.replace('QRIBFTTA', 'QRIBFTTC').slice(0, -4);
  const reading = parseVietQr(toCard + crcOf(toCard));
  expect(reading.ok).toBe(true);
  expect(methodOfCode(reading)).toBe('card');
  expect(methodOfCode(parseVietQr('nonsense'))).toBeUndefined();
});

test('edits of a merchant that is not there any more are kept as a new row', () => {
  const edits: Edits = withChanges({}, [{ id: 'gone' as MerchantId, column: 'name', before: '', after: 'Bún' }], {
    ...atRest,
    stored: new Map(),
  });
  expect(edits['gone']).toEqual({ isNew: true, cells: { name: 'Bún' } });
});
