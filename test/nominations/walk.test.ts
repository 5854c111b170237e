import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complete } from '../../functions/assessments/complete.ts';
import { write } from '../../functions/assessments/write.ts';
import { approve } from '../../functions/certificates/approve.ts';
import { askToCorrect, confirmCorrection } from '../../functions/certificates/correct.ts';
import { askToRevoke, confirmRevocation, dropRequest } from '../../functions/certificates/revoke.ts';
import { sha256 } from '../../functions/data/audit.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import { creation, save } from '../../functions/data/save.ts';
import { history } from '../../functions/history/history.ts';
import { assign } from '../../functions/nominations/assign.ts';
import { decline } from '../../functions/nominations/decline.ts';
import { edit } from '../../functions/nominations/edit.ts';
import { extend } from '../../functions/nominations/extend.ts';
import { recommend } from '../../functions/nominations/recommend.ts';
import { returnToWard } from '../../functions/nominations/return.ts';
import { sendBack } from '../../functions/nominations/send-back.ts';
import { type Dossier, findDossier } from '../../functions/nominations/store.ts';
import { submit } from '../../functions/nominations/submit.ts';
import { unassign } from '../../functions/nominations/unassign.ts';
import { withdraw } from '../../functions/nominations/withdraw.ts';
import { AuthorityId, MerchantId, NominationId, Sha256, StreetId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nomination.ts';
import type { Actor } from '../../shared/person.ts';
import { noFigures } from '../../shared/street.ts';
import { holding, must } from '../support/instance.ts';
import { aTown, twoQuestions } from '../support/town.ts';

/** What domain.md says of the lifecycle, written down a second time: the product's own table is not asked. */
const rules = {
  edit: { from: ['draft', 'returned'], by: ['ward'] },
  submit: { from: ['draft', 'returned'], by: ['ward'] },
  withdraw: { from: ['draft', 'submitted', 'returned'], by: ['ward'] },
  return: { from: ['submitted', 'assessed'], by: ['officer', 'both'] },
  assign: { from: ['submitted', 'assessing'], by: ['officer', 'both'] },
  unassign: { from: ['assessing'], by: ['officer', 'both'] },
  assess: { from: ['assessing'], by: ['first', 'second'] },
  recommend: { from: ['assessed'], by: ['officer', 'both'] },
  sendBack: { from: ['recommended'], by: ['leader', 'deputy', 'both'] },
  approve: { from: ['recommended'], by: ['leader', 'deputy', 'both'] },
  decline: { from: ['recommended'], by: ['leader', 'deputy', 'both'] },
  askToCorrect: { from: ['certified'], by: ['officer', 'both'] },
  confirmCorrection: { from: ['certified'], by: ['leader', 'deputy', 'both'] },
  askToRevoke: { from: ['certified'], by: ['leader', 'deputy', 'both'] },
  confirmRevocation: { from: ['certified'], by: ['leader', 'deputy', 'both', 'admin'] },
  dropRequest: { from: ['certified'], by: ['leader', 'deputy', 'both'] },
  extend: { from: ['draft', 'submitted', 'returned', 'assessing'], by: ['officer', 'both'] },
} as const;
type Action = keyof typeof rules;
type Who = (typeof everybody)[number];
const everybody = ['ward', 'stranger', 'officer', 'both', 'first', 'second', 'leader', 'deputy', 'admin', 'city'] as const;
type Assessor = 'first' | 'second';
type Step = { action: Action; by: Who; yes: boolean; whom: Assessor };

/** What is known of the nomination on the walk. `sheets` holds who is assigned, and what they found once they are in. */
type Model = {
  state: Nomination['state'];
  sheets: Map<Assessor, 'open' | 'met' | 'unmet'>;
  advised?: { by: Who; inFavour: boolean };
  pending?: { kind: 'correction' | 'revocation'; by: Who };
};

const reportBytes = Buffer.from('%PDF-1.4 báo cáo');
const report = {
  sha256: Sha256.parse(sha256(reportBytes)),
  name: 'bao-cao.pdf',
  contentType: 'application/pdf',
  size: reportBytes.length,
  purpose: 'ward-report' as const,
};
const contact = { name: 'Lan', phone: '0904123456' };

let town: Awaited<ReturnType<typeof aTown>>;
let second: Actor;
beforeAll(async () => {
  town = await aTown({ checklist: twoQuestions });
  second = await town.person('Tổ thẩm định 2', holding('assessor', 'hong-bang'));
  await town.blobs.putOnce(blobKey.upload(report.sha256), reportBytes, report.contentType);
});
afterAll(() => town.stop());

/** The straight road to a revoked certificate. A walk begins somewhere along it, otherwise few would come as far as that. */
const straightOn: Step[] = [
  { action: 'submit', by: 'ward', yes: true, whom: 'first' },
  { action: 'assign', by: 'officer', yes: true, whom: 'first' },
  { action: 'assess', by: 'first', yes: true, whom: 'first' },
  { action: 'recommend', by: 'officer', yes: true, whom: 'first' },
  { action: 'approve', by: 'leader', yes: true, whom: 'first' },
  { action: 'askToRevoke', by: 'leader', yes: true, whom: 'first' },
  { action: 'confirmRevocation', by: 'deputy', yes: true, whom: 'first' },
];
const anything = fc.record({
  action: fc.constantFrom(...(Object.keys(rules) as Action[])),
  by: fc.constantFrom(...everybody),
  yes: fc.boolean(),
  whom: fc.constantFrom<Assessor>('first', 'second'),
});
const walk = fc.record({
  start: fc.nat({ max: straightOn.length }),
  // Half of the steps lead somewhere: anything at all would mostly be refused.
  moves: fc.array(fc.oneof(anything, fc.record({ pick: fc.nat(), yes: fc.boolean() })), { minLength: 1, maxLength: 6 }),
});
/** Walks that go on at once, each in a ward of its own: one waits for the database while another decides. */
const lanes = 4;
const walks = Number(process.env['WALKS'] ?? 1000);

test('on a thousand random walks every action does what the lifecycle says, and a refused one changes nothing', async () => {
  const seen = new Set<string>();
  const property = fc.asyncProperty(walk, async ({ start, moves }) => {
    const road = await aDossier();
    const model: Model = { state: 'draft', sheets: new Map() };
    let dossier = await road.dossier();
    for (const each of [...straightOn.slice(0, start), ...moves]) {
      const next = 'pick' in each ? onward(model, each) : each;
      if (!next) break;
      dossier = await take(road, dossier, model, next);
      seen.add(model.state);
    }
    const past = must(await history(town.deps, road.people.admin, { type: 'nomination', id: road.id }, 200));
    expect(past.intact).toBe(true);
    expect(past.items.map((entry) => entry.version)).toEqual(Array.from({ length: dossier.nomination.version }, (_, index) => index + 1));
  });
  await Promise.all(Array.from({ length: lanes }, () => fc.assert(property, { numRuns: walks / lanes })));
  expect([...seen].sort()).toEqual(
    ['assessed', 'assessing', 'certified', 'declined', 'draft', 'recommended', 'returned', 'revoked', 'submitted', 'withdrawn'].sort(),
  );
}, 600_000);

type Road = Awaited<ReturnType<typeof aDossier>>;

/** Takes one step and looks at what became of it; answers the dossier as it stands now. */
async function take(road: Road, before: Dossier, model: Model, step: Step): Promise<Dossier> {
  const wanted = expected(model, step);
  const outcome = await carryOut(road, before, step);
  const after = await road.dossier();
  const { nomination } = after;
  const said = `${step.action} by ${step.by} in ${model.state}: ${outcome.ok ? 'done' : JSON.stringify(outcome.failure)}`;
  expect(outcome.ok, said).toBe(wanted !== undefined);
  if (wanted) Object.assign(model, { advised: undefined, pending: undefined }, wanted);
  else expect(nomination.version, said).toBe(before.nomination.version);
  expect(nomination.state, said).toBe(model.state);
  return after;
}

/** What the model says must come of a step: the next model, or undefined for a refusal. */
function expected(model: Model, { action, by, yes, whom }: Step): Model | undefined {
  const { from, by: allowed } = rules[action] as { from: readonly string[]; by: readonly string[] };
  if (!from.includes(model.state) || !allowed.includes(by)) return undefined;
  const { sheets, advised, pending } = model;
  switch (action) {
    case 'edit':
    case 'extend':
      return model;
    case 'submit':
      return { state: 'submitted', sheets: new Map() };
    case 'withdraw':
      return { state: 'withdrawn', sheets };
    case 'return':
      return { state: 'returned', sheets };
    case 'assign':
      return { state: 'assessing', sheets: new Map([[whom, 'open'], ...sheets]) };
    case 'unassign': {
      if (!sheets.has(whom) || sheets.size === 1) return undefined;
      return judged(new Map([...sheets].filter(([person]) => person !== whom)));
    }
    case 'assess':
      if (sheets.get(by as Assessor) !== 'open') return undefined;
      return judged(new Map([...sheets, [by as Assessor, yes ? 'met' : 'unmet']]));
    case 'recommend': {
      const passed = [...sheets.values()].every((each) => each === 'met');
      return yes && !passed ? undefined : { state: 'recommended', sheets, advised: { by, inFavour: yes } };
    }
    case 'sendBack':
      return { state: 'assessed', sheets };
    case 'approve':
      return advised?.inFavour && advised.by !== by ? { state: 'certified', sheets } : undefined;
    case 'decline':
      return advised?.by === by ? undefined : { state: 'declined', sheets };
    case 'askToCorrect':
      return pending ? undefined : { state: 'certified', sheets, pending: { kind: 'correction', by } };
    case 'askToRevoke':
      return pending ? undefined : { state: 'certified', sheets, pending: { kind: 'revocation', by } };
    case 'confirmCorrection':
      return pending?.kind === 'correction' && pending.by !== by ? { state: 'certified', sheets } : undefined;
    case 'confirmRevocation':
      return pending?.kind === 'revocation' && pending.by !== by ? { state: 'revoked', sheets } : undefined;
    case 'dropRequest':
      return pending ? { state: 'certified', sheets } : undefined;
  }
}

const judged = (sheets: Model['sheets']): Model => ({
  state: [...sheets.values()].includes('open') ? 'assessing' : 'assessed',
  sheets,
});

/** One of the steps that lead somewhere from here; undefined at the end of the road. */
function onward(model: Model, { pick, yes }: { pick: number; yes: boolean }): Step | undefined {
  const steps = (Object.keys(rules) as Action[])
    .filter((action) => action !== 'extend' && action !== 'edit' && (rules[action].from as readonly string[]).includes(model.state))
    .flatMap((action) => rules[action].by.map((by): Step => ({ action, by, yes, whom: pick % 2 === 0 ? 'first' : 'second' })))
    .filter((each) => expected(model, each) !== undefined);
  return steps[pick % Math.max(1, steps.length)];
}

/** A complete dossier of a street in a ward of its own, and everybody who may meet it. */
async function aDossier() {
  const { deps, act, officer } = town;
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
    programmeId: town.programmeId,
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
  const people: Record<Who, Actor> = {
    ward: { ...town.ward, roles: [holding('ward', wardId)] },
    stranger: { ...someoneElse, roles: [holding('ward', 'ha-ly'), holding('officer', 'ngo-quyen'), holding('leader', 'ngo-quyen')] },
    officer: town.officer,
    both: { ...someoneElse, roles: [holding('officer', 'hong-bang'), holding('leader', 'hong-bang')] },
    first: town.assessor,
    second,
    leader: town.leader,
    deputy: town.secondLeader,
    admin: { ...someoneElse, id: town.otherWard.id, roles: [holding('admin', 'hong-bang')] },
    city: { ...someoneElse, roles: [holding('city', 'hai-phong')] },
  };
  const dossier = async () => {
    const found = await findDossier(deps.table, id);
    if (!found) throw new Error('the dossier is gone');
    return found;
  };
  return { id, people, dossier };
}

const someoneElse: Actor = { id: '0190a0a0-0000-7000-8000-00000000000b' as Actor['id'], name: 'Kiêm nhiệm', roles: [] };

let corrections = 0;

/** Carries a step out with the verb itself. */
async function carryOut(road: Road, { nomination, assessments }: Dossier, { action, by, yes, whom }: Step) {
  const { deps } = town;
  const actor = road.people[by];
  const act = town.act(actor);
  const move = { id: road.id, version: nomination.version };
  const person = road.people[whom].id;
  switch (action) {
    case 'edit':
      return edit(deps, actor, act, move, { contact, files: [report] });
    case 'submit':
      return submit(deps, actor, act, move);
    case 'withdraw':
      return withdraw(deps, actor, act, move, 'Chọn tuyến khác');
    case 'return':
      return returnToWard(deps, actor, act, move, { reason: 'Thiếu', answerBy: '2023-10-30T17:00:00.000Z', comments: [] });
    case 'assign':
      return assign(deps, actor, act, move, [person]);
    case 'unassign':
      return unassign(deps, actor, act, move, person);
    case 'assess': {
      const visit = assessments.find((each) => each.personId === actor.id && each.round === nomination.round);
      const answer = (met: boolean) => ({ kind: 'yesNo' as const, met, evidence: [] });
      const sheet = { answers: { C01: answer(yes), C02: answer(true) }, spotChecks: [] };
      const written = await write(deps, actor, act, road.id, visit?.version ?? 0, sheet);
      if (!written.ok) return written;
      const finished = { version: written.value.version, completedAt: deps.now().toISOString(), clockOffsetMs: 0 };
      return complete(deps, actor, town.act(actor), road.id, finished);
    }
    case 'recommend':
      return recommend(deps, actor, act, move, { inFavour: yes, reason: 'Theo biên bản' });
    case 'sendBack':
      return sendBack(deps, actor, act, move);
    case 'approve':
      return approve(deps, actor, act, [move], {});
    case 'decline':
      return decline(deps, actor, act, move, 'Chưa đạt');
    case 'askToCorrect':
      return askToCorrect(deps, actor, act, move, { reason: 'Sai tên', facts: { name: `Điện Biên Phủ ${++corrections}` } });
    case 'confirmCorrection':
      return confirmCorrection(deps, actor, act, move);
    case 'askToRevoke':
      return askToRevoke(deps, actor, act, move, 'Không còn đạt');
    case 'confirmRevocation':
      return confirmRevocation(deps, actor, act, move);
    case 'dropRequest':
      return dropRequest(deps, actor, act, move);
    case 'extend':
      return extend(deps, actor, act, move, { assessmentDueAt: laterThan(nomination) });
  }
}

const laterThan = ({ extended }: Nomination): string =>
  new Date(Date.parse(extended.assessmentDueAt ?? '2023-11-09T17:00:00.000Z') + 60_000).toISOString();
