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
import type { ActionName, Place } from '../../shared/policy.ts';
import type { Versioned } from '../../shared/record.ts';
import { findAuthority } from '../authorities/store.ts';
import { findCertificate } from '../certificates/store.ts';
import { findCriteriaSet } from '../criteria/store.ts';
import { recordName, type Table } from '../data/table.ts';
import { findMerchant } from '../merchants/store.ts';
import { findNomination } from '../nominations/store.ts';
import { findPerson } from '../people/store.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';

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
export type Traced = { name: string; place: Place; record: Versioned; importId?: ImportId };

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
    case 'authority': {
      const record = await findAuthority(table, subject.id);
      return record && { name: recordName.authority(record), place: { above: [record.id, ...record.above] }, record };
    }
    case 'person': {
      const record = await findPerson(table, subject.id);
      return record && { name: recordName.person(record), place: { above: [record.authorityId, ...record.above] }, record };
    }
    case 'programme': {
      const record = await findProgramme(table, subject.id);
      return record && { name: recordName.programme(record), place: inProgramme(record), record };
    }
    case 'criteria': {
      const record = await findCriteriaSet(table, subject.id, subject.edition);
      return record && { name: recordName.criteria(record), place: { above: [record.authorityId, ...record.above] }, record };
    }
    case 'street': {
      const record = await findStreet(table, subject.id);
      return record && { name: recordName.street(record), place: inWard(record), record };
    }
    case 'merchant': {
      const record = await findMerchant(table, subject.streetId, subject.id);
      if (!record) return undefined;
      const from = record.imported && { importId: record.imported.importId };
      return { name: recordName.merchant(record), place: inWard(record), record, ...from };
    }
    case 'nomination': {
      const record = await findNomination(table, subject.id);
      return record && { name: recordName.nomination(record), place: { ...inWard(record), ...inProgramme(record) }, record };
    }
    case 'certificate': {
      const record = await findCertificate(table, subject.id);
      const programme = record && (await findProgramme(table, record.programmeId));
      return (
        record && {
          name: recordName.certificate(record),
          place: { ...(programme && inProgramme(programme)), ...inWard(record), issuingAuthorityId: record.issuingAuthorityId },
          record,
        }
      );
    }
  }
}

type Standing = { above: readonly AuthorityId[] };
const inWard = ({ wardId, above }: Standing & { wardId: AuthorityId }): Place => ({ wardId, above });
const inProgramme = (record: Standing & { advisingAuthorityId: AuthorityId; issuingAuthorityId: AuthorityId }): Place => ({
  advisingAuthorityId: record.advisingAuthorityId,
  issuingAuthorityId: record.issuingAuthorityId,
  above: record.above,
});
