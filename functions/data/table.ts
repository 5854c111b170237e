import { createHmac } from 'node:crypto';
import { CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { filesOf } from '../../shared/certificates/certificate.ts';
import type { AuthorityId, CriteriaSetId, Day, MerchantId, NominationId, PersonId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import { fold } from '../../shared/text/fold.ts';
import { listedText } from './listed-certificate.ts';
import type { Records, RecordType } from './records.ts';

/** The one table, what writes to it are hashed with, and who wants to hear of changes. */
export type Table = {
  doc: DynamoDBDocumentClient;
  name: string;
  /** Key of the keyed hashes under which accounts, tax codes and phones are found again. */
  lookupKey: Uint8Array;
  /** Told after each acknowledged write; on AWS the table's stream tells the same. May be told twice or late. */
  report: (changes: readonly Reported[]) => void;
};
/** A record, or what was asked for beside records: a file of a ceremony that is to be made. */
export type Reported = { type: RecordType | 'ceremony-file'; record: unknown };
export type Key = { PK: string; SK: string };

/** Keys of single items: this file is the only place that spells them. */
export const key = {
  authority: (id: AuthorityId): Key => ({ PK: `AUTHORITY#${id}`, SK: 'AUTHORITY' }),
  person: (id: PersonId): Key => ({ PK: `PERSON#${id}`, SK: 'PERSON' }),
  login: (issuer: string, subject: string): Key => ({ PK: `LOGIN#${issuer}#${subject}`, SK: 'LOGIN' }),
  programme: (id: ProgrammeId): Key => ({ PK: `PROGRAMME#${id}`, SK: 'PROGRAMME' }),
  summary: (id: ProgrammeId): Key => ({ PK: `PROGRAMME#${id}`, SK: 'SUMMARY' }),
  ceremony: (id: ProgrammeId): Key => ({ PK: `PROGRAMME#${id}`, SK: 'CEREMONY' }),
  ceremonyFile: (id: ProgrammeId, fingerprint: string): Key => ({ PK: `PROGRAMME#${id}`, SK: `CEREMONY#FILE#${fingerprint}` }),
  slot: (programme: ProgrammeId, ward: AuthorityId, kind: string, n: number): Key => ({
    PK: `PROGRAMME#${programme}`,
    SK: `SLOT#${ward}#${kind}#${n}`,
  }),
  criteria: (id: CriteriaSetId, edition: number): Key => ({ PK: `CRITERIA#${id}`, SK: `EDITION#${padded(edition, 4)}` }),
  street: (id: StreetId): Key => ({ PK: `STREET#${id}`, SK: 'STREET' }),
  merchant: (street: StreetId, id: MerchantId): Key => ({ PK: `STREET#${street}`, SK: `MERCHANT#${id}` }),
  import: (street: StreetId, id: string): Key => ({ PK: `STREET#${street}`, SK: `IMPORT#${id}` }),
  nomination: (id: NominationId): Key => ({ PK: `NOMINATION#${id}`, SK: 'NOMINATION' }),
  sample: (id: NominationId, round: number): Key => ({ PK: `NOMINATION#${id}`, SK: `SAMPLE#${padded(round, 3)}` }),
  comment: (id: NominationId, comment: string): Key => ({ PK: `NOMINATION#${id}`, SK: `COMMENT#${comment}` }),
  assessment: (id: NominationId, round: number, person: PersonId): Key => ({
    PK: `NOMINATION#${id}`,
    SK: `ASSESSMENT#${padded(round, 3)}#${person}`,
  }),
  certificate: (code: string): Key => ({ PK: `CERTIFICATE#${code}`, SK: 'CERTIFICATE' }),
  /** A file of a certificate, by its content. */
  certificateFile: (sha256: string): Key => ({ PK: `FILE#${sha256}`, SK: 'CERTIFICATE' }),
  signingKey: (fingerprint: string): Key => ({ PK: partition.signingKeys, SK: fingerprint }),
  counter: (authority: AuthorityId, year: number): Key => ({ PK: `AUTHORITY#${authority}`, SK: `COUNTER#certificates#${year}` }),
  notice: (inbox: string, id: string): Key => ({ PK: partition.notices(inbox), SK: `NOTICE#${id}` }),
  /** Audit entries live beside their record, not under it: a dossier or a street stays one short Query however long its history (ADR 1). */
  audit: (record: string, version: number): Key => ({ PK: `AUDIT#${record}`, SK: padded(version, 8) }),
};

/** Partitions that lists are read from. */
export const partition = {
  unitsBelow: (parent: AuthorityId | undefined): string => `AUTHORITY#${parent ?? 'root'}`,
  authority: (id: AuthorityId): string => `AUTHORITY#${id}`,
  programme: (id: ProgrammeId): string => `PROGRAMME#${id}`,
  summaries: (top: AuthorityId): string => `SUMMARIES#${top}`,
  criteria: (id: CriteriaSetId): string => `CRITERIA#${id}`,
  ward: (id: AuthorityId): string => `WARD#${id}`,
  assessor: (id: PersonId): string => `ASSESSOR#${id}`,
  public: (province: string): string => `PUBLIC#${province}`,
  notices: (inbox: string): string => `NOTICES#${inbox}`,
  decisions: (authority: AuthorityId): string => `DECIDE#${authority}`,
  unfinishedFiles: 'RENDER',
  /** Every certificate, for the list that devices keep. */
  certificates: 'CERTIFICATES',
  unfinishedCeremonyFiles: 'CEREMONY-FILES',
  begunProgrammes: 'PROGRAMMES',
  signingKeys: 'SIGNING-KEYS',
  audit: (record: string): string => `AUDIT#${record}`,
  /** Accounts of the merchants in the wards directly below a unit, one beside the other: those that are shared lie together. */
  accounts: (unit: AuthorityId): string => `ACCOUNTS#${unit}`,
  /** Merchants are searched by the beginning of their folded name, within the unit above their ward; the first letter spreads the load. */
  merchantNames: (unit: AuthorityId, folded: string): string => `SEARCH#${unit}#${Array.from(folded.slice(0, 2))[0] ?? ''}`,
};

/** Name of the record in its audit entries, for example `MERCHANT#018f…`. */
export const recordName: { [T in RecordType]: (record: Records[T]) => string } = {
  authority: (r) => `AUTHORITY#${r.id}`,
  person: (r) => `PERSON#${r.id}`,
  programme: (r) => `PROGRAMME#${r.id}`,
  criteria: (r) => `CRITERIA#${r.id}#${r.edition}`,
  street: (r) => `STREET#${r.id}`,
  merchant: (r) => `MERCHANT#${r.id}`,
  import: (r) => `IMPORT#${r.id}`,
  nomination: (r) => `NOMINATION#${r.id}`,
  sample: (r) => `SAMPLE#${r.nominationId}#${r.round}`,
  comment: (r) => `COMMENT#${r.id}`,
  assessment: (r) => `ASSESSMENT#${r.nominationId}#${r.round}#${r.personId}`,
  certificate: (r) => `CERTIFICATE#${r.code}`,
  signingKey: (r) => `SIGNING-KEY#${r.fingerprint}`,
  ceremony: (r) => `CEREMONY#${r.programmeId}`,
};

/** Key and index attributes of a record: how each list of docs/data.md finds it. */
export const attributesOf: {
  [T in RecordType]: (record: Records[T], table: Pick<Table, 'lookupKey'>) => Key & Record<string, string | undefined>;
} = {
  authority: (r) => ({
    ...key.authority(r.id),
    GSI1PK: partition.unitsBelow(r.parentId),
    GSI1SK: `AUTHORITY#${fold(r.name)}#${r.validFrom}`,
  }),
  person: (r) => ({ ...key.person(r.id), GSI1PK: partition.authority(r.authorityId), GSI1SK: `PERSON#${fold(r.name)}#${r.id}` }),
  programme: (r) => ({
    ...key.programme(r.id),
    GSI1PK: partition.authority(r.advisingAuthorityId),
    GSI1SK: `PROGRAMME#${r.year}#${r.id}`,
    DUEPK: r.state === 'draft' ? undefined : partition.begunProgrammes,
    DUESK: r.state === 'draft' ? undefined : `${r.year}#${r.id}`,
  }),
  criteria: (r) => ({
    ...key.criteria(r.id, r.edition),
    GSI1PK: partition.authority(r.authorityId),
    GSI1SK: `CRITERIA#${fold(r.name)}#${r.id}#${padded(r.edition, 4)}`,
  }),
  street: (r) => ({
    ...key.street(r.id),
    GSI1PK: partition.ward(r.wardId),
    GSI1SK: `STREET#${fold(r.name)}#${r.id}`,
    GSI2PK: r.certified && partition.public(r.above.at(-1) ?? r.wardId),
    GSI2SK: r.certified && `${fold(r.name)}#${r.id}`,
    lockedBy: r.lockedBy,
  }),
  merchant: (r, table) => {
    const receiving = r.methods.find((each) => each.account && each.bankBin);
    const folded = fold(r.name);
    const unit = r.above[0] ?? r.wardId;
    const account = receiving && lookup(table, 'account', `${receiving.bankBin}:${receiving.account}`);
    const listed = r.state === 'active' ? account : undefined;
    return {
      ...key.merchant(r.streetId, r.id),
      ACCOUNT: account,
      TAXID: r.taxId && lookup(table, 'tax', r.taxId),
      PHONE: r.phone && lookup(table, 'phone', r.phone),
      NAMEPK: r.state === 'active' ? partition.merchantNames(unit, folded) : undefined,
      NAMESK: r.state === 'active' ? `${folded}#${r.id}` : undefined,
      DUEPK: listed && partition.accounts(unit),
      DUESK: listed && `${listed}#${r.id}`,
    };
  },
  import: (r) => key.import(r.streetId, r.id),
  nomination: (r) => ({
    ...key.nomination(r.id),
    GSI1PK: partition.programme(r.programmeId),
    GSI1SK: `NOMINATION#${r.wardId}#${r.id}`,
    GSI2PK: partition.ward(r.wardId),
    GSI2SK: `NOMINATION#${r.createdAt}#${r.id}`,
    DUEPK: awaitsDecision(r) ? partition.decisions(r.issuingAuthorityId) : undefined,
    DUESK: awaitsDecision(r) ? `${r.updatedAt}#${r.id}` : undefined,
  }),
  sample: (r) => key.sample(r.nominationId, r.round),
  comment: (r) => key.comment(r.nominationId, r.id),
  assessment: (r) => ({
    ...key.assessment(r.nominationId, r.round, r.personId),
    GSI1PK: partition.assessor(r.personId),
    GSI1SK: `${r.dueAt}#${r.nominationId}#${r.round}`,
  }),
  certificate: (r) => ({
    ...key.certificate(r.code),
    GSI1PK: partition.authority(r.issuingAuthorityId),
    GSI1SK: `CERTIFICATE#${r.year}#${padded(r.count, 6)}`,
    NAMEPK: partition.certificates,
    NAMESK: listedText(r),
    DUEPK: r.file.state === 'ready' ? undefined : partition.unfinishedFiles,
    DUESK: r.file.state === 'ready' ? undefined : r.code,
  }),
  signingKey: (r) => key.signingKey(r.fingerprint),
  ceremony: (r) => key.ceremony(r.programmeId),
};

/**
 * Items that lead to a record by something else than its key: written with the version that brings them and never taken away, so that a file
 * which was once handed out is recognised for ever.
 */
export const aliasKeysOf: { [T in RecordType]?: (record: Records[T]) => Key[] } = {
  certificate: (r) => filesOf(r).map(key.certificateFile),
};

/** Whether leadership has to say something: on a recommendation, or on a request about a certificate. */
const awaitsDecision = (r: Records['nomination']): boolean =>
  r.state === 'recommended' || (r.state === 'certified' && r.pending.kind !== 'none');

/** Keyed hash: equal values meet in an index, and the index tells nobody what they are. */
export const lookup = (table: Pick<Table, 'lookupKey'>, what: 'account' | 'tax' | 'phone', value: string): string =>
  createHmac('sha256', table.lookupKey).update(`${what}:${value}`).digest('base64url').slice(0, 22);

export const padded = (n: number, digits: number): string => String(n).padStart(digits, '0');

/** From this day's list: units that begin later are cut off by the reader, not by a key. */
export type AsOf = Day;

/** The indexes of the table, with what they hold of an item. */
export const indexes = [
  { IndexName: 'GSI1', pk: 'GSI1PK', sk: 'GSI1SK', projection: 'ALL' },
  { IndexName: 'GSI2', pk: 'GSI2PK', sk: 'GSI2SK', projection: 'ALL' },
  { IndexName: 'due', pk: 'DUEPK', sk: 'DUESK', projection: 'KEYS_ONLY' },
  { IndexName: 'account', pk: 'ACCOUNT', sk: 'PK', projection: 'KEYS_ONLY' },
  { IndexName: 'taxid', pk: 'TAXID', sk: 'PK', projection: 'KEYS_ONLY' },
  { IndexName: 'phone', pk: 'PHONE', sk: 'PK', projection: 'KEYS_ONLY' },
  { IndexName: 'name', pk: 'NAMEPK', sk: 'NAMESK', projection: 'KEYS_ONLY' },
] as const;
export type IndexName = (typeof indexes)[number]['IndexName'];

/** The table as CreateTable wants it; infra/aws declares the same from this list. */
export async function createTable(client: DynamoDBClient, name: string): Promise<'created' | 'exists'> {
  const attributes = new Set(['PK', 'SK', ...indexes.flatMap((index) => [index.pk, index.sk])]);
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'PK', KeyType: 'HASH' },
          { AttributeName: 'SK', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [...attributes].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
        GlobalSecondaryIndexes: indexes.map((index) => ({
          IndexName: index.IndexName,
          KeySchema: [
            { AttributeName: index.pk, KeyType: 'HASH' },
            { AttributeName: index.sk, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: index.projection },
        })),
      }),
    );
    return 'created';
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceInUseException') return 'exists';
    throw error;
  }
}
