import { exported } from '../http/requests.ts';
import type { Situations } from '../http/situations.ts';
import type { BuiltRecords } from './record-builders.ts';

export type Limit = { by?: keyof Situations['people']; path: (it: BuiltRecords, of: Situations) => string; calls: string; units: number };
const limit = (calls: string, units: number, path: Limit['path'], by: Limit['by'] = 'officer'): Limit => ({ by, path, calls, units });
const page = 'limit=10';

/**
 * What each route may ask of the database, after the one read that says who asks: the calls, and the read units at ten records a page.
 * A `Get` beside a list is the record that says whether this person may see it.
 */
export const readRoutes: Record<string, Limit> = {
  '/api/public/streets': limit('Query', 1.5, () => `/api/public/streets?${page}`),
  '/api/public/map': limit('Query', 60, () => '/api/public/map'),
  '/api/public/streets/{id}': limit('Query', 3, ({ certified }) => `/api/public/streets/${certified.streetId}?${page}`),
  '/api/public/certificates/{code}': limit('Get', 1, ({ certified }) => `/api/public/certificates/${certified.certificateCode}`),
  '/api/public/certificates/by-hash/{sha256}': limit('Get Get', 2, ({ hash }) => `/api/public/certificates/by-hash/${hash}`),
  '/api/public/signing-keys': limit('Query', 1, () => '/api/public/signing-keys'),
  '/api/public/certificate-list': limit('Query', 5, () => '/api/public/certificate-list'),
  '/api/public/list-keys': limit('', 0, () => '/api/public/list-keys'),
  '/api/me': limit('', 0, () => '/api/me'),
  '/api/authorities/{id}': limit('Get', 1, () => '/api/authorities/hong-bang'),
  '/api/authorities/{id}/units': limit('Query', 1, () => `/api/authorities/hong-bang/units?${page}`),
  '/api/authorities/{id}/people': limit('Get Query', 2, () => `/api/authorities/hong-bang/people?${page}`),
  '/api/authorities/{id}/programmes': limit('Query', 2, () => `/api/authorities/hong-bang/programmes?${page}`),
  '/api/authorities/{id}/overview': limit('Get Query', 2, () => `/api/authorities/hong-bang/overview?year=2023&${page}`),
  '/api/authorities/{id}/merchants': limit('BatchGet Get Query', 11.5, () => `/api/authorities/hong-bang/merchants?name=pho&${page}`),
  '/api/authorities/{id}/shared-accounts': limit('BatchGet Get Query', 11.5, () => `/api/authorities/hong-bang/shared-accounts?${page}`),
  '/api/authorities/{id}/criteria-sets': limit('Query', 3, () => `/api/authorities/hong-bang/criteria-sets?${page}`),
  '/api/criteria-sets/{id}/editions/{edition}': limit('Get', 1, ({ criteria }) => `/api/criteria-sets/${criteria.id}/editions/1`),
  '/api/people/{id}': limit('Get', 1, ({ person }) => `/api/people/${person.id}`, 'admin'),
  '/api/programmes/{id}': limit('Get', 1, (_, { town: fixture }) => `/api/programmes/${fixture.programmeId}`),
  '/api/programmes/{id}/board': limit('Get Query', 4, (_, { town: fixture }) => `/api/programmes/${fixture.programmeId}/board?${page}`),
  '/api/programmes/{id}/summary': limit('Get Get', 2, (_, { town: fixture }) => `/api/programmes/${fixture.programmeId}/summary`),
  '/api/programmes/{id}/ceremony': limit(
    'BatchGet Get Query Query',
    600,
    (_, { town: fixture }) => `/api/programmes/${fixture.programmeId}/ceremony`,
    'leader',
  ),
  '/api/programmes/{id}/ceremony/files/{fingerprint}': limit('Get Get', 2, ({ ceremonyFile }) => ceremonyFile, 'leader'),
  '/api/wards/{wardId}/streets': limit('Get Query', 2.5, () => `/api/wards/minh-khai/streets?${page}`),
  '/api/wards/{wardId}/nominations': limit('Get Query', 4, () => `/api/wards/minh-khai/nominations?${page}`, 'ward'),
  '/api/streets/{id}': limit('Get', 1, ({ list }) => `/api/streets/${list.id}`),
  '/api/streets/{streetId}/imports/{importId}': limit(
    'Get Get',
    2,
    ({ list, importId }) => `/api/streets/${list.id}/imports/${importId}`,
    'ward',
  ),
  '/api/streets/{streetId}/merchants': limit('Get Query', 4, ({ list }) => `/api/streets/${list.id}/merchants?${page}`),
  '/api/streets/{streetId}/merchants/{merchantId}': limit('Get', 1, ({ shop }) => `/api/streets/${shop.streetId}/merchants/${shop.id}`),
  '/api/streets/{streetId}/merchants/{merchantId}/account-users': limit(
    'BatchGet Get Query',
    105,
    ({ shop }) => `/api/streets/${shop.streetId}/merchants/${shop.id}/account-users`,
  ),
  '/api/streets/{streetId}/duplicates': limit('Get Query', 50, ({ assessing }) => `/api/streets/${assessing.streetId}/duplicates`),
  '/api/nominations/{id}': limit('Get Query', 35, ({ assessing }) => `/api/nominations/${assessing.id}`),
  '/api/nominations/{id}/assessment': limit(
    'Get Get Query',
    40,
    ({ assessing }) => `/api/nominations/${assessing.id}/assessment`,
    'assessor',
  ),
  '/api/nominations/{id}/record': limit('Get Get Query', 10, ({ assessed }) => `/api/nominations/${assessed.id}/record`),
  '/api/nominations/{id}/documents/submission': limit(
    'BatchGet BatchGet Get Get Query',
    40,
    ({ assessing }) => `/api/nominations/${assessing.id}/documents/submission`,
  ),
  '/api/nominations/{id}/documents/assessment': limit(
    'BatchGet BatchGet Get Query',
    10,
    ({ assessed }) => `/api/nominations/${assessed.id}/documents/assessment`,
  ),
  '/api/programmes/{id}/documents/recommendation': limit(
    'BatchGet BatchGet Get Get Query',
    150,
    (_, { town: fixture }) => `/api/programmes/${fixture.programmeId}/documents/recommendation`,
  ),
  '/api/programmes/{id}/documents/decision': limit(
    'BatchGet BatchGet Get Query',
    150,
    (_, { town: fixture }) => `/api/programmes/${fixture.programmeId}/documents/decision`,
  ),
  '/api/programmes/{id}/documents/results': limit(
    'BatchGet BatchGet Get Query',
    150,
    (_, { town: fixture }) => `/api/programmes/${fixture.programmeId}/documents/results`,
  ),
  '/api/nominations/{id}/check': limit('Get Get Query Query', 80, ({ assessing }) => `/api/nominations/${assessing.id}/check`),
  '/api/nominations/{id}/changes': limit('Get Query Query', 80, ({ returned }) => `/api/nominations/${returned.id}/changes`),
  '/api/nominations/{id}/files/{sha256}': limit(
    'Query',
    35,
    ({ assessing }) => `/api/nominations/${assessing.id}/files/${assessing.files[0]?.sha256}`,
  ),
  '/api/assessments': limit('Query', 1, () => `/api/assessments?${page}`, 'assessor'),
  '/api/certificates': limit('Get Query', 3, () => `/api/certificates?authorityId=hong-bang&year=2023&${page}`),
  '/api/certificates/{code}': limit('Get Get', 2, ({ certified }) => `/api/certificates/${certified.certificateCode}`),
  '/api/certificates/{code}/file': limit('Get Get', 2, ({ certified }) => `/api/certificates/${certified.certificateCode}/file`),
  '/api/notices': limit('Query', 2, () => `/api/notices?role=officer&authorityId=hong-bang&${page}`),
  '/api/notices/unread': limit('Query', 12, () => '/api/notices/unread?role=officer&authorityId=hong-bang'),
  '/api/decisions': limit('BatchGet Query', 12, () => `/api/decisions?authorityId=hong-bang&${page}`, 'leader'),
  '/api/history/authority/{id}': limit('BatchGet Get Get Query', 4, () => `/api/history/authority/minh-khai?${page}`, 'admin'),
  '/api/history/person/{id}': limit('BatchGet Get Get Query', 4, ({ person }) => `/api/history/person/${person.id}?${page}`, 'admin'),
  '/api/history/programme/{id}': limit(
    'BatchGet Get Get Query',
    4,
    (_, { town: fixture }) => `/api/history/programme/${fixture.programmeId}?${page}`,
  ),
  '/api/history/criteria/{id}': limit(
    'BatchGet Get Get Query',
    4,
    ({ criteria }) => `/api/history/criteria/${criteria.id}?edition=1&${page}`,
    'admin',
  ),
  '/api/history/street/{id}': limit('BatchGet Get Get Query', 5, ({ certified }) => `/api/history/street/${certified.streetId}?${page}`),
  '/api/history/merchant/{id}': limit(
    'BatchGet Get Query Query',
    6,
    ({ imported }) => `/api/history/merchant/${imported.id}?streetId=${imported.streetId}&${page}`,
  ),
  '/api/history/nomination/{id}': limit('BatchGet Get Get Query', 6, ({ assessing }) => `/api/history/nomination/${assessing.id}?${page}`),
  '/api/history/certificate/{id}': limit(
    'BatchGet Get Get Get Query',
    5,
    ({ certified }) => `/api/history/certificate/${certified.certificateCode}?${page}`,
  ),
  '/tuyen-duong': limit('Query Query', 60, () => '/tuyen-duong'),
  '/tuyen-duong/{id}': limit('Query', 80, ({ certified }) => `/tuyen-duong/${certified.streetId}`),
  '/C/{code}': limit('Get', 1, ({ certified }) => `/C/${certified.certificateCode}`),
};
/** An export reads its list to the end, a page after the other: the same calls, each as often as there are pages. */
for (const path of exported) {
  const list = readRoutes[`/api${path}`] as Limit;
  readRoutes[`/api/exports${path}`] = {
    ...list,
    units: 1000,
    path: (it, of) => list.path(it, of).replace('/api/', '/api/exports/').replace(page, 'format=csv'),
  };
}
// It names the units of its rows.
readRoutes['/api/exports/authorities/{id}/overview'] = {
  ...(readRoutes['/api/exports/authorities/{id}/overview'] as Limit),
  calls: 'BatchGet Get Query',
};
