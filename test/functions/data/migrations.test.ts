import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { checkTable } from '../../../functions/data/check-table.ts';
import { broughtForward, formOf, NewerData } from '../../../functions/data/migrations/forward.ts';
import type { Step } from '../../../functions/data/migrations/step.ts';
import { steps } from '../../../functions/data/migrations/steps.ts';
import { getItem } from '../../../functions/data/read.ts';
import { key } from '../../../functions/data/table.ts';
import { changeMerchant } from '../../../functions/merchants/change.ts';
import { allMerchantsOf, findMerchant } from '../../../functions/merchants/store.ts';
import { frozenList, merchantsOfFrozen } from '../../../functions/nominations/frozen-list.ts';
import type { Merchant } from '../../../shared/merchants/merchant.ts';
import { must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';

// A list that the tests may lengthen, as a later day would.
vi.mock('../../../functions/data/migrations/steps.ts', async (original) => {
  const { steps: given } = await original<{ steps: readonly Step[] }>();
  return { steps: [...given] };
});
const later = steps as Step[];
const given = steps.length;

/** As if `listed` had become a required field tomorrow: who was entered before has not consented. */
const consent: Step = {
  name: '2027-01-15-merchants-consent',
  type: 'merchant',
  from: formOf('merchant'),
  bring: (was) => ({ listed: false, ...was }),
};

let fixture: Awaited<ReturnType<typeof aFixture>>;
beforeAll(async () => {
  fixture = await aFixture();
});
afterEach(() => void later.splice(given));
afterAll(() => fixture.stop());

async function aShop(): Promise<Merchant> {
  const { streetId } = await fixture.completeDossier();
  return (await allMerchantsOf(fixture.deps.table, streetId))[0] as Merchant;
}

/** A shop as it lay in the table before the field was there. */
async function anOldShop(form: number | undefined = consent.from): Promise<Merchant> {
  const shop = await aShop();
  const at = key.merchant(shop.streetId, shop.id);
  const { schemaVersion: _, ...item } = (await getItem(fixture.deps.table, at)) ?? {};
  const { listed: __, ...data } = JSON.parse(String(item['data'])) as Merchant;
  const old = { ...item, ...(form !== undefined && { schemaVersion: form }), data: JSON.stringify(data) };
  await fixture.deps.table.doc.send(new PutCommand({ TableName: fixture.deps.table.name, Item: old }));
  return shop;
}

test('a new required field does not shut out the shops of yesterday: a step gives it to them, and the next write stores it', async () => {
  const { table } = fixture.deps;
  const shop = await anOldShop();
  const at = key.merchant(shop.streetId, shop.id);
  await expect(findMerchant(table, shop.streetId, shop.id)).rejects.toThrow();

  later.push(consent);
  const read = await findMerchant(table, shop.streetId, shop.id);
  expect(read).toEqual({ ...shop, listed: false });
  expect((await getItem(table, at))?.['schemaVersion']).toBe(consent.from);

  const seen = { streetId: shop.streetId, id: shop.id, version: shop.version };
  const changed = must(await changeMerchant(fixture.deps, fixture.act(fixture.ward), seen, detailsOf(shop)));
  expect(changed.name).toBe('Phở Hương mới');
  expect((await getItem(table, at))?.['schemaVersion']).toBe(consent.from + 1);
  expect(await checkTable(table.doc, table.name)).toMatchObject({ unproven: [], unreadable: [] });
});

test('a shop of a version that is newer than this one is refused whole, and a look at the data names it', async () => {
  const { table } = fixture.deps;
  const shop = await anOldShop(formOf('merchant') + 1);
  await expect(findMerchant(table, shop.streetId, shop.id)).rejects.toThrow(NewerData);
  expect((await checkTable(table.doc, table.name)).unreadable).toContain(`STREET#${shop.streetId} MERCHANT#${shop.id}`);
});

test('steps of a type are taken one after the other, from the form that the item says', () => {
  const named = (from: number): Step => ({
    name: '2027-01-15-note',
    type: 'comment',
    from,
    bring: (was) => ({ ...was, seen: [...((was['seen'] ?? []) as number[]), from] }),
  });
  const three = [named(1), consent, named(2), named(3)];
  expect(formOf('comment', three)).toBe(4);
  expect(broughtForward('comment', undefined, {}, three)).toEqual({ seen: [1, 2, 3] });
  expect(broughtForward('comment', 3, {}, three)).toEqual({ seen: [3] });
  expect(broughtForward('comment', 4, {}, three)).toEqual({});
  for (const form of [5, 0, 1.5, 'x']) expect(() => broughtForward('comment', form, {}, three)).toThrow(NewerData);
});

test('the given steps stand in the order of their days, and each takes the form that the one before it makes', () => {
  const days = steps.map(({ name }) => name.slice(0, 10));
  expect(days).toEqual([...days].sort());
  for (const [at, { type, from }] of steps.entries()) expect(from).toBe(formOf(type, steps.slice(0, at)));
});

test('a frozen list keeps its bytes for ever and is read in the form of today', async () => {
  const shop = await aShop();
  const { listed: _, ...old } = shop;
  const before = Buffer.from(JSON.stringify([old]));
  expect(() => merchantsOfFrozen(before)).toThrow();
  expect(merchantsOfFrozen(before, [consent])).toEqual([{ ...shop, listed: false }]);
  expect(frozenList([shop])).not.toContain('schemaVersion');
  expect(merchantsOfFrozen(Buffer.from(frozenList([shop], [consent])), [consent])).toEqual([shop]);
  expect(() => merchantsOfFrozen(Buffer.from(frozenList([shop], [consent])))).toThrow(NewerData);
});

const detailsOf = ({ owner, type, place, methods, eInvoice, commitment, outreach }: Merchant) => ({
  ...(owner && { owner }),
  ...(type && { type }),
  name: 'Phở Hương mới',
  place,
  methods,
  eInvoice,
  commitment,
  outreach,
  listed: false,
});
