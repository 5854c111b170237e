import { readFile as readFromDisk } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../functions/merchants/read-file.ts';
import { MerchantDetails } from '../../shared/merchant.ts';
import { readList } from '../../shared/spreadsheet/read-list.ts';
import { isRefused } from '../../shared/spreadsheet/reading.ts';

const folder = new URL('../../infra/local/demo-data/wards/', import.meta.url);
type Expected = Record<string, Record<string, number | string | boolean>>;
const expected = JSON.parse(await readFromDisk(new URL('expected.json', folder), 'utf8')) as Expected;

describe.each(Object.entries(expected))('the list %s', async (file, figures) => {
  const sheets = await readFile(await readFromDisk(new URL(file, folder)), file);
  const lists = sheets.ok ? sheets.value.map((sheet) => readList(sheet)).filter((list) => list.isList) : [];

  test('is one list with every row, method and mark that the ward counted', () => {
    expect(lists).toHaveLength(1);
    const { rows, cashless, qr, card, wallet, mobileMoney, twoMethods, eInvoice, commitment } = lists[0]?.totals ?? {};
    expect({ rows, cashless, qr, pos: card, wallet, mobileMoney, twoMethods, eInvoice, commitment }).toEqual(
      // Duplicates are found later: here every row of Tam Bạc counts.
      expect.objectContaining({ rows: figures['rows'] }),
    );
    if (!figures['exactDuplicates']) {
      for (const [name, value] of Object.entries({ cashless, qr, pos: card, wallet, mobileMoney, twoMethods, eInvoice, commitment })) {
        expect({ [name]: value }).toEqual({ [name]: figures[name] });
      }
    }
  });

  test('has no error and no refused row', () => {
    expect(lists[0]?.totals).toMatchObject({ refused: 0, errors: 0 });
    for (const row of lists[0]?.rows ?? []) if (!isRefused(row)) expect(MerchantDetails.safeParse(row.details).success).toBe(true);
  });

  test('is about its street or market', () => {
    expect(lists[0]).toMatchObject({ street: figures['street'], kind: figures['market'] ? 'market' : 'street' });
    if (lists[0]?.ward) expect(lists[0].ward).toBe(figures['ward']);
  });
});
