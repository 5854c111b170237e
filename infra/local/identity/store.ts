import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import * as z from 'zod/mini';

/** The table and how time is told; sessions, grants and tokens of the sign-in live in the same table as the registry. */
export type IdentityTable = { doc: DynamoDBDocumentClient; name: string };

export type IdentityStore = {
  adapter: (model: string) => Adapter;
  /** Ends the sessions and grants of a person; refresh tokens die with their grant. */
  signOutEverywhere: (subject: string) => Promise<void>;
  /** Deletes what has expired since the last sweep, however long ago that was; tells how many items. */
  sweepExpired: () => Promise<number>;
};

const Item = z.object({
  PK: z.string(),
  payload: z.string(),
  groups: z.array(z.string()),
  ttl: z.number(),
  consumed: z.optional(z.number()),
});
type Item = z.infer<typeof Item>;

/** Longest life of anything stored here, in days: as far back as the first sweep must look. */
const longestLife = 100;
/** A used refresh token is remembered this long, so that its theft is noticed. */
const rememberUsed = 86_400;

/**
 * Stores what oidc-provider keeps: an item `OIDC#model#id`, pointers to it under its groups (grant, person, session uid) and one under the
 * day on which it expires, because the embedded database does not delete by `ttl`. Expiry is checked on every read as well.
 */
