import type { Assessment } from '../../shared/assessments/assessment.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, NominationId, WardId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Comment, Nomination, Sample } from '../../shared/nominations/nomination.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type Blobs, blobKey } from '../data/blobs.ts';
import { recordAt, type Sought } from '../data/guard.ts';
import { recordOf } from '../data/item.ts';
import { beginning, get, getMany, type Page, query, queryAllItems, queryItems } from '../data/read.ts';
import type { Write } from '../data/save.ts';
import { key, partition, type Table } from '../data/table.ts';
import { merchantsOfFrozen } from './frozen-list.ts';

export const findNomination = (table: Table, id: NominationId): Promise<Nomination | undefined> =>
  get(table, 'nomination', key.nomination(id));

/** The nomination that a request means, without what is under it. */
export const nominationAt = (seen: { id: NominationId; version?: number }): Sought<'nomination', Nomination> =>
  recordAt('nomination', seen, key.nomination(seen.id));

/** A nomination with everything under it. */
export type Dossier = { nomination: Nomination; assessments: Assessment[]; comments: Comment[]; samples: Sample[] };

/** A whole dossier in one Query, or undefined. */
export async function findDossier(table: Table, id: NominationId): Promise<Dossier | undefined> {
  const items = await queryAllItems(table, { pk: ['PK', key.nomination(id).PK] });
  const dossier: Omit<Dossier, 'nomination'> = { assessments: [], comments: [], samples: [] };
  let nomination: Nomination | undefined;
  for (const item of items) {
    if (item['type'] === 'nomination') nomination = recordOf('nomination', item);
    else if (item['type'] === 'assessment') dossier.assessments.push(recordOf('assessment', item));
    else if (item['type'] === 'comment') dossier.comments.push(recordOf('comment', item));
    else if (item['type'] === 'sample') dossier.samples.push(recordOf('sample', item));
  }
  return nomination && { ...dossier, nomination };
}

/** The nomination that a request means, with everything under it. */
export const dossierAt = ({ id, version }: { id: NominationId; version?: number }): Sought<'nomination', Dossier> => ({
  type: 'nomination',
  id,
  version,
  load: (table) => findDossier(table, id),
  record: ({ nomination }) => nomination,
});

/** A page of what a ward has put forward, in any programme, the newest first. */
export const nominationsOf = (table: Table, ward: WardId, limit: number, cursor?: string): Promise<Result<Page<Nomination>, Failure>> =>
  query(
    table,
    'nomination',
    { index: 'GSI2', pk: ['GSI2PK', partition.ward(ward)], sk: beginning('GSI2SK', 'NOMINATION#'), backwards: true },
    limit,
    cursor,
  );

/** A page (of at most 100) of what waits for the leadership of an authority, the longest waiting first. */
export async function awaitingDecision(
  table: Table,
  authority: AuthorityId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Nomination>, Failure>> {
  const page = await queryItems(table, { index: 'due', pk: ['DUEPK', partition.decisions(authority)] }, limit, cursor);
  if (!page.ok) return page;
  const keys = page.value.items.map(({ PK, SK }) => ({ PK: String(PK), SK: String(SK) }));
  return ok({ ...page.value, items: await getMany(table, 'nomination', keys) });
}

/** The merchants as frozen at a submission. */
export async function readSnapshot(blobs: Blobs, sha256: Parameters<typeof blobKey.snapshot>[0]): Promise<Merchant[]> {
  const bytes = await blobs.get(blobKey.snapshot(sha256));
  if (!bytes) throw new Error(`snapshot ${sha256} is missing`);
  return merchantsOfFrozen(bytes);
}

/** Takes place `n` of the ward's quota: the first writer wins, and the others learn who holds it. */
export function takeSlot(table: Table, nomination: Nomination, n: number): Write {
  const holder = (old: Record<string, unknown> | undefined) => (typeof old?.['nominationId'] === 'string' ? old['nominationId'] : '');
  return {
    operation: {
      Put: {
        TableName: table.name,
        Item: { ...slotKey(nomination, n), type: 'slot', nominationId: nomination.id },
        ConditionExpression: 'attribute_not_exists(PK) OR nominationId = :me',
        ExpressionAttributeValues: { ':me': nomination.id },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    otherwise: (old): Failure => ({ code: 'slot-taken', ward: nomination.wardName, kind: nomination.kind, holder: holder(old) }),
  };
}

/** Frees the place that the nomination holds; nothing to do when it holds none. */
export const freeSlot = (table: Table, nomination: Nomination): Write[] =>
  nomination.slot === undefined
    ? []
    : [
        {
          operation: { Delete: { TableName: table.name, Key: slotKey(nomination, nomination.slot) } },
          otherwise: () => ({ code: 'busy', retryAfterSeconds: 1 }),
        },
      ];

const slotKey = (nomination: Nomination, n: number) => key.slot(nomination.programmeId, nomination.wardId, nomination.kind, n);
