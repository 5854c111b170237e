import { demoPassword, demoUnits } from '../../infra/local/demo-fixtures.ts';
import { signIn } from '../../infra/local/sign-in.ts';

/** What a data folder holds, as far as addresses are made of it. */
export type Ids = {
  programmes: string[];
  criteria: { id: string; edition: number }[];
  streets: { id: string; wardId: string }[];
  merchants: { id: string; streetId: string }[];
  imports: { id: string; streetId: string }[];
  nominations: string[];
  certificates: string[];
  people: string[];
};

/** What was answered at an address: its status, and how many things each list in it has, over all its pages. */
export type Answered = Record<string, [status: number, lists: Record<string, number>]>;

/** Who asks, and for what: every list and every record that this person may look at. */
export function questions(ids: Ids): { login?: string; paths: string[] }[] {
  const of = <T>(all: readonly T[], ...paths: ((one: T) => string)[]): string[] => paths.flatMap((path) => all.map(path));
  const district = 'hong-bang';
  const wards = demoUnits.filter(({ details }) => details.level === 'ward').map(({ id }) => id);
  const everybody = [
    '/api/public/streets',
    '/api/public/map',
    '/api/public/signing-keys',
    '/api/public/list-keys',
    ...of(ids.certificates, (code) => `/api/public/certificates/${code}`),
  ];
  const officer = [
    ...of(
      ids.programmes,
      (id) => `/api/programmes/${id}`,
      (id) => `/api/programmes/${id}/board`,
      (id) => `/api/programmes/${id}/summary`,
    ),
    ...of(ids.programmes, (id) => `/api/history/programme/${id}`),
    ...['', '/programmes', '/units', '/people', '/criteria-sets', '/shared-accounts'].map((list) => `/api/authorities/${district}${list}`),
    `/api/authorities/${district}/merchants?name=ca`,
    `/api/authorities/hai-phong/criteria-sets`,
    `/api/notices?role=officer&authorityId=${district}`,
    ...of(wards, (id) => `/api/wards/${id}/streets`),
    ...of(
      ids.streets,
      ({ id }) => `/api/streets/${id}`,
      ({ id }) => `/api/streets/${id}/merchants`,
      ({ id }) => `/api/history/street/${id}`,
    ),
    ...of(ids.nominations, ...['', '/check', '/changes', '/record'].map((what) => (id: string) => `/api/nominations/${id}${what}`)),
    ...of(ids.nominations, (id) => `/api/history/nomination/${id}`),
    ...of(ids.merchants.slice(0, 40), ({ id, streetId }) => `/api/streets/${streetId}/merchants/${id}`),
    ...of(ids.merchants.slice(0, 40), ({ id, streetId }) => `/api/history/merchant/${id}?streetId=${streetId}`),
    ...of(
      ids.certificates,
      (code) => `/api/certificates/${code}`,
      (code) => `/api/history/certificate/${code}`,
    ),
  ];
  const leader = [
    `/api/decisions?authorityId=${district}`,
    ...of(ids.programmes, (id) => `/api/programmes/${id}/ceremony`),
    `/api/notices?role=leader&authorityId=${district}`,
  ];
  const admin = [
    ...of(
      ids.people,
      (id) => `/api/people/${id}`,
      (id) => `/api/history/person/${id}`,
    ),
    ...of(ids.criteria, ({ id, edition }) => `/api/criteria-sets/${id}/editions/${edition}`),
    ...of(
      wards,
      (id) => `/api/authorities/${id}`,
      (id) => `/api/authorities/${id}/people`,
    ),
  ];
  const imports = (ward: string) =>
    ids.imports.flatMap(({ id, streetId }) =>
      ids.streets.some((street) => street.id === streetId && street.wardId === ward) ? [`/api/streets/${streetId}/imports/${id}`] : [],
    );
  return [
    { paths: everybody },
    { login: 'kinhte', paths: officer },
    { login: 'chutich', paths: leader },
    { login: 'quantri', paths: admin },
    ...['thamdinh1', 'thamdinh2'].map((login) => ({
      login,
      paths: ['/api/assessments', ...of(ids.nominations, (id) => `/api/nominations/${id}/assessment`)],
    })),
    ...wards.map((ward) => ({
      login: ward.replaceAll('-', ''),
      paths: [`/api/wards/${ward}/nominations`, `/api/notices?role=ward&authorityId=${ward}`, ...imports(ward)],
    })),
  ];
}

/** Asks the server for everything, as the people who may. */
export async function answersOf(origin: string, ids: Ids): Promise<Answered> {
  const answered: Answered = {};
  for (const { login, paths } of questions(ids)) {
    if (paths.length === 0) continue;
    const token = login && (await signIn(origin, login, demoPassword)).accessToken;
    const ask = (path: string) => fetch(`${origin}${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
    await inTurns(8, paths, async (path) => {
      answered[`${login ?? 'everybody'} ${path}`] = await allPages(ask, path);
    });
  }
  return Object.fromEntries(Object.entries(answered).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function allPages(ask: (path: string) => Promise<Response>, path: string): Promise<Answered[string]> {
  const lists: Record<string, number> = {};
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const response = await ask(cursor ? `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : path);
    const { status } = response;
    const text = await response.text();
    const output: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    if (status >= 400) return [status, {}];
    for (const [name, value] of Object.entries(output as Record<string, unknown>))
      if (Array.isArray(value)) lists[name] = (lists[name] ?? 0) + value.length;
    const { next } = output as { next?: string };
    cursor = next;
  }
  return [200, lists];
}

async function inTurns<T>(most: number, all: readonly T[], each: (one: T) => Promise<void>): Promise<void> {
  const queue = [...all];
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await each(next);
    }),
  );
}
