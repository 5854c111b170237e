import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';

const askCeremony = (id: string) => ask(api.programmes[':id'].ceremony.$get({ param: { id } }));
const askFile = (id: string, fingerprint: string) =>
  ask(api.programmes[':id'].ceremony.files[':fingerprint'].$get({ param: { id, fingerprint } }));

export type CeremonyShown = Awaited<ReturnType<typeof askCeremony>>;
export type HandoverShown = CeremonyShown['handovers'][number];
export type FileShown = CeremonyShown['files'][number];

export const ceremonyKey = (id: string) => ['ceremony', id] as const;

/** The ceremony of a programme; asked again now and then, and soon while files of certificates are still being made. */
export const useCeremony = (id: string) =>
  useQuery({
    queryKey: ceremonyKey(id),
    queryFn: () => askCeremony(id),
    refetchInterval: ({ state }) =>
      state.data?.handovers.some((each) => each.state === 'final' && each.file === 'pending') ? 3_000 : 30_000,
  });

/** A file on its way, asked again until it is there or has failed. */
export const useFile = (id: string, { state, fingerprint }: FileShown) =>
  useQuery({
    queryKey: ['ceremony-file', id, fingerprint],
    queryFn: () => askFile(id, fingerprint),
    enabled: state === 'asked' || state === 'making',
    refetchInterval: ({ state: { data } }) => (data?.file.state === 'ready' || data?.file.state === 'failed' ? false : 700),
    meta: { keep: false },
  });

/** The address of a file that is there; it is good for some minutes, so it is asked for when somebody wants the file. */
export const addressOfFile = async (id: string, fingerprint: string): Promise<string | undefined> => (await askFile(id, fingerprint)).url;
