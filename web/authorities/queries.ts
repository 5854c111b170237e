import { useQueries, useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';
import { useAuthority } from '../server/authority.ts';

const hour = 3_600_000;
const askUnit = (id: string) => ask(api.authorities[':id'].$get({ param: { id } }));
const askBelow = (id: string) => ask(api.authorities[':id'].units.$get({ param: { id }, query: { limit: '200' } }));

export type UnitShown = Awaited<ReturnType<typeof askUnit>>;

/** The units directly below one, ended ones too: a page shows those of its day. */
export const useUnitsBelow = (id: string) => useQuery({ queryKey: ['units', id], queryFn: () => askBelow(id) });

/** From the unit somebody works for down to one below it, both included; while names are coming, ids stand for them. */
export function useChain(root: string, id: string): { id: string; name: string }[] {
  const unit = useAuthority(id);
  const above: string[] = unit.data?.above ?? [];
  const until = id === root ? -1 : above.indexOf(root);
  const ids = until < 0 ? [] : above.slice(0, until + 1).reverse();
  const found = useQueries({
    queries: ids.map((each) => ({ queryKey: ['authority', each], queryFn: () => askUnit(each), staleTime: hour })),
  });
  return [...ids.map((each, at) => ({ id: each, name: found[at]?.data?.name ?? each })), { id, name: unit.data?.name ?? id }];
}
