import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';

const askQueue = (authorityId: string, cursor?: string) =>
  ask(api.decisions.$get({ query: { authorityId, limit: '100', ...(cursor && { cursor }) } }));
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
  ['street'],
  ['board'],
  ['notices'],
];
