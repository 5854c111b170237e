import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/**
 * An item out of DynamoDB's own notation (`{ name: { S: 'Tam Bạc' } }`). The document client translates answers but not errors, and the
 * old item of a failed condition comes inside the error.
 */
export const plainItem = (item: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));

function plain(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(plain);
  if (value.M !== undefined) return plainItem(value.M);
  if (value.NULL !== undefined) return null;
  throw new Error(`an item holds a kind of value that is never written here: ${Object.keys(value).join()}`);
}
