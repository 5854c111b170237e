import type { Merchant } from '../../shared/merchants/merchant.ts';

type Listed = Omit<Merchant, 'trail'>;
export type AccountGroup<M = Listed> = { account: string; merchants: M[] };

/** The groups of several pages: one that was cut by the edge of a page is whole again, and what then has one merchant is shared with nobody. */
export function merged<M>(pages: readonly (readonly AccountGroup<M>[])[]): AccountGroup<M>[] {
  const groups = new Map<string, M[]>();
  for (const { account, merchants } of pages.flat()) groups.set(account, [...(groups.get(account) ?? []), ...merchants]);
  return [...groups].map(([account, merchants]) => ({ account, merchants })).filter(({ merchants }) => merchants.length > 1);
}
