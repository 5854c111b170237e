import { useQuery } from '@tanstack/react-query';
import type { NominationState } from '../../shared/nominations/nomination.ts';
import { api, ask } from '../server/api.ts';

const askStreets = (wardId: string, cursor?: string) =>
  ask(api.wards[':wardId'].streets.$get({ param: { wardId }, query: { limit: '200', ...(cursor && { cursor }) } }));
const askNominations = (wardId: string) => ask(api.wards[':wardId'].nominations.$get({ param: { wardId }, query: { limit: '100' } }));
const askProgrammes = (id: string) => ask(api.authorities[':id'].programmes.$get({ param: { id }, query: { limit: '20' } }));

export type WardStreet = Awaited<ReturnType<typeof askStreets>>['items'][number];
export type WardNomination = Awaited<ReturnType<typeof askNominations>>['items'][number];
export type WardProgramme = Awaited<ReturnType<typeof askProgrammes>>['items'][number];

/** Every street and market of a ward: there are dozens, not thousands. */
export const useWardStreets = (wardId: string) =>
  useQuery({
    queryKey: ['streets', wardId],
    queryFn: async () => {
      const all: WardStreet[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await askStreets(wardId, cursor);
        all.push(...page.items);
        if (page.next === undefined) return all;
        cursor = page.next;
      }
    },
  });

/** What the ward has put forward, the newest first. */
export const useWardNominations = (wardId: string) =>
  useQuery({ queryKey: ['nominations', wardId], queryFn: async () => (await askNominations(wardId)).items });

/** The programmes that a ward takes part in, the newest first: whoever stands above it may run one, and so may the ward itself. */
export const useWardProgrammes = (wardId: string) =>
  useQuery({
    queryKey: ['programmes', 'of-ward', wardId],
    queryFn: async () => {
      const { above } = await ask(api.authorities[':id'].$get({ param: { id: wardId } }));
      const pages = await Promise.all([wardId, ...above].map(askProgrammes));
      return pages
        .flatMap(({ items }) => items)
        .filter((programme) => programme.state !== 'draft' && programme.wardIds.some((id) => id === wardId))
        .sort((a, b) => b.registrationOpensAt.localeCompare(a.registrationOpensAt));
    },
    staleTime: 60_000,
  });

/** What a dossier still lacks, as the server says; asked anew whenever a page is opened. */
export const useCheck = (id: string) =>
  useQuery({
    queryKey: ['nomination', id, 'check'],
    queryFn: () => ask(api.nominations[':id'].check.$get({ param: { id } })),
    staleTime: 0,
  });

const over: readonly NominationState[] = ['withdrawn', 'declined', 'revoked'];
/** Whether a dossier still goes on or has led to a certificate: only then it stands for its street. */
export const isLive = ({ state }: { state: NominationState }): boolean => !over.includes(state);
