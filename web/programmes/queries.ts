import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';

type Page<T> = { items: T[]; next?: string | undefined };

/** Every page of a list that is bounded, one after the other. */
export async function everyPage<T>(page: (query: { limit: string; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const next: Page<T> = await page({ limit: '200', ...(cursor !== undefined && { cursor }) });
    items.push(...next.items);
    cursor = next.next;
  } while (cursor !== undefined);
  return items;
}

const askProgrammes = (authorityId: string) =>
  everyPage((query) => ask(api.authorities[':id'].programmes.$get({ param: { id: authorityId }, query })));
const askBoard = (programmeId: string) =>
  everyPage((query) => ask(api.programmes[':id'].board.$get({ param: { id: programmeId }, query })));
const askUnits = (authorityId: string) =>
  everyPage((query) => ask(api.authorities[':id'].units.$get({ param: { id: authorityId }, query })));
const askPeople = (authorityId: string) =>
  everyPage((query) => ask(api.authorities[':id'].people.$get({ param: { id: authorityId }, query })));

const askSets = (authorityId: string) =>
  everyPage((query) => ask(api.authorities[':id']['criteria-sets'].$get({ param: { id: authorityId }, query })));

export type BoardRow = Awaited<ReturnType<typeof askBoard>>[number];

/** Programmes that an authority advises, the newest first. */
export const useProgrammes = (authorityId: string) =>
  useQuery({ queryKey: ['programmes', 'advised', authorityId], queryFn: () => askProgrammes(authorityId) });

export const boardKey = (programmeId: string) => ['board', programmeId] as const;

/** All nominations of a programme, asked again every twenty seconds while somebody looks. */
export const useBoard = (programmeId: string) =>
  useQuery({
    queryKey: boardKey(programmeId),
    queryFn: () => askBoard(programmeId),
    refetchInterval: 20_000,
    placeholderData: keepPreviousData,
  });

/** Units directly below an authority. */
export const useUnits = (authorityId: string) =>
  useQuery({ queryKey: ['units', 'all', authorityId], queryFn: () => askUnits(authorityId), staleTime: 600_000 });

/** People of an authority; personal data, so it is not kept on the device. */
export const usePeople = (authorityId: string) =>
  useQuery({ queryKey: ['people', 'all', authorityId], queryFn: () => askPeople(authorityId), staleTime: 60_000, meta: { keep: false } });

/** Criteria sets of an authority in all their editions; without an authority nothing is asked. */
export const useCriteriaSets = (authorityId: string | undefined) =>
  useQuery({ queryKey: ['criteria-sets', 'all', authorityId], queryFn: () => askSets(authorityId ?? ''), enabled: Boolean(authorityId) });
