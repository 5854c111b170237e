import type { NominationId, ProgrammeId } from '../../shared/ids.ts';
import type { Scope } from '../../shared/people/policy.ts';
import { keptScope, nominationScope, programmeScope, unitScope, wardScope } from '../../shared/people/scope.ts';
import { get } from './read.ts';
import type { Records, RecordType } from './records.ts';
import { key, type Table } from './table.ts';

/** Where a record stands, as far as permission asks. A new type of record does not compile without its line. */
export const scopeOf: { [T in RecordType]: (record: Records[T], table: Table) => Scope | Promise<Scope> } = {
  authority: unitScope,
  person: keptScope,
  programme: programmeScope,
  criteria: keptScope,
  street: wardScope,
  merchant: wardScope,
  import: wardScope,
  nomination: nominationScope,
  sample: (record, table) => scopeOfNomination(table, record.nominationId),
  comment: (record, table) => scopeOfNomination(table, record.nominationId),
  assessment: (record, table) => scopeOfNomination(table, record.nominationId),
  // Who advised is not written on a certificate: it is read from its programme. Who issued it is, and stays.
  certificate: async (record, table) => ({
    ...(await scopeOfProgramme(table, record.programmeId)),
    ...wardScope(record),
    issuingAuthorityId: record.issuingAuthorityId,
  }),
  // The keys that sign are nobody's: no role reaches them.
  signingKey: () => ({}),
  ceremony: (record, table) => scopeOfProgramme(table, record.programmeId),
};

async function scopeOfNomination(table: Table, id: NominationId): Promise<Scope> {
  const nomination = await get(table, 'nomination', key.nomination(id));
  return nomination ? nominationScope(nomination) : {};
}

async function scopeOfProgramme(table: Table, id: ProgrammeId): Promise<Scope> {
  const programme = await get(table, 'programme', key.programme(id));
  return programme ? programmeScope(programme) : {};
}
