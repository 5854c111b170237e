import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Actor, Role } from '../../shared/person.ts';
import { api, ask } from '../server/api.ts';
import { currentSession, onSession, type Session } from './session.ts';

export const useSession = (): Session => useSyncExternalStore(onSession, currentSession);

/** Who is signed in, with all roles. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => ask(api.me.$get()), staleTime: 300_000 });

/** In which role somebody works just now: a person with several roles switches, and never acts in two at once. */
export type Working = { me: Actor; role: Role; authorityId: AuthorityId };
export const WorkingContext = createContext<Working | undefined>(undefined);

/** The role somebody works in; only pages behind the sign-in ask. */
export function useWorking(): Working {
  const working = useContext(WorkingContext);
  if (!working) throw new Error('This page is shown to people who are signed in only.');
  return working;
}
