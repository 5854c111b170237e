import { useQuery } from '@tanstack/react-query';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';

/** A dossier on one page; every move of it makes this ask again. */
export const dossierKey = (id: string) => ['nomination', id] as const;

const askDossier = (id: string) => ask(api.nominations[':id'].$get({ param: { id } }));
const askProgramme = (id: string) => ask(api.programmes[':id'].$get({ param: { id } }));
const askStreet = (id: string) => ask(api.streets[':id'].$get({ param: { id } }));
const askHistory = (id: string) => ask(api.history.nomination[':id'].$get({ param: { id }, query: { limit: '99' } }));

export type DossierShown = Awaited<ReturnType<typeof askDossier>>;
export type NominationShown = DossierShown['nomination'];
export type AssessmentShown = DossierShown['assessments'][number];
export type ProgrammeShown = Awaited<ReturnType<typeof askProgramme>>;
export type HistoryShown = Awaited<ReturnType<typeof askHistory>>;

export const useDossier = (id: string) => useQuery({ queryKey: dossierKey(id), queryFn: () => askDossier(id) });
/** A programme; while its id is not known yet, nothing is asked. */
export const useProgramme = (id: string | undefined) =>
  useQuery({ queryKey: ['programme', id], queryFn: () => askProgramme(id ?? ''), enabled: Boolean(id) });
export const useStreet = (id: string) => useQuery({ queryKey: ['street', id], queryFn: () => askStreet(id) });
/** Lies under the dossier's key, so that whatever moves the dossier asks its history again too. The city has no right to it. */
export const useNominationHistory = (id: string) => {
  const { role } = useWorking();
  return useQuery({ queryKey: [...dossierKey(id), 'history'], queryFn: () => askHistory(id), enabled: role !== 'city' });
};

/** The address of a file of the dossier; it is valid for some minutes only. */
export const askFile = (id: string, sha256: string) =>
  ask(api.nominations[':id'].files[':sha256'].$get({ param: { id, sha256 } })).then(({ url }) => url);
export const useFile = (id: string, sha256: string) =>
  useQuery({
    queryKey: ['file', id, sha256],
    queryFn: () => askFile(id, sha256),
    staleTime: 120_000,
    gcTime: 120_000,
    meta: { keep: false },
  });
