import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';

const askStreet = (id: string) => ask(api.streets[':id'].$get({ param: { id } }));
export type StreetShown = Awaited<ReturnType<typeof askStreet>>;

/** One street or market with its figures; `staleTime` 0 asks anew whenever a page is opened. */
export const useStreet = (id: string, staleTime?: number) =>
  useQuery({ queryKey: ['street', id], queryFn: () => askStreet(id), ...(staleTime !== undefined && { staleTime }) });
