import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';

const askStreet = (id: string) => ask(api.streets[':id'].$get({ param: { id } }));
export type StreetShown = Awaited<ReturnType<typeof askStreet>>;

/** One street or market with its figures. */
export const useStreet = (id: string) => useQuery({ queryKey: ['street', id], queryFn: () => askStreet(id) });
