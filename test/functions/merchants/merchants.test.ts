import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getItem } from '../../../functions/data/read.ts';
import { key } from '../../../functions/data/table.ts';
import { accountUsers } from '../../../functions/merchants/account-users.ts';
import { changeMerchant } from '../../../functions/merchants/change.ts';
import { closeMerchant } from '../../../functions/merchants/close.ts';
import { createMerchant } from '../../../functions/merchants/create.ts';
import { decideDistinct } from '../../../functions/merchants/decide-distinct.ts';
import { duplicates } from '../../../functions/merchants/duplicates.ts';
import { reopen } from '../../../functions/merchants/reopen.ts';
import { reveal } from '../../../functions/merchants/reveal.ts';
import { search } from '../../../functions/merchants/search.ts';
import { maskedMerchant, shownMerchant } from '../../../functions/merchants/show.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import { AuthorityId, MerchantId } from '../../../shared/ids.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import type { Figures, Street } from '../../../shared/streets/street.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aFixture, aShop, type Fixture } from './merchant-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const vietcombank = { method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0031000557859' } as const;
const me = () => fixture.people.ward;
const seen = (merchant: Merchant) => ({ streetId: merchant.streetId, id: merchant.id, version: merchant.version });
const figures = async (street: Street): Promise<Figures | undefined> => (await findStreet(fixture.deps.table, street.id))?.figures;

test('a merchant counts on its street once, however often it is sent', async () => {
  const street = await fixture.street('Tam Bạc');
  const id = MerchantId.parse(uuidv7());
  const details = aShop({ name: 'Phở Hương', methods: [vietcombank, { method: 'CARD_POS' }], commitment: true });
  const send = () => createMerchant(fixture.deps, fixture.act(me(), id), street.id, id, details);
  const made = must(await send());
  expect(must(await send())).toEqual(made);
  expect(await figures(street)).toMatchObject({ merchants: 1, cashless: 1, qr: 1, card: 1, twoMethods: 1, commitment: 1 });
  expect(failureOf(await createMerchant(fixture.deps, fixture.act(fixture.people.otherWard), street.id, id, details)).code).toBe(
    'not-permitted',
  );
});

test('ten clerks who enter shops at once lose none of the counts', async () => {
  const street = await fixture.street('Cầu Đất');
  await Promise.all(Array.from({ length: 10 }, (_, at) => fixture.merchant(street, { name: `Quán ${at}`, place: `${at}` })));
  expect((await figures(street))?.merchants).toBe(10);
});

test('a changed shop moves the figures, and a masked account stays as it is stored', async () => {
  const street = await fixture.street('Trần Phú');
  const shop = await fixture.merchant(street, { name: 'Bánh Đa', methods: [vietcombank] });
  const shown = maskedMerchant(shop);
  expect(shown.methods[0]?.account).toBe('••••7859');

  const edited = { ...aShop({ name: 'Bánh Đa Cua' }), methods: [{ method: 'CARD_POS' as const }, ...shown.methods], eInvoice: true };
  const changed = must(await changeMerchant(fixture.deps, fixture.act(me()), seen(shop), edited));
  expect(changed.methods).toEqual([{ method: 'CARD_POS' }, vietcombank]);
  expect(await figures(street)).toMatchObject({ merchants: 1, card: 1, twoMethods: 1, eInvoice: 1 });

  const wrong = { ...edited, methods: [{ ...vietcombank, account: '••••0000' }] };
  expect(failureOf(await changeMerchant(fixture.deps, fixture.act(me()), seen(changed), wrong))).toEqual({
    code: 'masked-account',
    index: 0,
  });
  // Under another bank or method the old account is somebody's guess.
  for (const other of [{ bankBin: '970418' }, { method: 'BANK_TRANSFER' as const }]) {
    const moved = { ...edited, methods: [{ ...vietcombank, account: '••••7859', ...other }] };
    expect(failureOf(await changeMerchant(fixture.deps, fixture.act(me()), seen(changed), moved)).code).toBe('masked-account');
  }
  const late = shownMerchant(await changeMerchant(fixture.deps, fixture.act(me()), seen(shop), edited));
  expect(failureOf(late)).toMatchObject({ code: 'changed-meanwhile', current: { methods: [{}, { account: '••••7859' }] } });
});

test('a closed shop counts nowhere until it is reopened', async () => {
  const street = await fixture.street('Lạch Tray');
  const shop = await fixture.merchant(street, { name: 'Cà Phê Cốt Dừa', methods: [vietcombank] });
  const closed = must(await closeMerchant(fixture.deps, fixture.act(me()), seen(shop), 'Chuyển đi nơi khác'));
  expect(await figures(street)).toMatchObject({ merchants: 0, qr: 0, outreach: { 'to-visit': 0 } });
  expect(failureOf(await changeMerchant(fixture.deps, fixture.act(me()), seen(closed), aShop({ name: 'X' }))).code).toBe('merchant-closed');
  expect(failureOf(await closeMerchant(fixture.deps, fixture.act(me()), seen(closed), 'Nữa')).code).toBe('merchant-closed');

  const open = must(await reopen(fixture.deps, fixture.act(me()), seen(closed)));
  expect(open).not.toHaveProperty('closedReason');
  expect(await figures(street)).toMatchObject({ merchants: 1, qr: 1 });
  expect(failureOf(await reopen(fixture.deps, fixture.act(me()), seen(open))).code).toBe('wrong-state');
});

test('an account is shown in full to who says why, and the reason stands in the history', async () => {
  const street = await fixture.street('Hoàng Diệu');
  const shop = await fixture.merchant(street, { name: 'Nem Cua Bể', methods: [vietcombank] });
  const { officer, otherWard } = fixture.people;
  const act = fixture.act(officer);
  const revealed = must(await reveal(fixture.deps, act, seen(shop), 'Đối chiếu mã QR'));
  expect(revealed).toEqual({ version: 2, methods: [vietcombank] });
  expect(must(await reveal(fixture.deps, act, seen(shop), 'Đối chiếu mã QR'))).toEqual(revealed);
  const entry = await getItem(fixture.deps.table, key.audit(`MERCHANT#${shop.id}`, 2));
  expect(entry?.['data']).toMatchObject({ action: 'merchant.reveal', note: 'Đối chiếu mã QR', by: officer.id });
  expect(failureOf(await reveal(fixture.deps, fixture.act(otherWard), seen(shop), 'Tò mò')).code).toBe('not-permitted');
});

test('two shops that look like one are suggested until a person says that they are two', async () => {
  const street = await fixture.street('Phan Bội Châu');
  const first = await fixture.merchant(street, { name: 'Tạp hoá Sơn Bình', place: 'Số nhà 48B' });
  const second = await fixture.merchant(street, { name: 'TAP HOA SON BINH', place: '48b Phan Bội Châu' });
  const pairs = async () => must(await duplicates(fixture.deps, me(), street.id));
  expect(await pairs()).toMatchObject([{ a: { id: first.id }, b: { id: second.id }, strength: 'same', because: ['place-and-name'] }]);

  const act = fixture.act(me());
  const decided = must(await decideDistinct(fixture.deps, act, street.id, [second.id, first.id]));
  expect(decided).toMatchObject({ id: first.id, distinctFrom: [second.id] });
  expect(must(await decideDistinct(fixture.deps, act, street.id, [second.id, first.id]))).toEqual(decided);
  expect(await pairs()).toEqual([]);
  expect(failureOf(await decideDistinct(fixture.deps, fixture.act(me()), street.id, [first.id, first.id])).code).toBe('not-a-pair');
});

test('a name is found by its beginning, without marks, and a closed shop is not', async () => {
  const street = await fixture.street('Lương Khánh Thiện');
  const found = await fixture.merchant(street, { name: 'Xôi Đậu Xanh', methods: [vietcombank] });
  const gone = await fixture.merchant(street, { name: 'Xôi Đỗ Đen', place: '14' });
  must(await closeMerchant(fixture.deps, fixture.act(me()), seen(gone), 'Nghỉ bán'));
  const { officer } = fixture.people;
  const unit = AuthorityId.parse('hong-bang');
  expect(must(await search(fixture.deps, officer, unit, 'xoi d', 50)).items.map(({ id }) => id)).toEqual([found.id]);
  expect(must(await search(fixture.deps, officer, unit, 'xôi lạc', 50)).items).toEqual([]);
  expect(failureOf(await search(fixture.deps, me(), unit, 'xoi', 50)).code).toBe('not-permitted');
});

test('who shares an account is shown across wards to the officer, and to a ward only its own', async () => {
  const shared = { ...vietcombank, account: '19034567890123' };
  const mine = await fixture.merchant(await fixture.street('Minh Khai'), { name: 'Một', methods: [shared] });
  const { otherWard, officer } = fixture.people;
  const theirStreet = await fixture.street('Điện Biên Phủ', 'minh-khai', otherWard);
  const theirs = await fixture.merchant(theirStreet, { name: 'Hai', methods: [shared] }, otherWard);
  expect(must(await accountUsers(fixture.deps, officer, mine.streetId, mine.id)).items.map(({ id }) => id)).toEqual([theirs.id]);
  expect(must(await accountUsers(fixture.deps, me(), mine.streetId, mine.id)).items).toEqual([]);
});