export function identityStore({ doc, name }: IdentityTable, now: () => Date): IdentityStore {
  const seconds = () => Math.floor(now().getTime() / 1000);

  async function read(PK: string): Promise<Item | undefined> {
    // What a client sends as an id may be anything; DynamoDB refuses keys over 2 KB.
    if (Buffer.byteLength(PK) > 1000) return undefined;
    const { Item: found } = await doc.send(new GetCommand({ TableName: name, Key: { PK, SK: 'OIDC' }, ConsistentRead: true }));
    const item = found && Item.parse(found);
    return item && item.ttl > seconds() ? item : undefined;
  }

  async function members(group: string): Promise<string[]> {
    const found: string[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await doc.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'PK = :group',
          ExpressionAttributeValues: { ':group': group },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      found.push(...(page.Items ?? []).map((item) => String(item['SK'])));
      from = page.LastEvaluatedKey;
    } while (from);
    return found;
  }

  /** Deletes an item with its pointers; with `before` only when it has expired by then. */
  async function remove(PK: string, before?: number): Promise<boolean> {
    const condition =
      before === undefined
        ? {}
        : {
            ConditionExpression: '#ttl <= :before',
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: { ':before': before },
          };
    const { Attributes: old } = await doc
      .send(new DeleteCommand({ TableName: name, Key: { PK, SK: 'OIDC' }, ReturnValues: 'ALL_OLD', ...condition }))
      .catch(ifConditionFailed({ Attributes: undefined }));
    if (!old) return false;
    await deleteAll(Item.parse(old).groups.map((group) => ({ PK: group, SK: PK })));
    return true;
  }

  async function deleteAll(keys: { PK: string; SK: string }[]): Promise<void> {
    for (let start = 0; start < keys.length; start += 25) {
      await doc.send(
        new BatchWriteCommand({ RequestItems: { [name]: keys.slice(start, start + 25).map((Key) => ({ DeleteRequest: { Key } })) } }),
      );
    }
  }

  const put = (item: Record<string, unknown>) => ({ Put: { TableName: name, Item: item } });

  function adapter(model: string): Adapter {
    const keyOf = (id: string) => `OIDC#${model}#${id}`;
    const find = async (PK: string | undefined): Promise<AdapterPayload | undefined> => {
      const item = PK === undefined ? undefined : await read(PK);
      return item && { ...JSON.parse(item.payload), ...(item.consumed !== undefined && { consumed: item.consumed }) };
    };
    return {
      async upsert(id, payload, expiresIn) {
        const PK = keyOf(id);
        const ttl = seconds() + (expiresIn ?? longestLife * 86_400);
        const groups = groupsOf(model, payload);
        const pointers = [...groups, expiryGroup(ttl)].map((group) => put({ PK: group, SK: PK, ttl }));
        await doc.send(
          new TransactWriteCommand({
            TransactItems: [put({ PK, SK: 'OIDC', payload: JSON.stringify(payload), groups, ttl }), ...pointers],
          }),
        );
      },
      find: (id) => find(keyOf(id)),
      findByUid: async (uid) => find((await members(uidGroup(model, uid)))[0]),
      // Only the device flow looks people up by code, and it is off.
      findByUserCode: async () => undefined,
      async consume(id) {
        const ttl = seconds() + rememberUsed;
        const key = { PK: keyOf(id), SK: 'OIDC' };
        const used = await doc
          .send(
            new UpdateCommand({
              TableName: name,
              Key: key,
              UpdateExpression: 'SET #consumed = :at, #ttl = :ttl',
              // Of two requests with the same code or token one wins, and the other must not get tokens too.
              ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(#consumed)',
              ExpressionAttributeNames: { '#ttl': 'ttl', '#consumed': 'consumed' },
              ExpressionAttributeValues: { ':at': seconds(), ':ttl': ttl },
            }),
          )
          .catch(ifConditionFailed(undefined));
        if (!used) throw new errors.InvalidGrant('already used');
        await doc.send(new PutCommand({ TableName: name, Item: { PK: expiryGroup(ttl), SK: key.PK, ttl } }));
      },
      destroy: async (id) => void (await remove(keyOf(id))),
      async revokeByGrantId(grantId) {
        for (const PK of await members(grantGroup(grantId))) if (PK.startsWith(keyOf(''))) await remove(PK);
      },
    };
  }

  return {
    adapter,

    async signOutEverywhere(subject) {
      for (const PK of await members(personGroup(subject))) {
        const item = await read(PK);
        if (item && JSON.parse(item.payload).accountId === subject) await remove(PK);
      }
    },

    async sweepExpired() {
      const state = { PK: 'OIDCEXPIRY', SK: 'SWEPT' };
      const until = dayOf(seconds());
      const { Item: last } = await doc.send(new GetCommand({ TableName: name, Key: state }));
      let swept = 0;
      for (let day = Number(last?.['day'] ?? until - longestLife); day < until; day += 1) {
        const group = `OIDCEXPIRY#${day}`;
        const due = await members(group);
        for (const PK of due) swept += Number(await remove(PK, seconds()));
        await deleteAll(due.map((PK) => ({ PK: group, SK: PK })));
      }
      await doc.send(new PutCommand({ TableName: name, Item: { ...state, day: until } }));
      return swept;
    },
  };
}

const dayOf = (seconds: number): number => Math.floor(seconds / 86_400);
const expiryGroup = (ttl: number): string => `OIDCEXPIRY#${dayOf(ttl)}`;
const grantGroup = (id: string): string => `OIDCGRANT#${id}`;
const personGroup = (subject: string): string => `OIDCPERSON#${subject}`;
const uidGroup = (model: string, uid: string): string => `OIDCUID#${model}#${uid}`;

function groupsOf(model: string, payload: AdapterPayload): string[] {
  const owned = model === 'Session' || model === 'Grant';
  return [
    ...(payload.grantId !== undefined && !owned && model !== 'Interaction' ? [grantGroup(payload.grantId)] : []),
    ...(payload.accountId !== undefined && owned ? [personGroup(payload.accountId)] : []),
    ...(payload.uid !== undefined && model === 'Session' ? [uidGroup(model, payload.uid)] : []),
  ];
}

/** Whether a write was refused because its condition did not hold, alone or in a transaction: an answer, not an error. */
export const failedCondition = (error: unknown): boolean =>
  error instanceof ConditionalCheckFailedException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).some((reason) => reason.Code === 'ConditionalCheckFailed'));

const ifConditionFailed =
  <T>(answer: T) =>
  (error: unknown): T => {
    if (failedCondition(error)) return answer;
    throw error;
  };
