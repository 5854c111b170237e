import { useQuery } from '@tanstack/react-query';
import { api, ask } from './api.ts';

/** A unit by its id; names change rarely. */
export const useAuthority = (id: string) =>
  useQuery({ queryKey: ['authority', id], queryFn: () => ask(api.authorities[':id'].$get({ param: { id } })), staleTime: 3_600_000 });
