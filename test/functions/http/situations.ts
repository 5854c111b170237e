import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { complete as handInAssessment } from '../../../functions/assessments/complete.ts';
import { write } from '../../../functions/assessments/write.ts';
import { ask } from '../../../functions/ceremony/ask.ts';
import { approve } from '../../../functions/certificates/approve.ts';
import { askToCorrect } from '../../../functions/certificates/correct.ts';
import { render } from '../../../functions/certificates/render.ts';
import { askToRevoke } from '../../../functions/certificates/revoke.ts';
import { createCriteriaSet } from '../../../functions/criteria/create.ts';
import { publish as publishCriteriaSet } from '../../../functions/criteria/publish.ts';
import { creation, save } from '../../../functions/data/save.ts';
import { key } from '../../../functions/data/table.ts';
import { createMerchant } from '../../../functions/merchants/create.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { submit } from '../../../functions/nominations/submit.ts';
import { createPerson } from '../../../functions/people/create.ts';
import { createProgramme } from '../../../functions/programmes/create.ts';
import { findProgramme } from '../../../functions/programmes/store.ts';
import { createStreet } from '../../../functions/streets/create.ts';
import type { Assessment } from '../../../shared/assessments/assessment.ts';
import type { Authority } from '../../../shared/authorities/authority.ts';
import type { Checklist } from '../../../shared/criteria/checklist.ts';
import type { CriteriaSet } from '../../../shared/criteria/criteria-set.ts';
import { AuthorityId, CriteriaSetId, MerchantId, type NominationId, PersonId, ProgrammeId, StreetId } from '../../../shared/ids.ts';
import type { Merchant, MerchantDetails } from '../../../shared/merchants/merchant.ts';
import type { Nomination, NominationIn } from '../../../shared/nominations/nomination.ts';
import type { Person } from '../../../shared/people/person.ts';
import { type Programme, ProgrammeDetails } from '../../../shared/programmes/programme.ts';
import type { Street } from '../../../shared/streets/street.ts';
import { holding, must } from '../../support/instance.ts';
import { aFixture, twoQuestions } from '../../support/programme-fixture.ts';

export const details = (name = 'Phở Hương'): MerchantDetails => ({
  name,
  place: '12A',
  methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: '0071000987859' }],
  eInvoice: true,
  commitment: true,
  outreach: 'equipped',
  listed: false,
});

/** What an officer once typed to set a programme up. */
export const detailsOf = (programme: Programme): ProgrammeDetails =>
  ProgrammeDetails.parse(Object.fromEntries(Object.keys(ProgrammeDetails.shape).map((key) => [key, programme[key as 'id']])));

