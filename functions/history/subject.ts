import type {
  AuthorityId,
  CertificateCode,
  CriteriaSetId,
  ImportId,
  MerchantId,
  NominationId,
  PersonId,
  ProgrammeId,
  StreetId,
} from '../../shared/ids.ts';
import type { ActionName, Scope } from '../../shared/people/policy.ts';
import type { Versioned } from '../../shared/record.ts';
import { authorityAt } from '../authorities/store.ts';
import { certificateAt } from '../certificates/store.ts';
import { criteriaSetAt } from '../criteria/store.ts';
import type { Sought } from '../data/guard.ts';
import type { Records, RecordType } from '../data/records.ts';
import { scopeOf } from '../data/scope.ts';
import { recordName, type Table } from '../data/table.ts';
import { merchantAt } from '../merchants/store.ts';
import { nominationAt } from '../nominations/store.ts';
import { personAt } from '../people/store.ts';
import { programmeAt } from '../programmes/store.ts';
import { streetAt } from '../streets/store.ts';

/** What a history can be asked of; a merchant is found through its street. */
export type Subject =
  | { type: 'authority'; id: AuthorityId }
  | { type: 'person'; id: PersonId }
  | { type: 'programme'; id: ProgrammeId }
  | { type: 'criteria'; id: CriteriaSetId; edition: number }
  | { type: 'street'; id: StreetId }
  | { type: 'merchant'; id: MerchantId; streetId: StreetId }
  | { type: 'nomination'; id: NominationId }
  | { type: 'certificate'; id: CertificateCode };

/** A record as its history needs it: its name in the entries, where it stands, its present version, and the import it came from. */
export type Traced = { name: string; scope: Scope; record: Versioned; importId?: ImportId };

export const permissionOf = {
  authority: 'authority.history',
  person: 'person.history',
  programme: 'programme.history',
  criteria: 'criteria.history',
  street: 'street.history',
  merchant: 'merchant.history',
  nomination: 'nomination.history',
  certificate: 'certificate.history',
} as const satisfies Record<Subject['type'], ActionName>;

/** Loads the record that a history is asked of, or undefined. */
export async function trace(table: Table, subject: Subject): Promise<Traced | undefined> {
  switch (subject.type) {
    case 'authority':
      return traced(table, authorityAt(subject));
    case 'person':
      return traced(table, personAt(subject));
    case 'programme':
      return traced(table, programmeAt(subject));
    case 'criteria':
      return traced(table, criteriaSetAt(subject));
    case 'street':
      return traced(table, streetAt(subject));
    case 'merchant':
      return traced(table, merchantAt(subject), ({ imported }) => imported?.importId);
    case 'nomination':
      return traced(table, nominationAt(subject));
    case 'certificate':
      return traced(table, certificateAt({ code: subject.id }));
  }
}

async function traced<T extends RecordType>(
  table: Table,
  { type, load }: Sought<T, Records[T]>,
  importOf: (record: Records[T]) => ImportId | undefined = () => undefined,
): Promise<Traced | undefined> {
  const record = await load(table);
  if (!record) return undefined;
  const importId = importOf(record);
  return { name: recordName[type](record), scope: await scopeOf[type](record, table), record, ...(importId && { importId }) };
}
