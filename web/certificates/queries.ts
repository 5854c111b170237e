import { useQuery } from '@tanstack/react-query';
import type { AuthorityId } from '../../shared/ids.ts';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';

const askCertificate = (code: string) => ask(api.certificates[':code'].$get({ param: { code } }));
const askList = (authorityId: string, year: number, cursor?: string) =>
  ask(api.certificates.$get({ query: { authorityId, year: String(year), limit: '200', ...(cursor && { cursor }) } }));
export type CertificateShown = Awaited<ReturnType<typeof askCertificate>>;

/** One certificate; while its file is not there it is asked again, soon at first and then less often. */
export const useCertificate = (code: string) =>
  useQuery({
    queryKey: ['certificate', code],
    queryFn: () => askCertificate(code),
    refetchInterval: ({ state }) =>
      state.data?.file.state === 'ready' ? false : Math.min(1000 * 2 ** (state.dataUpdateCount - 1), 30_000),
  });

/** Every certificate that an authority issued in a year, by number. */
export const useCertificates = (authorityId: string, year: number) =>
  useQuery({
    queryKey: ['certificates', authorityId, year],
    queryFn: async () => {
      const all: CertificateShown[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await askList(authorityId, year, cursor);
        all.push(...page.items);
        if (page.next === undefined) return all;
        cursor = page.next;
      }
    },
  });

/** The history of a certificate. */
export const useCertificateHistory = (code: string) =>
  useQuery({
    queryKey: ['certificate', code, 'history'],
    queryFn: () => ask(api.history.certificate[':id'].$get({ param: { id: code }, query: { limit: '99' } })),
  });

/** Authorities whose certificates somebody may list: their own, and for those above first the units directly below. */
export function useIssuers() {
  const { role, authorityId } = useWorking();
  return useQuery({
    queryKey: ['issuers', role, authorityId],
    queryFn: async (): Promise<AuthorityId[]> => {
      if (role !== 'city' && role !== 'admin') return [authorityId];
      const below = await ask(api.authorities[':id'].units.$get({ param: { id: authorityId }, query: { limit: '200' } }));
      return [...below.items.map(({ id }) => id), authorityId];
    },
    staleTime: 600_000,
  });
}
