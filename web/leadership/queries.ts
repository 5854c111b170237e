import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { NominationShown } from '../nominations/queries.ts';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';

const askQueue = (authorityId: string, cursor?: string) =>
  ask(api.decisions.$get({ query: { authorityId, limit: '100', ...(cursor && { cursor }) } }));
export type CertifiedShown = Extract<NominationShown, { state: 'certified' }>;
export type Waiting = Awaited<ReturnType<typeof askQueue>>['items'][number];

/** Everything that waits for the leadership of the authority somebody works for, asked again every half a minute. */
export function useQueue() {
  const { authorityId } = useWorking();
  return useQuery({
    queryKey: ['decisions', authorityId],
    queryFn: async () => {
      const all: Waiting[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await askQueue(authorityId, cursor);
        all.push(...page.items);
        if (page.next === undefined) return all;
        cursor = page.next;
      }
    },
    refetchInterval: 30_000,
  });
}

/** What a decision changes on this device. */
export const decided = (id?: string) => [
  ['decisions'],
  id ? ['nomination', id] : ['nomination'],
  ['certificates'],
  ['certificate'],
  ['ceremony'],
  ['street'],
  ['board'],
  ['notices'],
];

/** What was just decided leaves the queue at once, also where the list is not on the screen. */
export function useLeaveQueue(): (ids: readonly string[]) => void {
  const queries = useQueryClient();
  return (ids) =>
    queries.setQueriesData({ queryKey: ['decisions'] }, (was: Waiting[] | undefined) => was?.filter(({ id }) => !ids.includes(id)));
}
