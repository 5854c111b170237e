import { createHash } from 'node:crypto';
import { findAuthority } from '../../functions/authorities/store.ts';
import type { Act } from '../../functions/data/audit.ts';
import { creation, save } from '../../functions/data/save.ts';
import type { Deps } from '../../functions/deps.ts';
import { findPerson, signInOf } from '../../functions/people/store.ts';
import { create as createProgramme } from '../../functions/programmes/create.ts';
import { open as openProgramme } from '../../functions/programmes/open.ts';
import { findProgramme } from '../../functions/programmes/store.ts';
import { create as createStreet } from '../../functions/streets/create.ts';
import { findStreet } from '../../functions/streets/store.ts';
import { defaultChecklist } from '../../shared/default-checklist.ts';
import type { Failure } from '../../shared/failure.ts';
import { AuthorityId, PersonId, ProgrammeId, StreetId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/person.ts';
import type { ProgrammeDetails } from '../../shared/programme.ts';
import type { Result } from '../../shared/result.ts';
import { demoPassword, demoPeople, demoStreets, demoUnits } from './demo-town.ts';
import type { LocalAccounts } from './identity/accounts.ts';

/**
 * Loads the demonstration: Hồng Bàng's nine wards of 2023, people in every role, an open programme laid around today, and streets.
 * Every id follows from a name, so a load that was killed goes on where it stopped and a second load changes nothing.
 */
export async function loadDemo(deps: Deps, accounts: LocalAccounts): Promise<void> {
  const admin = await loadPeople(deps, accounts);
  const act = actsOf(deps, admin);
  for (const { id, above, details } of demoUnits)
    if (!(await findAuthority(deps.table, id)))
      must(await save(deps.table, creation(deps.table, act(`unit ${id}`), 'authority.create', 'authority', { ...details, id, above })));

  const officer = actorOf('kinhte');
  const programmeId = ProgrammeId.parse(idOf('programme'));
  if (!(await findProgramme(deps.table, programmeId)))
    must(await createProgramme(deps, officer, actsOf(deps, officer)(programmeId), programmeId, demoProgramme(deps.now())));
  const programme = await findProgramme(deps.table, programmeId);
  if (programme?.state === 'draft')
    must(await openProgramme(deps, officer, actsOf(deps, officer)('open programme'), { id: programmeId, version: programme.version }));

  for (const { ward, details } of demoStreets) {
    const id = StreetId.parse(idOf(`street ${ward} ${details.name}`));
    const staff = actorOf(ward.replaceAll('-', ''));
    if (!(await findStreet(deps.table, id)))
      must(await createStreet(deps, staff, actsOf(deps, staff)(id), id, AuthorityId.parse(ward), details));
  }
}

/** A programme whose timeline lies around a day, so that the demonstration is alive whenever it is loaded. */
export function demoProgramme(now: Date): ProgrammeDetails {
  const day = (n: number) => new Date(Math.floor((now.getTime() + n * 86_400_000) / 86_400_000) * 86_400_000 - 7 * 3_600_000).toISOString();
  return {
    name: 'Tuyến đường thanh toán không dùng tiền mặt quận Hồng Bàng (dữ liệu minh họa)',
    year: now.getUTCFullYear(),
    legalBasis: [
      'Kế hoạch số 271/KH-UBND ngày 09/10/2023 của UBND thành phố',
      'Kế hoạch số 274/KH-UBND ngày 13/10/2023 của UBND quận Hồng Bàng',
    ],
    advisingAuthorityId: AuthorityId.parse('hong-bang'),
    issuingAuthorityId: AuthorityId.parse('hong-bang'),
    wardIds: demoUnits.filter((unit) => unit.details.level === 'ward').map((unit) => unit.id),
    registrationOpensAt: day(-20),
    registrationClosesAt: day(15),
    assessmentDueAt: day(30),
    ceremonyAt: day(45),
    syncGraceHours: 24,
    quota: { street: 1, market: 1 },
    minMerchants: 20,
    checklist: defaultChecklist,
    certificate: {
      numberTemplate: '{n}/GCN-UBND',
      authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
      placeOfIssue: 'Hồng Bàng',
      signatory: { capacity: 'chairman', name: 'Nguyễn Thị Hồng Ánh' },
    },
  };
}

async function loadPeople(deps: Deps, accounts: LocalAccounts): Promise<Actor> {
  const { table } = deps;
  for (const { login, name, title, authority, roles } of demoPeople) {
    const id = personId(login);
    await accounts.create({ login, subject: id });
    if (await findPerson(table, id)) continue;
    const above = demoUnits.find((unit) => unit.id === authority)?.above ?? [];
    const person = creation(table, actsOf(deps, actorOf(login))(id), 'person.create', 'person', {
      id,
      name,
      title,
      login,
      authorityId: authority,
      roles,
      above,
      issuer: accounts.issuer,
      subject: id,
      state: 'active',
    });
    must(await save(table, person, [signInOf(table, person.record)]));
  }
  await accounts.setPassword(
    demoPeople.map((person) => person.login),
    demoPassword,
  );
  return actorOf('quantri');
}

function actorOf(login: string): Actor {
  const person = demoPeople.find((each) => each.login === login);
  if (!person) throw new Error(`no demonstration person ${login}`);
  return { id: personId(login), name: person.name, roles: person.roles };
}

const personId = (login: string): PersonId => PersonId.parse(idOf(`person ${login}`));

/** Actions of the load: their ids follow from what they do. */
const actsOf =
  (deps: Deps, by: Actor) =>
  (what: string): Act => ({
    id: idOf(`act ${what}`),
    digest: idOf(what),
    by: { id: by.id, name: by.name },
    at: deps.now().toISOString(),
    from: 'demonstration',
  });

/** A UUID (version 8) that follows from a name. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(`pho-so demonstration: ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`the demonstration could not be loaded: ${JSON.stringify(result.failure)}`);
}
