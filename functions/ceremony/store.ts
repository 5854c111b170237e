import { type Ceremony, CeremonyFile } from '../../shared/ceremony/ceremony.ts';
import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { CertificateCode, ProgrammeId, StreetId } from '../../shared/ids.ts';
import type { Street } from '../../shared/streets/street.ts';
import { putStep } from '../data/derived.ts';
import { dataOf, recordOf } from '../data/item.ts';
import { beginning, get, getItem, getMany, queryAllItems, queryItems } from '../data/read.ts';
import { type Key, key, partition, type Table } from '../data/table.ts';

export const findCeremony = (table: Table, id: ProgrammeId): Promise<Ceremony | undefined> => get(table, 'ceremony', key.ceremony(id));

/** The ceremony of a programme and every file that was ever asked for, in one Query. */
export async function findCeremonyWithFiles(
  table: Table,
  id: ProgrammeId,
): Promise<{ ceremony: Ceremony | undefined; files: CeremonyFile[] }> {
  const { PK, SK } = key.ceremony(id);
  const items = await queryAllItems(table, { pk: ['PK', PK], sk: beginning('SK', SK) });
  const order = items.find((item) => item['type'] === 'ceremony');
  return {
    ceremony: order && recordOf('ceremony', order),
    files: items.filter((item) => item['type'] === fileType).map((item) => dataOf(fileType, CeremonyFile, item)),
  };
}

/** One file of a ceremony by its fingerprint, or undefined. */
export async function findFile(table: Table, id: ProgrammeId, fingerprint: string): Promise<CeremonyFile | undefined> {
  const item = await getItem(table, key.ceremonyFile(id, fingerprint));
  return item && dataOf(fileType, CeremonyFile, item);
}

/** Stores the next step of a file, where nothing is or the last step is one of `from`; tells whether it was stored. */
export const putFile = (table: Table, file: CeremonyFile, from: readonly CeremonyFile['state'][]): Promise<boolean> =>
  putStep(
    table,
    {
      ...key.ceremonyFile(file.programmeId, file.fingerprint),
      ...((file.state === 'asked' || file.state === 'making') && {
        DUEPK: partition.unfinishedCeremonyFiles,
        DUESK: `${file.programmeId}#${file.fingerprint}`,
      }),
    },
    fileType,
    file,
    from,
  );

/** Files of ceremonies that were asked for and are not there yet, a hundred at a time: what a process that was killed has left behind too. */
export async function unfinishedFiles(table: Table): Promise<FileName[]> {
  const page = await queryItems(table, { index: 'due', pk: ['DUEPK', partition.unfinishedCeremonyFiles] }, 100);
  return page.ok
    ? page.value.items.map((item) => {
        const [programmeId = '', fingerprint = ''] = String(item['DUESK']).split('#');
        return { programmeId: programmeId as ProgrammeId, fingerprint };
      })
    : [];
}

/** Which file of which ceremony. */
export type FileName = { programmeId: ProgrammeId; fingerprint: string };

const fileType = 'ceremony-file' as const;
const atOnce = 100;

/** Certificates by code, however many; unknown ones are left out. */
export const certificatesByCode = (table: Table, codes: readonly CertificateCode[]): Promise<Certificate[]> =>
  inHundreds([...new Set(codes)].map(key.certificate), (some) => getMany(table, 'certificate', some));

/** Streets by id, however many; unknown ones are left out. */
export const streetsById = (table: Table, ids: readonly StreetId[]): Promise<Street[]> =>
  inHundreds([...new Set(ids)].map(key.street), (some) => getMany(table, 'street', some));

async function inHundreds<T>(keys: readonly Key[], read: (some: readonly Key[]) => Promise<T[]>): Promise<T[]> {
  const all: T[] = [];
  for (let at = 0; at < keys.length; at += atOnce) all.push(...(await read(keys.slice(at, at + atOnce))));
  return all;
}