/** A town with strangers beside it, and the situations that a request may meet: each made anew when it is asked for. */
export async function situations(checklist: Checklist = twoQuestions, dataDir?: string) {
  const fixture = await aFixture({ checklist, ...(dataDir !== undefined && { dataDir }) });
  const { deps, act, ward, officer, assessor, leader, secondLeader } = fixture;
  const unit = async (id: string, above: string[]): Promise<Authority> => {
    const level = above.length === 2 ? 'ward' : above.length === 1 ? 'district' : 'city';
    const facts = { code: '11', level, name: id, validFrom: '2004-01-01' } as const;
    const record = { ...facts, id: AuthorityId.parse(id), above: above.map((each) => AuthorityId.parse(each)) };
    return must(await save(deps.table, creation(deps.table, act(officer), 'authority.create', 'authority', record)));
  };
  const names = { 'ngo-quyen': ['hai-phong'], 'quang-ninh': [], 'cau-dat': ['ngo-quyen', 'hai-phong'] };
  for (const [id, above] of Object.entries(names)) await unit(id, above);
  const people = {
    ward,
    'ward next door': fixture.otherWard,
    'ward of another district': await fixture.person('Cầu Đất', holding('ward', 'cau-dat')),
    officer,
    'officer of another district': await fixture.person('Ngô Quyền', holding('officer', 'ngo-quyen')),
    assessor,
    'assessor who is not assigned': await fixture.person('Tổ thẩm định 2', holding('assessor', 'hong-bang')),
    leader,
    'leader of another district': await fixture.person('Chủ tịch Ngô Quyền', holding('leader', 'ngo-quyen')),
    city: await fixture.person('Sở', holding('city', 'hai-phong')),
    'city elsewhere': await fixture.person('Quảng Ninh', holding('city', 'quang-ninh')),
    admin: await fixture.person('Quản trị', holding('admin', 'hong-bang')),
    'admin of the city': await fixture.person('Quản trị thành phố', holding('admin', 'hai-phong')),
    'admin elsewhere': await fixture.person('Quản trị Quảng Ninh', holding('admin', 'quang-ninh')),
  };

  const street = async (): Promise<Street> => {
    const id = StreetId.parse(uuidv7());
    const facts = { kind: 'street', name: 'Hoàng Diệu', from: 'số 1', to: 'số 9' } as const;
    return must(await createStreet(deps, act(ward, id), id, AuthorityId.parse('minh-khai'), facts));
  };
  const merchant = async (on?: Street): Promise<Merchant> => {
    const id = MerchantId.parse(uuidv7());
    return must(await createMerchant(deps, act(ward, id), (on ?? (await street())).id, id, details()));
  };
  const programme = async (): Promise<Programme> => {
    const id = ProgrammeId.parse(uuidv7());
    const model = (await findProgramme(deps.table, fixture.programmeId)) as Programme;
    return must(await createProgramme(deps, act(officer, id), id, detailsOf(model)));
  };
  const person = async (): Promise<Person> => {
    const id = PersonId.parse(uuidv7());
    const facts = { name: 'Người mới', login: `moi-${id}`, authorityId: AuthorityId.parse('hong-bang'), roles: [] };
    return must(await createPerson(deps, act(people.admin, id), id, facts)).person;
  };
  const criteriaDraft = async (): Promise<CriteriaSet> => {
    const id = CriteriaSetId.parse(uuidv7());
    const facts = { name: 'Bộ tiêu chí Hồng Bàng', checklist: twoQuestions };
    return must(await createCriteriaSet(deps, act(people.admin, id), id, AuthorityId.parse('hong-bang'), facts));
  };
  const criteriaSet = async (): Promise<CriteriaSet> => must(await publishCriteriaSet(deps, act(people.admin), await criteriaDraft()));
  /** A dossier ready to be submitted: whoever holds the ward's only place gives it up. */
  const complete = async (): Promise<Nomination> => {
    const slot = key.slot(fixture.programmeId, AuthorityId.parse('minh-khai'), 'street', 1);
    await deps.table.doc.send(new DeleteCommand({ TableName: deps.table.name, Key: slot }));
    return fixture.completeDossier();
  };
  const submitted = async (): Promise<Nomination> => must(await submit(deps, act(ward), await complete()));
  const assessing = async (): Promise<Nomination> => must(await assign(deps, act(officer), await submitted(), [assessor.id]));
  const visitOf = async (id: NominationId): Promise<Assessment> => {
    const visit = (await findDossier(deps.table, id))?.assessments.at(-1);
    if (!visit) throw new Error('nobody is assigned');
    return visit;
  };
  const sheet = async (id: NominationId) => {
    const sample = (await findDossier(deps.table, id))?.samples.at(-1)?.merchants ?? [];
    const answer = { kind: 'yesNo' as const, met: true, evidence: [] };
    const spotChecks = sample.map(({ merchantId }) => ({ merchantId, outcome: 'closed' as const, evidence: [] }));
    return { answers: { C01: answer, C02: answer }, spotChecks };
  };
  /** A visit with everything written, ready to be handed in. */
  const written = async (): Promise<Assessment> => {
    const { id } = await assessing();
    return must(await write(deps, act(assessor), id, (await visitOf(id)).version, await sheet(id)));
  };
  const handIn = async (visit: Assessment): Promise<Nomination> => {
    const finished = { version: visit.version, completedAt: '2023-10-20T02:00:00.000Z', clockOffsetMs: 0 };
    must(await handInAssessment(deps, act(assessor), visit.nominationId, finished));
    return (await findDossier(deps.table, visit.nominationId))?.nomination as Nomination;
  };
  const recommended = async (): Promise<NominationIn<'recommended'>> => fixture.recommended();
  const certified = async (): Promise<NominationIn<'certified'>> => {
    const approved = must(await approve(deps, act(secondLeader), [await recommended()], {}));
    const [nomination] = approved as NominationIn<'certified'>[];
    if (!nomination) throw new Error('nothing was approved');
    await render(deps, nomination.certificateCode);
    return nomination;
  };
  /** The address of a file that was asked for the ceremony. */
  const ceremonyFile = async (): Promise<string> => {
    await certified();
    const { fingerprint } = must(await ask(deps, leader, fixture.programmeId, 'list'));
    return `/api/programmes/${fixture.programmeId}/ceremony/files/${fingerprint}`;
  };
  return {
    town: fixture,
    people,
    ceremonyFile,
    unit: () => unit(`phuong-${uuidv7()}`, ['hong-bang', 'hai-phong']),
    street,
    merchant,
    programme,
    person,
    criteriaDraft,
    criteriaSet,
    complete,
    submitted,
    assessing,
    visitOf,
    sheet,
    written,
    assessed: async () => handIn(await written()),
    /** Finished in time, but it arrives hours after the deadline. */
    async late(): Promise<Nomination> {
      const visit = await written();
      const before = fixture.clock.at;
      fixture.clock.at = new Date('2023-11-10T02:00:00.000Z');
      const late = await handIn(visit);
      fixture.clock.at = before;
      return late;
    },
    recommended,
    certified,
    correcting: async () =>
      must(await askToCorrect(deps, act(officer), await certified(), { reason: 'Sai tên', facts: { name: 'Lạch Tray' } })),
    revoking: async () => must(await askToRevoke(deps, act(secondLeader), await certified(), 'Không còn đạt')),
  };
}
export type Situations = Awaited<ReturnType<typeof situations>>;
