import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';

const askSets = (id: string) => ask(api.authorities[':id']['criteria-sets'].$get({ param: { id }, query: { limit: '100' } }));
const askSet = (id: string, edition: string) => ask(api['criteria-sets'][':id'].editions[':edition'].$get({ param: { id, edition } }));

export type CriteriaSetShown = Awaited<ReturnType<typeof askSet>>;

/** The editions of every set of an authority, by name. */
export const useCriteriaSets = (id: string) => useQuery({ queryKey: ['criteria-sets', id], queryFn: () => askSets(id) });

export const useCriteriaSet = (id: string, edition: string) =>
  useQuery({ queryKey: ['criteria-set', id, edition], queryFn: () => askSet(id, edition) });
