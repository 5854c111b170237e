import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';

const askPeople = (id: string, cursor?: string) =>
  ask(api.authorities[':id'].people.$get({ param: { id }, query: { limit: '100', ...(cursor && { cursor }) } }));
const askPerson = (id: string) => ask(api.people[':id'].$get({ param: { id } }));

export type PersonShown = Awaited<ReturnType<typeof askPerson>>;

/** The people of an authority, by name, page after page. */
export const usePeople = (id: string) =>
  useInfiniteQuery({
    queryKey: ['people', id],
    queryFn: ({ pageParam }) => askPeople(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });

export const usePerson = (id: string) => useQuery({ queryKey: ['person', id], queryFn: () => askPerson(id) });
