import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeMerchant } from '../../../functions/merchants/close.ts';
import { sharedAccounts } from '../../../functions/merchants/shared-accounts.ts';
import { AuthorityId } from '../../../shared/ids.ts';
import { accountOwners } from '../../../shared/merchants/account-owners.ts';
import { merged } from '../../../web/merchants/merged-groups.ts';
import { must } from '../../support/instance.ts';
import { aFixture, type Fixture } from './merchant-fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await aFixture();
});
afterAll(() => fixture.stop());

const unit = AuthorityId.parse('hong-bang');
const paidInto = (account: string) => ({ methods: [{ method: 'QR_VIETQR_ACCOUNT' as const, bankBin: '970436', account }] });

/** Every group, read with so many entries of the index a page. */
async function all(limit: number) {
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = must(await sharedAccounts(fixture.deps, fixture.people.officer, unit, limit, cursor));
    pages.push(page.items);
    cursor = page.next;
  } while (cursor);
  return merged(pages).map(({ merchants }) => merchants.map(({ name }) => name).sort());
}

test('accounts that several merchants of the district share are listed whole, wherever the pages are cut, and accounts are masked', async () => {
  const { people } = fixture;
  const [here, there] = [await fixture.street('Tam Bạc'), await fixture.street('Hoàng Diệu', 'minh-khai', people.otherWard)];
  await fixture.merchant(here, { name: 'Phở Hương', owner: 'Lê Hương', ...paidInto('1111') });
  await fixture.merchant(there, { name: 'Bún Lan', owner: 'Trần Lan', ...paidInto('1111') }, people.otherWard);
  for (const name of ['Cà phê 1', 'Cà phê 2', 'Cà phê 3']) await fixture.merchant(here, { name, owner: 'Vũ Nga', ...paidInto('2222') });
  for (const account of ['3333', '4444', '5555']) await fixture.merchant(here, { name: `Một mình ${account}`, ...paidInto(account) });
  await fixture.merchant(here, { name: 'Chỉ tiền mặt' });
  const gone = await fixture.merchant(here, { name: 'Đã đóng cửa', ...paidInto('3333') });
  const act = fixture.act(people.ward);
  must(await closeMerchant(fixture.deps, act, { streetId: here.id, id: gone.id, version: gone.version }, 'Chuyển đi'));

  const expected = [
    ['Bún Lan', 'Phở Hương'],
    ['Cà phê 1', 'Cà phê 2', 'Cà phê 3'],
  ];
  for (const limit of [1, 2, 3, 500]) expect(new Set((await all(limit)).map(String))).toEqual(new Set(expected.map(String)));
  const whole = must(await sharedAccounts(fixture.deps, people.officer, unit, 500));
  expect(JSON.stringify(whole)).toContain('••••');
  expect(JSON.stringify(whole)).not.toContain('"1111"');
});

test('one tax code is one owner however the name is spelled, several names are several, and a missing name leaves it open', () => {
  expect(accountOwners([{ owner: 'Lê Hương' }, { owner: 'LÊ  HƯƠNG' }])).toBe('one');
  expect(accountOwners([{ owner: 'Lê Hương' }, { owner: 'Trần Lan' }])).toBe('several');
  expect(
    accountOwners([
      { owner: 'Lê Hương', taxId: '0200123456' },
      { owner: 'Bà Hương', taxId: '0200123456' },
    ]),
  ).toBe('one');
  expect(accountOwners([{ owner: 'Lê Hương' }, {}])).toBe('unknown');
  expect(accountOwners([{ owner: 'Lê Hương' }, { owner: 'Trần Lan' }, {}])).toBe('several');
});
