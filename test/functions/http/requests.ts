import { v7 as uuidv7 } from 'uuid';
import { findCeremony } from '../../../functions/ceremony/store.ts';
import { closeMerchant } from '../../../functions/merchants/close.ts';
import { commit } from '../../../functions/merchants/commit.ts';
import { createMerchant } from '../../../functions/merchants/create.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { disable } from '../../../functions/people/disable.ts';
import { open } from '../../../functions/programmes/open.ts';
import { ImportId, MerchantId } from '../../../shared/ids.ts';
import { must } from '../../support/instance.ts';
import { twoQuestions } from '../../support/programme-fixture.ts';
import { notMade, signedAndUploaded } from './certificate-files.ts';
import { details, detailsOf, type Situations } from './situations.ts';

/** A request that its sender may make and that succeeds: `body` is asked with the id of the action. */
export type Request = { by: keyof Situations['people']; path: string; body?: (actionId: string) => object };
type Make = (of: Situations) => Promise<Request>;

const rows = 'TT\tTên cơ sở\tSố nhà\tQR\n1\tPhở Bắc\t1\tx\n2\tCà phê Phố\t3\tx\n';
const plan = { source: { kind: 'pasted' as const, text: rows }, rows: 'good-rows' as const, leaveOut: [], distinct: [] };
const get =
  (by: Request['by'], path: (of: Situations) => Promise<string> | string): Make =>
  async (of) => ({ by, path: await path(of) });
const moved = ({ version }: { version: number }, more: object = {}) => ({
  body: (actionId: string) => ({ actionId, version, ...more }),
});
/** A move of a nomination that was brought into a situation. */
const move =
  (by: Request['by'], situation: (of: Situations) => Promise<{ id: string; version: number }>, end: string, more: object = {}): Make =>
  async (of) => {
    const nomination = await situation(of);
    return { by, path: `/api/nominations/${nomination.id}${end}`, ...moved(nomination, more) };
  };
const shop = async (of: Situations) => {
  const merchant = await of.merchant();
  return { merchant, path: `/api/streets/${merchant.streetId}/merchants/${merchant.id}` };
};
const imported = async (of: Situations) => {
  const [street, id] = [await of.street(), ImportId.parse(uuidv7())];
  must(await commit(of.town.deps, of.town.act(of.people.ward, id), street.id, id, plan));
  return `/api/streets/${street.id}/imports/${id}`;
};
const editionOf = ({ id, edition }: { id: string; edition: number }) => `/api/criteria-sets/${id}/editions/${edition}`;
const newUnit = { code: '11399', level: 'ward', name: 'Phường Mới', parentId: 'hong-bang', validFrom: '2023-01-01' };

