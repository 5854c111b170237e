import type { SigningKey } from '../../shared/certificates/signing-key.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Result } from '../../shared/result.ts';
import { get, type Page, query } from '../data/read.ts';
import { key, partition, type Table } from '../data/table.ts';

/** The key with this fingerprint (SHA-256 of its X.509 certificate), if it ever signed a certificate of ours. */
export const findSigningKey = (table: Table, fingerprint: string): Promise<SigningKey | undefined> =>
  get(table, 'signingKey', key.signingKey(fingerprint));

/** Every key that ever signed: one comes every few years, so one page holds them. */
export const signingKeys = (table: Table): Promise<Result<Page<SigningKey>, Failure>> =>
  query(table, 'signingKey', { pk: ['PK', partition.signingKeys] }, 100);
