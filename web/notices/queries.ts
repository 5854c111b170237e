import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Role } from '../../shared/people/person.ts';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';

type Box = { role: Role; authorityId: AuthorityId };
const askNotices = (box: Box, cursor?: string) => ask(api.notices.$get({ query: { ...box, limit: '50', ...(cursor && { cursor }) } }));
export type NoticeShown = Awaited<ReturnType<typeof askNotices>>['items'][number];

/** Notices of the role that somebody works in, the newest first, page by page. */
export function useNotices() {
  const { role, authorityId } = useWorking();
  return useInfiniteQuery({
    queryKey: ['notices', role, authorityId],
    queryFn: ({ pageParam }) => askNotices({ role, authorityId }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
}

/** How many of them are unread, asked again every minute while the app is open. */
export function useUnread() {
  const { role, authorityId } = useWorking();
  return useQuery({
    queryKey: ['notices', role, authorityId, 'unread'],
    queryFn: () => ask(api.notices.unread.$get({ query: { role, authorityId } })),
    refetchInterval: 60_000,
    select: ({ unread }) => unread,
  });
}

/** Marks notices as read. */
export function useReading(done?: (count: number) => void) {
  const { role, authorityId } = useWorking();
  return useAction({
    perform: (ids: string[]) => ask(api.notices.reading.$post({ json: { role, authorityId, ids } })),
    changes: [['notices', role, authorityId]],
    done: ({ ids }) => done?.(ids.length),
  });
}
