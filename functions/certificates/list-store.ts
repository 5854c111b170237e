import type { ListEntry } from '../../shared/verification/certificate-list.ts';
import { listedOf } from '../data/listed-certificate.ts';
import { queryAllItems } from '../data/read.ts';
import { partition, type Table } from '../data/table.ts';

/** Every certificate there ever was, as the list of devices has it: one Query, a page for each 5,000 of them. */
export async function everyCertificate(table: Table): Promise<ListEntry[]> {
  const lines = await queryAllItems(table, { index: 'name', pk: ['NAMEPK', partition.certificates] });
  return lines.map((line) => listedOf(String(line['NAMESK'])));
}
