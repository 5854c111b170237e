import type { Failure } from '../../shared/failures/failure.ts';
import type { MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Result } from '../../shared/result.ts';
import type { Figures } from '../../shared/streets/street.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { beginning, get, type Page, query, queryAll } from '../data/read.ts';
import { update, type Write } from '../data/save.ts';
import { key, type Table } from '../data/table.ts';

/** What a request says about the merchant that it changes: which one, and the version it saw. */
export type SeenMerchant = { streetId: StreetId; id: MerchantId; version: number };

/** The merchant that a request means. */
export const merchantAt = (seen: Omit<SeenMerchant, 'version'> & { version?: number }): Sought<'merchant', Merchant> =>
  recordAt('merchant', seen, key.merchant(seen.streetId, seen.id));

/** One merchant of a street, or undefined. */
export const findMerchant = (table: Table, street: StreetId, id: MerchantId): Promise<Merchant | undefined> =>
  get(table, 'merchant', key.merchant(street, id));

/** A page of the merchants of a street, in the order in which they were entered or listed. */
export const merchantsOf = (table: Table, street: StreetId, limit: number, cursor?: string): Promise<Result<Page<Merchant>, Failure>> =>
  query(table, 'merchant', rangeOf(street), limit, cursor);

/** Every merchant of a street, closed ones too: a street is bounded. */
export const allMerchantsOf = (table: Table, street: StreetId): Promise<Merchant[]> => queryAll(table, 'merchant', rangeOf(street));

const rangeOf = (street: StreetId) => ({ pk: ['PK', key.street(street).PK] as [string, string], sk: beginning('SK', 'MERCHANT#') });

/**
 * Adds to the street's figures in the transaction that changes its merchants. By the ward it only holds while no nomination has the
 * street; without any difference only that is checked.
 */
export function figuresWrite(table: Table, street: StreetId, delta: Figures, { byWard }: { byWard: boolean }): Write {
  const { outreach, ...counts } = delta;
  const steps = [
    ...Object.entries(counts).map(([name, by]) => ({ path: ['live', name], by })),
    ...Object.entries(outreach).map(([name, by]) => ({ path: ['live', 'outreach', name], by })),
  ].filter(({ by }) => by !== 0);
  const names = new Set(['lockedBy', ...steps.flatMap(({ path }) => path)]);
  const alias = new Map([...names].map((name, at) => [name, `#n${at}`]));
  const spelled = (path: readonly string[]) => path.map((name) => alias.get(name)).join('.');
  const condition = `attribute_exists(PK)${byWard ? ` AND attribute_not_exists(${spelled(['lockedBy'])})` : ''}`;
  const used = [...names].filter((name) => byWard || name !== 'lockedBy');
  const common = {
    ConditionExpression: condition,
    ...(used.length > 0 && { ExpressionAttributeNames: Object.fromEntries(used.map((name) => [alias.get(name) as string, name])) }),
  };
  const otherwise: Write['otherwise'] = (old) => {
    const lockedBy = old?.['lockedBy'];
    return old ? { code: 'street-locked', nominationId: String(lockedBy) } : { code: 'not-found', what: 'street', id: street };
  };
  if (steps.length > 0)
    return update(
      table,
      key.street(street),
      {
        UpdateExpression: `SET ${steps.map(({ path }, at) => `${spelled(path)} = ${spelled(path)} + :by${at}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(steps.map(({ by }, at) => [`:by${at}`, by])),
        ...common,
      },
      otherwise,
    );
  return {
    operation: {
      ConditionCheck: { TableName: table.name, Key: key.street(street), ReturnValuesOnConditionCheckFailure: 'ALL_OLD', ...common },
    },
    otherwise,
  };
}
