import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import * as z from 'zod/mini';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Actor, Role } from '../../shared/people/person.ts';
import { api, ask } from '../server/api.ts';
import { fromStorage } from './from-storage.ts';
import { currentSession, onSession, type Session } from './session.ts';

export const useSession = (): Session => useSyncExternalStore(onSession, currentSession);

const kept = 'pho-so.me';
const isActor = z.looseObject({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.looseObject({ role: z.string(), authorityId: z.string() })),
});
const Kept = z.object({ subject: z.string(), me: z.custom<Actor>((value) => isActor.safeParse(value).success) });

/** Who is signed in, with all roles; known at once also without a network, because every page stands on it. */
export function useMe(subject: string): UseQueryResult<Actor> {
  return useQuery({
    queryKey: ['me', subject],
    queryFn: async () => {
      const me = await ask(api.me.$get());
      localStorage.setItem(kept, JSON.stringify({ subject, me }));
      return me as Actor;
    },
    initialData: () => {
      const last = Kept.safeParse(fromStorage(kept)).data;
      return last?.subject === subject ? last.me : undefined;
    },
    // Known, but asked for again at once: roles may have changed.
    initialDataUpdatedAt: 0,
    staleTime: 300_000,
  });
}

/** In which role somebody works just now: a person with several roles switches, and never acts in two at once. */
export type Working = { me: Actor; role: Role; authorityId: AuthorityId };
export const WorkingContext = createContext<Working | undefined>(undefined);

/** The role somebody works in; only pages behind the sign-in ask. */
export function useWorking(): Working {
  const working = useContext(WorkingContext);
  if (!working) throw new Error('This page is shown to people who are signed in only.');
  return working;
}
