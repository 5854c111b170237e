import { v7 as uuidv7 } from 'uuid';
import { complete } from '../../../functions/assessments/complete.ts';
import { write } from '../../../functions/assessments/write.ts';
import { approve } from '../../../functions/certificates/approve.ts';
import { askToCorrect, confirmCorrection } from '../../../functions/certificates/correct.ts';
import { askToRevoke, confirmRevocation, withdrawRequest } from '../../../functions/certificates/revoke.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { creation, save } from '../../../functions/data/save.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { decline } from '../../../functions/nominations/decline.ts';
import { edit } from '../../../functions/nominations/edit.ts';
import { extendNomination } from '../../../functions/nominations/extend.ts';
import { recommend } from '../../../functions/nominations/recommend.ts';
import { returnToWard } from '../../../functions/nominations/return.ts';
import { sendBack } from '../../../functions/nominations/send-back.ts';
import { type Dossier, findDossier } from '../../../functions/nominations/store.ts';
import { submit } from '../../../functions/nominations/submit.ts';
import { unassign } from '../../../functions/nominations/unassign.ts';
import { withdraw } from '../../../functions/nominations/withdraw.ts';
import { AuthorityId, MerchantId, NominationId, Sha256, StreetId } from '../../../shared/ids.ts';
import type { Nomination } from '../../../shared/nominations/nomination.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { noFigures } from '../../../shared/streets/street.ts';
import { holding, must } from '../../support/instance.ts';
import type { aFixture } from '../../support/programme-fixture.ts';
import type { Step, Who } from './model.ts';

type Fixture = Awaited<ReturnType<typeof aFixture>>;
export type NominationFixture = Awaited<ReturnType<typeof aNominationFixture>>;

const reportBytes = Buffer.from('%PDF-1.4 báo cáo');
const report = {
  sha256: Sha256.parse(sha256(reportBytes)),
  name: 'bao-cao.pdf',
  contentType: 'application/pdf',
  size: reportBytes.length,
  purpose: 'ward-report' as const,
};
const contact = { name: 'Lan', phone: '0904123456' };

/** A complete dossier of a street in a ward of its own, and everybody who may meet it. */
export async function aNominationFixture(fixture: Fixture, second: Actor) {
  const { deps, act, officer } = fixture;
  const wardId = AuthorityId.parse(`ward-${uuidv7()}`);
  const above = [AuthorityId.parse('hong-bang'), AuthorityId.parse('hai-phong')];
  const [streetId, id] = [StreetId.parse(uuidv7()), NominationId.parse(uuidv7())];
  const at = deps.now().toISOString();
  const place = { wardId, above };
  const unit = { id: wardId, above, code: '11311', level: 'ward', name: 'Phường Minh Khai', parentId: above[0], validFrom: '2004-01-01' };
  const figures = { ...noFigures(), merchants: 2 };
  const street = { id: streetId, ...place, kind: 'street', name: 'Điện Biên Phủ', from: '1', to: '9', figures, createdAt: at } as const;
  const shop = (n: number) =>
    creation(deps.table, act(officer), 'merchant.create', 'merchant', {
      id: MerchantId.parse(uuidv7()),
      streetId,
      ...place,
      name: `Phở ${n}`,
      place: String(n),
      methods: [],
      eInvoice: true,
      commitment: true,
      outreach: 'equipped',
      listed: false,
      createdAt: at,
      updatedAt: at,
      distinctFrom: [],
      state: 'active',
    });
  const draft = creation(deps.table, act(officer), 'nomination.draft', 'nomination', {
    id,
    state: 'draft',
    programmeId: fixture.programmeId,
    streetId,
    ...place,
    wardName: unit.name,
    streetName: street.name,
    kind: 'street',
    advisingAuthorityId: above[0] as AuthorityId,
    issuingAuthorityId: above[0] as AuthorityId,
    contact,
    files: [report],
    round: 0,
    extended: {},
    createdAt: at,
    updatedAt: at,
  });
  must(
    await save(deps.table, draft, [
      creation(deps.table, act(officer), 'authority.create', 'authority', unit as never),
      creation(deps.table, act(officer), 'street.create', 'street', street),
      shop(1),
      shop(2),
    ]),
  );
  await fixture.blobs.putOnce(blobKey.upload(report.sha256), reportBytes, report.contentType);
  const dossier = async () => {
    const found = await findDossier(deps.table, id);
    if (!found) throw new Error('the dossier is gone');
    return found;
  };
  return { id, people: everyone(fixture, second, wardId), dossier };
}

