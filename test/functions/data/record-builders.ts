import { v7 as uuidv7 } from 'uuid';
import { findAuthority } from '../../../functions/authorities/store.ts';
import { findCertificate } from '../../../functions/certificates/store.ts';
import type { Records, RecordType } from '../../../functions/data/records.ts';
import { type Change, change, creation, save } from '../../../functions/data/save.ts';
import { commit } from '../../../functions/merchants/commit.ts';
import { allMerchantsOf } from '../../../functions/merchants/store.ts';
import { returnToWard } from '../../../functions/nominations/return.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { notify } from '../../../functions/notices/notify.ts';
import { findProgramme } from '../../../functions/programmes/store.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import { certificateCode, filesOf } from '../../../shared/certificates/certificate.ts';
import { type AuthorityId, type CertificateCode, ImportId, Sha256 } from '../../../shared/ids.ts';
import type { Nomination } from '../../../shared/nominations/nomination.ts';
import type { Unsaved } from '../../../shared/record.ts';
import { must } from '../../support/instance.ts';
import { details, type Situations } from '../http/situations.ts';

/**
 * One of everything that can be read, and a crowd around it: `grow` fills each list that a route reads, and the history of one nomination.
 * The crowd is made of copies, stored as such.
 */
export async function buildRecords(of: Situations) {
  const { deps, act, officer, assessor, programmeId } = of.town;
  const { table } = deps;
  const certified = await of.certified();
  const ceremonyFile = await of.ceremonyFile();
  const assessed = await of.assessed();
  const remarks = { reason: 'Thiếu', answerBy: '2023-11-03T17:00:00.000Z', comments: [] };
  const returned = must(await returnToWard(deps, act(officer), await of.submitted(), remarks));
  const assessing = await of.assessing();
  const [list, importId] = [await of.street(), ImportId.parse(uuidv7())];
  const person = await of.person();
  const criteria = await of.criteriaSet();
  const rows = Array.from({ length: 200 }, (_, n) => `${n + 1}\tPhở Hàng ${n + 1}\t${n + 1}\tx`).join('\n');
  const source = { kind: 'pasted' as const, text: `TT\tTên cơ sở\tSố nhà\tQR\n${rows}\n` };
  const plan = { source, rows: 'good-rows' as const, leaveOut: [], distinct: [] };
  must(await commit(deps, act(of.people.ward, importId), list.id, importId, plan));
  const imported = (await allMerchantsOf(table, list.id)).at(-1);
  const shop = await of.merchant(found(await findStreet(table, certified.streetId)));
  const visit = await of.visitOf(assessing.id);
  const model = {
    programme: found(await findProgramme(table, programmeId)),
    street: found(await findStreet(table, certified.streetId)),
    certificate: found(await findCertificate(table, certified.certificateCode)),
    authority: found(await findAuthority(table, 'minh-khai' as AuthorityId)),
  };
  if (!imported) throw new Error('nothing was imported');

  const copy = <T extends RecordType>(type: T, record: Records[T], other: Partial<Records[T]>): Change<RecordType> => {
    const { version: _, trail: __, ...fields } = record;
    return creation(table, act(officer), 'import.start', type, { ...fields, ...other } as never) as unknown as Change<RecordType>;
  };
  const id = () => uuidv7() as never;
  const another = (n: number): Change<RecordType>[] => [
    copy('merchant', shop, { id: id(), ...details(`Phở ${n}`) }),
    copy('merchant', shop, { id: id(), streetId: assessing.streetId, ...details(`Phở ${n}`) }),
    copy('merchant', shop, { id: id(), streetId: returned.streetId, ...details(`Phở ${n}`) }),
    copy('street', model.street, { id: id() }),
    copy('person', person, { id: id() }),
    copy('programme', model.programme, { id: id() }),
    copy('criteria', criteria, { id: id() }),
    copy('authority', model.authority, { id: `phuong-${n}-${uuidv7()}` as AuthorityId }),
    copy('nomination', certified, { id: id() }),
    copy(
      'nomination',
      { ...certified, pending: { kind: 'revocation', by: officer.id, at: certified.updatedAt, reason: 'Nghỉ' } },
      { id: id() },
    ),
    copy('assessment', visit, { nominationId: id() }),
    copy('certificate', model.certificate, {
      code: certificateCode(deps.random(12)) as CertificateCode,
      count: n + 10,
      // A file leads to one certificate only.
      file: { state: 'ready', sha256: Sha256.parse(Buffer.from(deps.random(32)).toString('hex')), size: 70_000 },
    }),
    creation(table, act(officer), 'nomination.comment', 'comment', {
      id: id(),
      nominationId: assessing.id,
      round: 1,
      by: officer.id,
      byName: officer.name,
      at: deps.now().toISOString(),
      field: 'street.from',
      text: 'Ghi rõ số nhà',
    }) as Change<RecordType>,
  ];
  let there = 0;
  return {
    certified,
    /** What the file of the certificate is found by. */
    hash: filesOf(model.certificate)[0] ?? '',
    ceremonyFile,
    assessed,
    returned,
    assessing,
    list,
    importId,
    imported,
    person,
    criteria,
    shop,
    assessor,
    async grow(to: number): Promise<void> {
      let nomination: Nomination = found(await findDossier(table, assessing.id)).nomination;
      for (; there < to; there++) {
        const [first, ...more] = another(there);
        const { version: _, trail: __, ...fields } = nomination;
        const next = change(table, act(officer), 'nomination.edit', 'nomination', nomination, fields as Unsaved<Nomination>);
        must(await save(table, next, [first as Change<RecordType>, ...more]));
        nomination = next.record;
        await notify(deps, { ...certified, id: id() });
      }
    },
  };
}
export type BuiltRecords = Awaited<ReturnType<typeof buildRecords>>;

function found<T>(record: T | undefined): T {
  if (record === undefined) throw new Error('what was just made is gone');
  return record;
}
