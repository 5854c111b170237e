import { readFile } from 'node:fs/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commit, continueImport } from '../../functions/merchants/commit.ts';
import { duplicates } from '../../functions/merchants/duplicates.ts';
import { type ImportPreview, preview } from '../../functions/merchants/preview.ts';
import { allMerchantsOf } from '../../functions/merchants/store.ts';
import { findStreet } from '../../functions/streets/store.ts';
import { AuthorityId, ImportId } from '../../shared/ids.ts';
import type { ImportPlan, ImportSource } from '../../shared/import.ts';
import type { Street } from '../../shared/street.ts';
import { failureOf, must } from '../support/instance.ts';
import { aTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await aTown();
});
afterAll(() => town.stop());

const ward = AuthorityId.parse('phan-boi-chau');
const anId = () => ImportId.parse(uuidv7());
const aPlan = (source: ImportSource, more: Partial<ImportPlan> = {}): ImportPlan => ({
  source,
  rows: 'all',
  leaveOut: [],
  distinct: [],
  ...more,
});
const look = async (source: ImportSource, street?: Street): Promise<ImportPreview> =>
  must(await preview(town.deps, town.people.ward, ward, { source, ...(street && { streetId: street.id }) }));
const start = (street: Street, plan: ImportPlan, id = anId()) =>
  commit(town.deps, town.people.ward, town.act(town.people.ward, id), street.id, id, plan);
const sameRows = (seen: ImportPreview) =>
  seen.reading[0]?.duplicates.filter((pair) => pair.strength === 'same').map(({ row }) => row) ?? [];
const maybeRows = (seen: ImportPreview) =>
  seen.reading[0]?.duplicates.filter((pair) => pair.strength === 'maybe').map(({ row }) => row) ?? [];
const pasted = (...rows: string[][]): ImportSource => ({
  kind: 'pasted',
  text: [['Tên cơ sở', 'Số nhà', 'Điện thoại', 'QR'], ...rows].map((row) => row.join('\t')).join('\n'),
});

const expected = JSON.parse(await readFile(new URL('../../infra/local/demo-data/wards/expected.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, number> & { street: string }
>;

describe.each(Object.entries(expected))('the list %s', (file, figures) => {
  test('gives the figures that the ward counted, once its doubles are left out', async () => {
    const source = await town.uploaded(file);
    const street = await town.street(figures.street as unknown as string);
    const seen = await look(source, street);
    const leaveOut = sameRows(seen);
    const done = must(await start(street, aPlan(source, { leaveOut, distinct: maybeRows(seen) })));
    expect(done).toMatchObject({ state: 'done', total: figures['imported'], written: figures['imported'] });

    const { figures: counted } = (await findStreet(town.deps.table, street.id)) as Street;
    const { merchants, cashless, qr, card, wallet, mobileMoney, twoMethods, eInvoice, commitment } = counted;
    expect(figures).toMatchObject({ imported: merchants, cashless, qr, pos: card, wallet, mobileMoney, twoMethods, eInvoice, commitment });
    expect(must(await duplicates(town.deps, town.people.ward, street.id))).toEqual([]);
  });
});