/** Everybody who may meet a dossier of this ward. */
export function everyone(
  fixture: Pick<Fixture, 'ward' | 'otherWard' | 'officer' | 'assessor' | 'leader' | 'secondLeader'>,
  second: Actor,
  wardId: AuthorityId,
): Record<Who, Actor> {
  return {
    ward: { ...fixture.ward, roles: [holding('ward', wardId)] },
    stranger: { ...someoneElse, roles: [holding('ward', 'ha-ly'), holding('officer', 'ngo-quyen'), holding('leader', 'ngo-quyen')] },
    officer: fixture.officer,
    both: { ...someoneElse, roles: [holding('officer', 'hong-bang'), holding('leader', 'hong-bang')] },
    first: fixture.assessor,
    second,
    leader: fixture.leader,
    deputy: fixture.secondLeader,
    admin: { ...someoneElse, id: fixture.otherWard.id, roles: [holding('admin', 'hong-bang')] },
    city: { ...someoneElse, roles: [holding('city', 'hai-phong')] },
  };
}

const someoneElse: Actor = { id: '0190a0a0-0000-7000-8000-00000000000b' as Actor['id'], name: 'Kiêm nhiệm', roles: [] };

let corrections = 0;

/** Carries a step out with the verb itself. */
export async function carryOut(
  fixture: Fixture,
  nominationFixture: NominationFixture,
  { nomination, assessments }: Dossier,
  { action, by, yes, whom }: Step,
) {
  const { deps } = fixture;
  const actor = nominationFixture.people[by];
  const act = fixture.act(actor);
  const move = { id: nominationFixture.id, version: nomination.version };
  const person = nominationFixture.people[whom].id;
  switch (action) {
    case 'edit':
      return edit(deps, act, move, { contact, files: [report] });
    case 'submit':
      return submit(deps, act, move);
    case 'withdraw':
      return withdraw(deps, act, move, 'Chọn tuyến khác');
    case 'return':
      return returnToWard(deps, act, move, { reason: 'Thiếu', answerBy: '2023-10-30T17:00:00.000Z', comments: [] });
    case 'assign':
      return assign(deps, act, move, [person]);
    case 'unassign':
      return unassign(deps, act, move, person);
    case 'assess': {
      const visit = assessments.find((each) => each.personId === actor.id && each.round === nomination.round);
      const answer = (met: boolean) => ({ kind: 'yesNo' as const, met, evidence: [] });
      const sheet = { answers: { C01: answer(yes), C02: answer(true) }, spotChecks: [] };
      const written = await write(deps, act, nominationFixture.id, visit?.version ?? 0, sheet);
      if (!written.ok) return written;
      const finished = { version: written.value.version, completedAt: deps.now().toISOString(), clockOffsetMs: 0 };
      return complete(deps, fixture.act(actor), nominationFixture.id, finished);
    }
    case 'recommend':
      return recommend(deps, act, move, { inFavour: yes, reason: 'Theo biên bản' });
    case 'sendBack':
      return sendBack(deps, { ...act, note: 'Xem lại biển QR' }, move);
    case 'approve':
      return approve(deps, act, [move], {});
    case 'decline':
      return decline(deps, act, move, 'Chưa đạt');
    case 'askToCorrect':
      return askToCorrect(deps, act, move, { reason: 'Sai tên', facts: { name: `Điện Biên Phủ ${++corrections}` } });
    case 'confirmCorrection':
      return confirmCorrection(deps, act, move);
    case 'askToRevoke':
      return askToRevoke(deps, act, move, 'Không còn đạt');
    case 'confirmRevocation':
      return confirmRevocation(deps, act, move);
    case 'dropRequest':
      return withdrawRequest(deps, act, move);
    case 'extend':
      return extendNomination(deps, act, move, { assessmentDueAt: laterThan(nomination) });
  }
}

const laterThan = ({ extended }: Nomination): string =>
  new Date(Date.parse(extended.assessmentDueAt ?? '2023-11-09T17:00:00.000Z') + 60_000).toISOString();
