import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { itemOf } from '../../functions/data/item.ts';
import type { Records, RecordType } from '../../functions/data/records.ts';
import { attributesOf, type Table } from '../../functions/data/table.ts';
import { certificateCode } from '../../shared/certificates/certificate.ts';
import { AuthorityId, type CertificateCode, MerchantId, NominationId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import { fold } from '../../shared/text/fold.ts';
import type { Models } from './models.ts';

/** Since July 2025 Vietnam has 3,321 wards and communes in 34 provinces, without districts (resolution 202/2025/QH15). */
export const country = { wards: 3321, provinces: 34, merchantsPerWard: 211 };

const first = ['Phở', 'Bún cá', 'Cà phê', 'Tạp hóa', 'Nhà thuốc', 'Thời trang', 'Điện máy', 'Bánh mì', 'Hải sản', 'Tiệm tóc'];
const last = ['Hương', 'Minh', 'Bà Già', 'Hòa Bình', 'Thu Hà', 'Ngọc', 'Phương Nam', 'Đức', 'Lan', 'Hải Phòng', 'Tràng An'];

/**
 * Fills the table with wards as copies of models: each with its unit, a street with its merchants, a dossier, an assessment and, for every
 * third, a certificate. Records only, without their histories: those lie in partitions of their own (ADR 1) and no list reads them.
 * Returns how many merchants are there. The first `own` wards lie in the province that is measured, all others in the others.
 */
export function filler(table: Table, models: Models, random: (bytes: number) => Uint8Array, own = 10) {
  let there = 0;
  // The measured province has its programme already.
  const begun = new Set([0]);
  const programmes = [models.programme.id, ...Array.from({ length: country.provinces - 1 }, () => ProgrammeId.parse(uuidv7()))];
  return async (wards: number): Promise<number> => {
    const writing = new Set<Promise<void>>();
    let batch: Item[] = [];
    const flush = async () => {
      const items = batch;
      batch = [];
      if (items.length === 0) return;
      const work = write(table, items).finally(() => writing.delete(work));
      writing.add(work);
      // A few batches at a time keep the database busy without holding the whole country in memory.
      if (writing.size >= 8) await Promise.race(writing);
    };
    for (; there < wards; there++)
      for (const item of ward(there)) {
        batch.push(item);
        if (batch.length === 25) await flush();
      }
    await flush();
    await Promise.all(writing);
    return there * country.merchantsPerWard;
  };

  function* ward(n: number): Generator<Item> {
    const province = n < own ? 0 : 1 + (n % (country.provinces - 1));
    const above = [province === 0 ? AuthorityId.parse('hai-phong') : AuthorityId.parse(`tinh-${province}`)];
    const wardId = AuthorityId.parse(`xa-${n}`);
    const [streetId, nominationId, programmeId] = [
      StreetId.parse(uuidv7()),
      NominationId.parse(uuidv7()),
      programmes[province] as ProgrammeId,
    ];
    const [advising] = above as [AuthorityId];
    const owned = { advisingAuthorityId: advising, issuingAuthorityId: advising };
    const name = `Xã ${n}`;
    if (!begun.has(province)) yield item('programme', { ...models.programme, id: programmeId, wardIds: [], ...owned });
    begun.add(province);
    yield item('authority', { ...models.authority, id: wardId, above, parentId: advising, name });
    const certified = n % 3 === 0;
    const { certified: _, lockedBy: __, ...street } = models.street;
    yield item('street', {
      ...street,
      id: streetId,
      wardId,
      above,
      name: `Phố ${fold(name)}`,
      ...(certified && { certified: models.certified }),
    });
    for (let m = 0; m < country.merchantsPerWard; m++) {
      const methods =
        m % 4 === 0 ? [] : [{ method: 'QR_VIETQR_ACCOUNT' as const, bankBin: '970436', account: String(10_000_000 + n * 1000 + m) }];
      const called = `${first[(n + m) % first.length]} ${last[m % last.length]} ${m}`;
      yield item('merchant', {
        ...models.merchant,
        id: MerchantId.parse(uuidv7()),
        streetId,
        wardId,
        above,
        name: called,
        place: `${m + 1}`,
        methods,
      });
    }
    const dossier = certified ? models.nomination : models.draft;
    yield item('nomination', { ...dossier, id: nominationId, programmeId, streetId, wardId, wardName: name, above, ...owned });
    yield item('assessment', { ...models.assessment, nominationId });
    if (!certified) return;
    const code = certificateCode(random(12)) as CertificateCode;
    yield item('certificate', {
      ...models.certificate,
      code,
      nominationId,
      streetId,
      wardId,
      above,
      issuingAuthorityId: advising,
      programmeId,
      count: n + 1,
    });
  }

  function item<T extends RecordType>(type: T, record: Records[T]): Item {
    return itemOf(type, record, attributesOf[type](record, table));
  }
}

type Item = ReturnType<typeof itemOf>;

async function write(table: Table, items: Item[]): Promise<void> {
  let left = items.map((each) => ({ PutRequest: { Item: each as Record<string, unknown> } }));
  while (left.length > 0) {
    const { UnprocessedItems } = await table.doc.send(new BatchWriteCommand({ RequestItems: { [table.name]: left } }));
    left = (UnprocessedItems?.[table.name] ?? []) as typeof left;
  }
}
