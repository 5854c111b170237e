import { expect, test } from 'vitest';
import { type Comparable, duplicatesAmong } from '../../../shared/merchants/duplicates.ts';
import { aShop } from './merchant-fixture.ts';

const shop = (id: string, details: Parameters<typeof aShop>[0], distinctFrom: string[] = []): Comparable => ({
  ...aShop(details),
  id,
  distinctFrom,
});
const found = (...shops: Comparable[]) =>
  duplicatesAmong(shops, 'Tam Bạc').map(({ a, b, strength, because }) => `${a.id}${b.id} ${strength}: ${because.join(', ')}`);
const account = (number: string) => [{ method: 'BANK_TRANSFER' as const, bankBin: '970436', account: number }];

test.each([
  ['12', 'Số nhà 12', ['ab same: place-and-name']],
  ['12', '12 đường Tam Bạc', ['ab same: place-and-name']],
  ['12', '12A', []],
  ['12', '12/3', []],
  ['12', '12-14', []],
  ['12', '12 Quang Trung', []],
])('the same name at %s and at %s', (one, other, expected) => {
  expect(found(shop('a', { name: 'Phở Hương', place: one }), shop('b', { name: 'PHO HUONG', place: other }))).toEqual(expected);
});

test('two of tax code, phone and account make one shop, and one of them perhaps', () => {
  const first = shop('a', { name: 'Một', place: '1', phone: '0912345678', taxId: '0200123456', methods: account('111') });
  const at = (details: Partial<Comparable>) => found(first, { ...shop('b', { name: 'Hai', place: '2' }), ...details });
  expect(at({ phone: '0912345678' })).toEqual(['ab maybe: phone']);
  expect(at({ taxId: '0200123456' })).toEqual(['ab maybe: tax-id']);
  expect(at({ methods: account('111') })).toEqual(['ab maybe: account']);
  expect(at({ phone: '0912345678', methods: account('111') })).toEqual(['ab same: phone, account']);
  expect(at({ phone: '0912345679', methods: account('112') })).toEqual([]);
});

test('a similar name is a doubt at the same number only', () => {
  const first = shop('a', { name: 'Tạp hóa Sơn Bình', place: '48B' });
  expect(found(first, shop('b', { name: 'Sơn Bình', place: '48b' }))).toEqual(['ab maybe: similar-name']);
  expect(found(first, shop('b', { name: 'Tạp hóa Sơn Bìn', place: '48b' }))).toEqual(['ab maybe: similar-name']);
  expect(found(first, shop('b', { name: 'Sơn Bình', place: '50' }))).toEqual([]);
  expect(found(first, shop('b', { name: 'Giày dép Thượng Đình', place: '48b' }))).toEqual([]);
});

test('what a person called distinct is not suggested again, whichever record remembers it', () => {
  const [a, b] = [{ name: 'Phở Hương' }, { name: 'Phở Hương' }] as const;
  expect(found(shop('a', a, ['b']), shop('b', b))).toEqual([]);
  expect(found(shop('a', a), shop('b', b, ['a']))).toEqual([]);
});

test('a market of 5,000 stalls with one account and one phone gives a bounded number of pairs', () => {
  const stalls = Array.from({ length: 5000 }, (_, at) =>
    shop(`${at}`, { name: `Sạp ${at}`, place: 'Chợ Sắt', phone: '0912345678', methods: account('111') }),
  );
  expect(duplicatesAmong(stalls, 'Chợ Sắt').length).toBeLessThanOrEqual(5000 * 20);
});