/** One good request for each route of the API: a route without one fails the test. */
export const requests: Record<string, Make> = {
  'GET /api/me': get('ward', () => '/api/me'),
  'POST /api/authorities': async () => ({
    by: 'admin',
    path: '/api/authorities',
    body: (actionId) => ({ actionId, id: `moi-${actionId}`, details: newUnit }),
  }),
  'GET /api/authorities/{id}': get('ward', () => '/api/authorities/hong-bang'),
  'PUT /api/authorities/{id}': async (of) => {
    const unit = await of.unit();
    const next = { name: 'Phường Hạ Lý', validUntil: '2024-12-30' };
    return { by: 'admin', path: `/api/authorities/${unit.id}`, ...moved(unit, next) };
  },
  'GET /api/authorities/{id}/units': get('ward', () => '/api/authorities/hong-bang/units'),
  'GET /api/authorities/{id}/people': get('officer', () => '/api/authorities/hong-bang/people'),
  'GET /api/authorities/{id}/programmes': get('ward', () => '/api/authorities/hong-bang/programmes'),
  'GET /api/authorities/{id}/overview': get('city', () => '/api/authorities/hong-bang/overview?year=2023'),
  'GET /api/authorities/{id}/shared-accounts': get('officer', () => '/api/authorities/hong-bang/shared-accounts'),
  'GET /api/authorities/{id}/merchants': get('officer', () => '/api/authorities/hong-bang/merchants?name=pho'),
  'GET /api/authorities/{id}/criteria-sets': get('officer', () => '/api/authorities/hong-bang/criteria-sets'),
  'POST /api/criteria-sets': async () => ({
    by: 'admin',
    path: '/api/criteria-sets',
    body: (id) => ({ id, authorityId: 'hong-bang', details: { name: 'Bộ tiêu chí', checklist: twoQuestions } }),
  }),
  'POST /api/criteria-sets/{id}/editions': async (of) => ({
    by: 'admin',
    path: `/api/criteria-sets/${(await of.criteriaSet()).id}/editions`,
    body: (actionId) => ({ actionId }),
  }),
  'GET /api/criteria-sets/{id}/editions/{edition}': get('officer', async (of) => editionOf(await of.criteriaSet())),
  'PUT /api/criteria-sets/{id}/editions/{edition}': async (of) => {
    const set = await of.criteriaDraft();
    return { by: 'admin', path: editionOf(set), ...moved(set, { details: { name: 'Bộ tiêu chí', checklist: twoQuestions } }) };
  },
  'POST /api/criteria-sets/{id}/editions/{edition}/publication': async (of) => {
    const set = await of.criteriaDraft();
    return { by: 'admin', path: `${editionOf(set)}/publication`, ...moved(set) };
  },
  'POST /api/criteria-sets/{id}/editions/{edition}/retirement': async (of) => {
    const set = await of.criteriaSet();
    return { by: 'admin', path: `${editionOf(set)}/retirement`, ...moved(set) };
  },
  'POST /api/people': async () => ({
    by: 'admin',
    path: '/api/people',
    body: (id) => ({ id, details: { name: 'Lê Thu', login: `thu-${id}`, authorityId: 'hong-bang', roles: [] } }),
  }),
  'GET /api/people/{id}': get('admin', async (of) => `/api/people/${(await of.person()).id}`),
  'PUT /api/people/{id}': async (of) => {
    const person = await of.person();
    return { by: 'admin', path: `/api/people/${person.id}`, ...moved(person, { name: 'Lê Thu Hà', roles: [] }) };
  },
  'POST /api/people/{id}/disabling': async (of) => {
    const person = await of.person();
    return { by: 'admin', path: `/api/people/${person.id}/disabling`, ...moved(person) };
  },
  'POST /api/people/{id}/enabling': async (of) => {
    const { deps, act } = of.town;
    const person = must(await disable(deps, act(of.people.admin), await of.person()));
    return { by: 'admin', path: `/api/people/${person.id}/enabling`, ...moved(person) };
  },
  'POST /api/people/{id}/invitation': async (of) => {
    const person = await of.person();
    return { by: 'admin', path: `/api/people/${person.id}/invitation`, ...moved(person) };
  },
  'POST /api/personal-data/search': async () => ({
    by: 'admin',
    path: '/api/personal-data/search',
    body: () => ({ authorityId: 'hong-bang', sought: { by: 'phone', value: '0912345678' } }),
  }),
  'POST /api/personal-data/merchants/{streetId}/{merchantId}/export': async (of) => {
    const { id, streetId, version } = await of.merchant();
    return { by: 'admin', path: `/api/personal-data/merchants/${streetId}/${id}/export`, ...moved({ version }, { reason: 'Đơn số 1' }) };
  },
  'POST /api/personal-data/merchants/{streetId}/{merchantId}/erasure': async (of) => {
    const { id, streetId, version } = await of.merchant();
    return { by: 'admin', path: `/api/personal-data/merchants/${streetId}/${id}/erasure`, ...moved({ version }, { reason: 'Đơn số 1' }) };
  },
  'POST /api/personal-data/people/{id}/export': async (of) => {
    const person = await of.person();
    return { by: 'admin', path: `/api/personal-data/people/${person.id}/export`, ...moved(person, { reason: 'Đơn số 2' }) };
  },
  'POST /api/personal-data/people/{id}/erasure': async (of) => {
    const { deps, act } = of.town;
    const person = must(await disable(deps, act(of.people.admin), await of.person()));
    return { by: 'admin', path: `/api/personal-data/people/${person.id}/erasure`, ...moved(person, { reason: 'Đơn số 2' }) };
  },
  'POST /api/programmes': async (of) => {
    const facts = detailsOf(await of.programme());
    return { by: 'officer', path: '/api/programmes', body: (id) => ({ id, details: facts }) };
  },
  'GET /api/programmes/{id}': get('ward', async (of) => `/api/programmes/${(await of.programme()).id}`),
  'PUT /api/programmes/{id}': async (of) => {
    const programme = await of.programme();
    return { by: 'officer', path: `/api/programmes/${programme.id}`, ...moved(programme, { details: detailsOf(programme) }) };
  },
  'POST /api/programmes/{id}/opening': async (of) => {
    const programme = await of.programme();
    return { by: 'officer', path: `/api/programmes/${programme.id}/opening`, ...moved(programme) };
  },
  'POST /api/programmes/{id}/extension': async (of) => {
    const later = { reason: 'Bão số 3', registrationClosesAt: '2023-11-01T17:00:00.000Z' };
    const programme = must(await open(of.town.deps, of.town.act(of.people.officer), await of.programme()));
    return { by: 'officer', path: `/api/programmes/${programme.id}/extension`, ...moved(programme, later) };
  },
  'POST /api/programmes/{id}/closing': async (of) => {
    const programme = must(await open(of.town.deps, of.town.act(of.people.officer), await of.programme()));
    return { by: 'officer', path: `/api/programmes/${programme.id}/closing`, ...moved(programme) };
  },
  'GET /api/programmes/{id}/board': get('officer', (of) => `/api/programmes/${of.town.programmeId}/board`),
  'GET /api/programmes/{id}/ceremony': get('leader', async (of) => `/api/programmes/${(await of.certified()).programmeId}/ceremony`),
  'PUT /api/programmes/{id}/ceremony': async (of) => {
    const { id } = await of.recommended();
    const version = (await findCeremony(of.town.deps.table, of.town.programmeId))?.version ?? 0;
    return { by: 'leader', path: `/api/programmes/${of.town.programmeId}/ceremony`, ...moved({ version }, { order: [id] }) };
  },
  'POST /api/programmes/{id}/ceremony/files': async (of) => {
    await of.certified();
    return { by: 'leader', path: `/api/programmes/${of.town.programmeId}/ceremony/files`, body: () => ({ what: 'finals' }) };
  },
  'GET /api/programmes/{id}/ceremony/files/{fingerprint}': get('leader', (of) => of.ceremonyFile()),
  'GET /api/programmes/{id}/summary': get('officer', (of) => `/api/programmes/${of.town.programmeId}/summary`),
  'GET /api/wards/{wardId}/streets': get('ward', () => '/api/wards/minh-khai/streets'),
  'POST /api/wards/{wardId}/imports/preview': async () => ({
    by: 'ward',
    path: '/api/wards/minh-khai/imports/preview',
    body: () => ({ source: plan.source }),
  }),
  'GET /api/wards/{wardId}/nominations': get('ward', () => '/api/wards/minh-khai/nominations'),
  'POST /api/streets': async () => ({
    by: 'ward',
    path: '/api/streets',
    body: (id) => ({ id, wardId: 'minh-khai', details: { kind: 'street', name: 'Bến Bính' } }),
  }),
  'GET /api/streets/{id}': get('ward', async (of) => `/api/streets/${(await of.street()).id}`),
  'PUT /api/streets/{id}': async (of) => {
    const street = await of.street();
    return { by: 'ward', path: `/api/streets/${street.id}`, ...moved(street, { details: { kind: 'street', name: 'Bến Bính' } }) };
  },
  'POST /api/streets/{streetId}/imports': async (of) => ({
    by: 'ward',
    path: `/api/streets/${(await of.street()).id}/imports`,
    body: (id) => ({ id, plan }),
  }),
  'GET /api/streets/{streetId}/imports/{importId}': get('ward', imported),
  'POST /api/streets/{streetId}/imports/{importId}/continuation': async (of) => ({
    by: 'ward',
    path: `${await imported(of)}/continuation`,
    body: () => ({}),
  }),
  'GET /api/streets/{streetId}/merchants': get('ward', async (of) => `/api/streets/${(await of.street()).id}/merchants`),
  'POST /api/streets/{streetId}/merchants': async (of) => ({
    by: 'ward',
    path: `/api/streets/${(await of.street()).id}/merchants`,
    body: (id) => ({ id, details: details() }),
  }),
  'GET /api/streets/{streetId}/merchants/{merchantId}': get('ward', async (of) => (await shop(of)).path),
  'PUT /api/streets/{streetId}/merchants/{merchantId}': async (of) => {
    const { merchant, path } = await shop(of);
    return { by: 'ward', path, ...moved(merchant, { details: details('Phở Hương 2') }) };
  },
  'POST /api/streets/{streetId}/merchants/{merchantId}/closing': async (of) => {
    const { merchant, path } = await shop(of);
    return { by: 'ward', path: `${path}/closing`, ...moved(merchant, { reason: 'Trả mặt bằng' }) };
  },
  'POST /api/streets/{streetId}/merchants/{merchantId}/reopening': async (of) => {
    const { merchant, path } = await shop(of);
    const closed = must(await closeMerchant(of.town.deps, of.town.act(of.people.ward), merchant, 'Nghỉ'));
    return { by: 'ward', path: `${path}/reopening`, ...moved(closed) };
  },
  'POST /api/streets/{streetId}/merchants/{merchantId}/account-reveal': async (of) => {
    const { merchant, path } = await shop(of);
    return { by: 'ward', path: `${path}/account-reveal`, ...moved(merchant, { reason: 'In biển QR' }) };
  },
  'GET /api/streets/{streetId}/merchants/{merchantId}/account-users': get('ward', async (of) => `${(await shop(of)).path}/account-users`),
  'GET /api/streets/{streetId}/duplicates': get('ward', async (of) => `/api/streets/${(await of.street()).id}/duplicates`),
  'POST /api/streets/{streetId}/duplicates/distinct': async (of) => {
    const { merchant } = await shop(of);
    const id = MerchantId.parse(uuidv7());
    const { deps, act } = of.town;
    must(await createMerchant(deps, act(of.people.ward, id), merchant.streetId, id, details()));
    const body = (actionId: string) => ({ actionId, merchants: [merchant.id, id] });
    return { by: 'ward', path: `/api/streets/${merchant.streetId}/duplicates/distinct`, body };
  },
  'POST /api/files': async () => ({
    by: 'ward',
    path: '/api/files',
    body: (actionId) => ({ actionId, sha256: '0'.repeat(64), size: 9, name: 'anh.png', contentType: 'image/png' }),
  }),
  'POST /api/nominations': async (of) => {
    const { id: streetId } = await of.street();
    return { by: 'ward', path: '/api/nominations', body: (id) => ({ id, programmeId: of.town.programmeId, streetId }) };
  },
  'GET /api/nominations/{id}': get('officer', async (of) => `/api/nominations/${(await of.assessing()).id}`),
  'PUT /api/nominations/{id}': move('ward', (of) => of.complete(), '', { files: [] }),
  'GET /api/nominations/{id}/assessment': get('assessor', async (of) => `/api/nominations/${(await of.assessing()).id}/assessment`),
  'GET /api/nominations/{id}/record': get(
    'officer',
    async (of) => `/api/nominations/${(await of.assessed()).id}/record?person=${of.people.assessor.id}`,
  ),
  'GET /api/nominations/{id}/documents/submission': get(
    'ward',
    async (of) => `/api/nominations/${(await of.submitted()).id}/documents/submission`,
  ),
  'GET /api/nominations/{id}/documents/assessment': get(
    'officer',
    async (of) => `/api/nominations/${(await of.assessed()).id}/documents/assessment`,
  ),
  'GET /api/programmes/{id}/documents/recommendation': get('officer', async (of) => {
    const { id, programmeId } = await of.recommended();
    return `/api/programmes/${programmeId}/documents/recommendation?nominations=${id}`;
  }),
  'GET /api/programmes/{id}/documents/decision': get('leader', async (of) => {
    const { id, programmeId } = await of.certified();
    return `/api/programmes/${programmeId}/documents/decision?nominations=${id}`;
  }),
  'GET /api/programmes/{id}/documents/results': get('city', async (of) => {
    await of.submitted();
    return `/api/programmes/${of.town.programmeId}/documents/results`;
  }),
  'GET /api/nominations/{id}/check': get('officer', async (of) => `/api/nominations/${(await of.assessing()).id}/check`),
  'GET /api/nominations/{id}/changes': get('officer', async (of) => `/api/nominations/${(await of.assessing()).id}/changes`),
  'GET /api/nominations/{id}/files/{sha256}': get('officer', async (of) => {
    const { id, files } = await of.assessing();
    return `/api/nominations/${id}/files/${files[0]?.sha256}`;
  }),
  'POST /api/nominations/{id}/comments': async (of) => ({
    by: 'officer',
    path: `/api/nominations/${(await of.submitted()).id}/comments`,
    body: (actionId) => ({ actionId, field: 'street.from', text: 'Ghi rõ số nhà' }),
  }),
  'POST /api/nominations/{id}/submission': move('ward', (of) => of.complete(), '/submission'),
  'POST /api/nominations/{id}/withdrawal': move('ward', (of) => of.complete(), '/withdrawal', { reason: 'Chọn tuyến khác' }),
  'POST /api/nominations/{id}/return': move('officer', (of) => of.submitted(), '/return', {
    reason: 'Thiếu',
    answerBy: '2023-10-30T17:00:00.000Z',
    comments: [],
  }),
  'POST /api/nominations/{id}/extension': move('officer', (of) => of.assessing(), '/extension', {
    reason: 'Bão số 3',
    assessmentDueAt: '2023-11-12T17:00:00.000Z',
  }),
  'POST /api/nominations/{id}/assignment': async (of) => {
    const nomination = await of.submitted();
    const assessors = [of.people.assessor.id];
    return { by: 'officer', path: `/api/nominations/${nomination.id}/assignment`, ...moved(nomination, { assessors }) };
  },
  'POST /api/nominations/{id}/unassignment': async (of) => {
    const { officer, assessor, 'assessor who is not assigned': other } = of.people;
    const nomination = must(await assign(of.town.deps, of.town.act(officer), await of.assessing(), [other.id]));
    return { by: 'officer', path: `/api/nominations/${nomination.id}/unassignment`, ...moved(nomination, { assessor: assessor.id }) };
  },
  'POST /api/nominations/{id}/recommendation': move('officer', (of) => of.assessed(), '/recommendation', {
    inFavour: true,
    reason: 'Đạt',
  }),
  'POST /api/nominations/{id}/sending-back': move('leader', (of) => of.recommended(), '/sending-back', { reason: 'Xem lại' }),
  'POST /api/nominations/{id}/declination': move('leader', (of) => of.recommended(), '/declination', { reason: 'Chưa đạt' }),
  'PUT /api/nominations/{id}/assessment': async (of) => {
    const { id } = await of.assessing();
    const sheet = await of.sheet(id);
    return { by: 'assessor', path: `/api/nominations/${id}/assessment`, ...moved(await of.visitOf(id), { sheet }) };
  },
  'POST /api/nominations/{id}/assessment/completion': async (of) => {
    const visit = await of.written();
    const clocks = { completedAt: '2023-10-20T02:00:00.000Z', clockOffsetMs: 0 };
    return { by: 'assessor', path: `/api/nominations/${visit.nominationId}/assessment/completion`, ...moved(visit, clocks) };
  },
  'POST /api/nominations/{id}/assessments/{personId}/acknowledgement': async (of) => ({
    by: 'officer',
    path: `/api/nominations/${(await of.late()).id}/assessments/${of.people.assessor.id}/acknowledgement`,
    body: (actionId) => ({ actionId, note: 'Mất sóng' }),
  }),
  'POST /api/nominations/{id}/correction': move('officer', (of) => of.certified(), '/correction', {
    reason: 'Sai tên',
    facts: { name: 'Lạch Tray' },
  }),
  'POST /api/nominations/{id}/correction/confirmation': move('leader', (of) => of.correcting(), '/correction/confirmation'),
  'POST /api/nominations/{id}/revocation': move('leader', (of) => of.certified(), '/revocation', { reason: 'Không còn đạt' }),
  'POST /api/nominations/{id}/revocation/confirmation': move('leader', (of) => of.revoking(), '/revocation/confirmation'),
  'POST /api/nominations/{id}/request/dropping': move('leader', (of) => of.revoking(), '/request/dropping'),
  'GET /api/decisions': get('leader', () => '/api/decisions?authorityId=hong-bang'),
  'POST /api/decisions': async (of) => {
    const { id, version } = await of.recommended();
    return { by: 'leader', path: '/api/decisions', body: (actionId) => ({ actionId, nominations: [{ id, version }] }) };
  },
  'GET /api/assessments': get('assessor', () => '/api/assessments'),
  'GET /api/certificates': get('officer', () => '/api/certificates?authorityId=hong-bang&year=2023'),
  'GET /api/certificates/{code}': get('officer', async (of) => `/api/certificates/${(await of.certified()).certificateCode}`),
  'GET /api/certificates/{code}/file': get('officer', async (of) => `/api/certificates/${(await of.certified()).certificateCode}/file`),
  'GET /api/notices': get('ward', () => '/api/notices?role=ward&authorityId=minh-khai'),
  'GET /api/notices/unread': get('ward', () => '/api/notices/unread?role=ward&authorityId=minh-khai'),
  'POST /api/notices/reading': async () => ({
    by: 'ward',
    path: '/api/notices/reading',
    body: () => ({ role: 'ward', authorityId: 'minh-khai', ids: ['gone'] }),
  }),
  'GET /api/history/authority/{id}': get('admin', () => '/api/history/authority/minh-khai'),
  'GET /api/history/person/{id}': get('admin', async (of) => `/api/history/person/${(await of.person()).id}`),
  'GET /api/history/programme/{id}': get('officer', (of) => `/api/history/programme/${of.town.programmeId}`),
  'GET /api/history/criteria/{id}': get('admin', async (of) => `/api/history/criteria/${(await of.criteriaSet()).id}?edition=1`),
  'GET /api/history/street/{id}': get('ward', async (of) => `/api/history/street/${(await of.street()).id}`),
  'GET /api/history/merchant/{id}': get('ward', async (of) => {
    const { id, streetId } = await of.merchant();
    return `/api/history/merchant/${id}?streetId=${streetId}`;
  }),
  'GET /api/history/nomination/{id}': get('ward', async (of) => `/api/history/nomination/${(await of.submitted()).id}`),
  'POST /api/certificates/{code}/file/retry': async (of) => ({
    by: 'officer',
    path: `/api/certificates/${(await notMade(of)).code}/file/retry`,
    body: (actionId) => ({ actionId }),
  }),
  'POST /api/certificates/{code}/signed-file/examination': async (of) => {
    const { code, sha256 } = await signedAndUploaded(of);
    return { by: 'leader', path: `/api/certificates/${code}/signed-file/examination`, body: () => ({ sha256 }) };
  },
  'POST /api/certificates/{code}/signed-file': async (of) => {
    const { code, version, sha256 } = await signedAndUploaded(of);
    return { by: 'leader', path: `/api/certificates/${code}/signed-file`, ...moved({ version }, { sha256, name: 'da-ky.pdf' }) };
  },
  'GET /api/history/certificate/{id}': get('officer', async (of) => `/api/history/certificate/${(await of.certified()).certificateCode}`),
};

/** Lists that can be had as a file: whoever may see the list may have it, at the same address under /api/exports. */
export const exported = [
  '/authorities/{id}/merchants',
  '/authorities/{id}/overview',
  '/authorities/{id}/people',
  '/certificates',
  '/history/authority/{id}',
  '/history/certificate/{id}',
  '/history/criteria/{id}',
  '/history/merchant/{id}',
  '/history/nomination/{id}',
  '/history/person/{id}',
  '/history/programme/{id}',
  '/history/street/{id}',
  '/programmes/{id}/board',
  '/programmes/{id}/ceremony',
  '/streets/{streetId}/merchants',
];
for (const path of exported) {
  const list = requests[`GET /api${path}`] as Make;
  requests[`GET /api/exports${path}`] = async (of) => {
    const { by, path: address } = await list(of);
    return { by, path: `${address.replace('/api/', '/api/exports/')}${address.includes('?') ? '&' : '?'}format=csv` };
  };
}
