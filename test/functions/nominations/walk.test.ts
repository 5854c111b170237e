import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { history } from '../../../functions/history/history.ts';
import type { Dossier } from '../../../functions/nominations/store.ts';
import { arrows, arrowText } from '../../../scripts/lifecycle-arrows.ts';
import { AuthorityId } from '../../../shared/ids.ts';
import { transitions } from '../../../shared/nominations/transitions.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { may } from '../../../shared/people/policy.ts';
import { holding, must } from '../../support/instance.ts';
import { aFixture, twoQuestions } from '../../support/programme-fixture.ts';
import { type Action, everybody, expected, type Model, onward, rules, type Step, straightOn, walk } from './model.ts';
import { aNominationFixture, carryOut, everyone, type NominationFixture } from './nomination-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
let second: Actor;
beforeAll(async () => {
  fixture = await aFixture({ checklist: twoQuestions });
  second = await fixture.person('Tổ thẩm định 2', holding('assessor', 'hong-bang'));
});
afterAll(() => fixture.stop());

/** Every arrow that docs/lifecycle.md shows. */
const shown = arrows().map(arrowText);
const states = ['assessed', 'assessing', 'certified', 'declined', 'draft', 'recommended', 'returned', 'revoked', 'submitted', 'withdrawn'];
/** Walks on the real database cost some 50 ms each; a long run sets more of them. */
const walks = Number(process.env['WALKS'] ?? 120);
/** Walks that go on at once, each in a ward of its own: one waits for the database while another decides. */
const lanes = 4;

test('on hundreds of random walks every action does what the lifecycle says, and a refused one changes nothing', async () => {
  const seen = new Set<string>();
  const taken = new Set<string>();
  const property = fc.asyncProperty(walk, async ({ start, moves }) => {
    const nominationFixture = await aNominationFixture(fixture, second);
    const model: Model = { state: 'draft', sheets: new Map() };
    let dossier = await nominationFixture.dossier();
    for (const each of [...straightOn.slice(0, start), ...moves]) {
      const next = 'pick' in each ? onward(model, each) : each;
      if (!next) break;
      const before = dossier.nomination;
      dossier = await take(nominationFixture, dossier, model, next);
      const { state, version } = dossier.nomination;
      if (version !== before.version) taken.add(arrowText({ action: next.action, from: before.state, to: state }));
      seen.add(model.state);
    }
    const past = must(await history(fixture.deps, nominationFixture.people.admin, { type: 'nomination', id: nominationFixture.id }, 200));
    expect(past.intact).toBe(true);
    expect(past.items.map((entry) => entry.version)).toEqual(Array.from({ length: dossier.nomination.version }, (_, index) => index + 1));
  });
  await Promise.all(Array.from({ length: lanes }, () => fc.assert(property, { numRuns: walks / lanes })));
  expect([...seen].sort()).toEqual(states);
  // Whatever really moved a nomination is an arrow of docs/lifecycle.md; `arrows.test.ts` plays each of them.
  expect([...taken].filter((arrow) => !shown.includes(arrow))).toEqual([]);
}, 600_000);

/** Takes one step and looks at what became of it; answers the dossier as it stands now. */
async function take(nominationFixture: NominationFixture, before: Dossier, model: Model, step: Step): Promise<Dossier> {
  const wanted = expected(model, step);
  const outcome = await carryOut(fixture, nominationFixture, before, step);
  const after = await nominationFixture.dossier();
  const { nomination } = after;
  const output = `${step.action} by ${step.by} in ${model.state}: ${outcome.ok ? 'done' : JSON.stringify(outcome.failure)}`;
  expect(outcome.ok, output).toBe(wanted !== undefined);
  if (wanted) Object.assign(model, { advised: undefined, pending: undefined }, wanted);
  else expect(nomination.version, output).toBe(before.nomination.version);
  expect(nomination.state, output).toBe(model.state);
  return after;
}

test('on a thousand random walks the table and the policy open exactly the actions that the lifecycle names, to exactly those people', () => {
  const wardId = AuthorityId.parse('minh-khai');
  const people = everyone(fixture, second, wardId);
  const seat = AuthorityId.parse('hong-bang');
  const above = [seat, AuthorityId.parse('hai-phong')];
  const seen = new Set<string>();
  fc.assert(
    fc.property(walk, ({ start, moves }) => {
      let model: Model = { state: 'draft', sheets: new Map() };
      for (const each of [...straightOn.slice(0, start), ...moves]) {
        const assessors = [...model.sheets.keys()].map((whom) => people[whom].id);
        const place = { wardId, above, advisingAuthorityId: seat, issuingAuthorityId: seat, assessors };
        expect(openTo(model, people, place)).toEqual(namedFor(model));
        const next = 'pick' in each ? onward(model, each) : each;
        const then = next && expected(model, next);
        if (then) expect(shown).toContain(arrowText({ action: next.action, from: model.state, to: then.state }));
        model = then ?? model;
        seen.add(model.state);
      }
    }),
    { numRuns: 1000 },
  );
  expect([...seen].sort()).toEqual(states);
});

type Place = Parameters<typeof may>[2];
const actions = Object.keys(rules) as Action[];

/** Which actions product and policy open now, and to whom. */
const openTo = (model: Model, people: NominationFixture['people'], place: Place): string[] =>
  actions.flatMap((action) => {
    if (!transitions[action].from.some((state) => state === model.state)) return [];
    return everybody.filter((who) => may(people[who], permissionOf(action), place).ok).map((who) => `${action} by ${who}`);
  });

/** The same as the model has it: only who is assigned may assess. */
const namedFor = (model: Model): string[] =>
  actions.flatMap((action) => {
    const { from, by } = rules[action] as { from: readonly string[]; by: readonly string[] };
    if (!from.includes(model.state)) return [];
    const invited = everybody.filter((who) => by.includes(who) && (action !== 'assess' || model.sheets.has(who as 'first' | 'second')));
    return invited.map((who) => `${action} by ${who}`);
  });

const permissionOf = (action: Action) =>
  action === 'assess' ? 'assessment.write' : action === 'unassign' ? 'nomination.assign' : (`nomination.${action}` as const);
