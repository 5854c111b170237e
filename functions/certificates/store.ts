import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, CertificateCode } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { beginning, get, getByAlias, getItem, getMany, type Page, query, queryItems } from '../data/read.ts';
import { update, type Write } from '../data/save.ts';
import { key, partition, type Table } from '../data/table.ts';

/** The certificate that a request means. */
export const certificateAt = ({ code, version }: { code: CertificateCode; version?: number }): Sought<'certificate', Certificate> =>
  recordAt('certificate', { id: code, version }, key.certificate(code));

export const findCertificate = (table: Table, code: string): Promise<Certificate | undefined> =>
  get(table, 'certificate', key.certificate(code));

/** The certificate that was handed out as these bytes. */
export const findCertificateOfFile = (table: Table, sha256: string): Promise<Certificate | undefined> =>
  getByAlias(table, 'certificate', key.certificateFile(sha256));

/** Several certificates by code, up to 100; unknown ones are left out. */
export const findCertificates = (table: Table, codes: readonly CertificateCode[]): Promise<Certificate[]> =>
  getMany(table, 'certificate', codes.map(key.certificate));

/** A page of an authority's certificates of one year, by number. */
export const certificatesOf = (
  table: Table,
  authority: AuthorityId,
  year: number,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Certificate>, Failure>> =>
  query(
    table,
    'certificate',
    { index: 'GSI1', pk: ['GSI1PK', partition.authority(authority)], sk: beginning('GSI1SK', `CERTIFICATE#${year}#`) },
    limit,
    cursor,
  );

/** Codes of certificates whose file is not there yet. */
export async function unfinished(table: Table): Promise<CertificateCode[]> {
  const page = await queryItems(table, { index: 'due', pk: ['DUEPK', partition.unfinishedFiles] }, 100);
  return page.ok ? page.value.items.map((item) => String(item['DUESK']) as CertificateCode) : [];
}

/** The last number that was given out by an authority in a year, read consistently; 0 before the first. */
export async function lastNumber(table: Table, authority: AuthorityId, year: number): Promise<number> {
  const counter = await getItem(table, key.counter(authority, year));
  return Number(counter?.['n'] ?? 0);
}

/** Moves the counter from what was seen to the last number taken: without a gap or a repeat, because it commits with the certificates. */
export const takeNumbers = (table: Table, authority: AuthorityId, year: number, seen: number, last: number): Write =>
  update(
    table,
    key.counter(authority, year),
    {
      UpdateExpression: 'SET n = :last',
      ConditionExpression: seen === 0 ? 'attribute_not_exists(n)' : 'n = :seen',
      ExpressionAttributeValues: { ':last': last, ...(seen > 0 && { ':seen': seen }) },
    },
    () => ({ code: 'busy', retryAfterSeconds: 2 }),
  );
