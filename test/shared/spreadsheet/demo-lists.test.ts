import { readFile as readFromDisk } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { MerchantDetails } from '../../../shared/merchants/merchant.ts';
import { readList } from '../../../shared/spreadsheet/read-list.ts';
import { demoFolder, demoSheets, goodRows, listOf } from './support/lists.ts';

type Figures = {
  rows: number;
  imported: number;
  cashless: number;
  qr: number;
  pos: number;
  wallet: number;
  mobileMoney: number;
  twoMethods: number;
  eInvoice: number;
  commitment: number;
  street: string;
  ward: string;
  market?: boolean;
};
const expected = JSON.parse(await readFromDisk(new URL('expected.json', demoFolder), 'utf8')) as Record<string, Figures>;
const wardsInHeadings: Record<string, string> = { 'hoang-van-thu_dinh-tien-hoang.xlsx': 'Hoàng Văn Thụ' };

describe.each(Object.entries(expected))('the list %s', async (file, figures) => {
  const sheets = await demoSheets(file);
  const cells = sheets[0]?.cells ?? [];
  const list = listOf(cells, sheets[0]?.name);

  test('has every row, and no cell that cannot be read', () => {
    expect(sheets).toHaveLength(1);
    expect(list.totals).toMatchObject({ rows: figures.rows, good: figures.rows, refused: 0, errors: 0 });
    for (const { details } of goodRows(list)) expect(MerchantDetails.parse(details)).toEqual(details);
  });

  test('has every method and mark that the ward counted', () => {
    // Tam Bạc ends with three shops that are listed twice; finding them is not the reader's work.
    const once = cells.slice(0, cells.length - (figures.rows - figures.imported));
    const { rows, cashless, qr, card, wallet, mobileMoney, twoMethods, eInvoice, commitment } = listOf(once).totals;
    expect(figures).toMatchObject({ imported: rows, cashless, qr, pos: card, wallet, mobileMoney, twoMethods, eInvoice, commitment });
  });

  test('is about its street or market', () => {
    expect(list).toMatchObject({ street: figures.street, kind: figures.market ? 'market' : 'street' });
    expect(list.rows.every((row) => row.street === figures.street)).toBe(true);
    expect(list.ward).toBe(wardsInHeadings[file]);
  });

  test('says the same when it is read again', () => {
    expect(readList({ name: sheets[0]?.name ?? '', cells })).toEqual(list);
  });
});
