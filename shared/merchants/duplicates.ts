import { nameKey } from '../text/fold.ts';
import { addressKey, parseAddress } from '../text/house-number.ts';
import type { MerchantDetails } from './merchant.ts';

/** What is compared: a merchant of the registry, or a row of a list under an id of its own. */
export type Comparable = Pick<MerchantDetails, 'name' | 'place' | 'taxId' | 'phone' | 'methods'> & {
  id: string;
  distinctFrom: readonly string[];
};

export type Strength = 'same' | 'maybe';
export const reasons = ['place-and-name', 'tax-id', 'phone', 'account', 'similar-name'] as const;
export type Reason = (typeof reasons)[number];
export type Pair<M> = { a: M; b: M; strength: Strength; because: Reason[] };

/**
 * Pairs on one street that may be one merchant entered twice (domain "Merchants"): *same* by place and folded name, or by two of tax
 * code, phone and account; *maybe* by one of these three, or by a similar name at the same number. Pairs that a person called distinct
 * are left out. In the order of `b`, `a` before `b` as given. Linear: a merchant is compared with the nearest ones that share something.
 * @param street name of the street, for places that are only a number
 */
export function duplicatesAmong<M extends Comparable>(merchants: readonly M[], street: string): Pair<M>[] {
  const buckets = new Map<string, number[]>();
  const names = merchants.map((merchant) => nameKey(merchant.name));
  return merchants.flatMap((b, at) => {
    const found = new Map<number, Set<Reason>>();
    for (const { key, reason } of keysOf(b, names[at] as string, street)) {
      const bucket = buckets.get(key) ?? [];
      for (const other of bucket.slice(-mostCompared)) {
        if (reason === 'similar-name' && !areSimilar(names[other] as string, names[at] as string)) continue;
        const because = found.get(other) ?? new Set<Reason>();
        found.set(other, because.add(reason));
      }
      bucket.push(at);
      buckets.set(key, bucket);
    }
    return [...found]
      .sort(([x], [y]) => x - y)
      .map(([other, because]) => pairOf(merchants[other] as M, b, because))
      .filter(({ a }) => !a.distinctFrom.includes(b.id) && !b.distinctFrom.includes(a.id));
  });
}

// A market whose stalls all pay into one account would otherwise give pairs with the square of their number.
const mostCompared = 20;

function keysOf(merchant: Comparable, name: string, street: string): { key: string; reason: Reason }[] {
  const place = addressKey(merchant.place, street);
  const hasNumber = parseAddress(merchant.place, street).number !== '';
  const accounts = new Set(merchant.methods.flatMap(({ account, bankBin }) => (account ? [`${bankBin ?? ''}:${account}`] : [])));
  return [
    { key: `same ${place}|${name}`, reason: 'place-and-name' },
    ...(hasNumber ? [{ key: `place ${place}`, reason: 'similar-name' } as const] : []),
    ...(merchant.taxId ? [{ key: `tax ${merchant.taxId}`, reason: 'tax-id' } as const] : []),
    ...(merchant.phone ? [{ key: `phone ${merchant.phone}`, reason: 'phone' } as const] : []),
    ...[...accounts].map((account) => ({ key: `account ${account}`, reason: 'account' }) as const),
  ];
}

function pairOf<M>(a: M, b: M, because: ReadonlySet<Reason>): Pair<M> {
  const shared = (['tax-id', 'phone', 'account'] as const).filter((reason) => because.has(reason)).length;
  const strength = because.has('place-and-name') || shared >= 2 ? 'same' : 'maybe';
  return { a, b, strength, because: reasons.filter((reason) => because.has(reason)) };
}

/** Two different name keys that a tired clerk may have meant as one: all words of the shorter are in the longer, or a few letters differ. */
function areSimilar(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const words = new Set(long.split(' '));
  if (short.length >= 4 && short.split(' ').every((word) => words.has(word))) return true;
  return isWithin(short, long, Math.floor(short.length / 6));
}

/** Whether at most `most` letters have to be changed, added or taken away (Levenshtein distance), in a band of that width. */
function isWithin(a: string, b: string, most: number): boolean {
  if (most < 1 || b.length - a.length > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = Array.from({ length: b.length + 1 }, () => most + 1);
    if (i <= most) next[0] = i;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1);
    }
    row = next;
  }
  return (row[b.length] as number) <= most;
}
