import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acknowledge } from '../../../functions/assessments/acknowledge.ts';
import { complete } from '../../../functions/assessments/complete.ts';
import { write } from '../../../functions/assessments/write.ts';
import { draft } from '../../../functions/nominations/draft.ts';
import { type Arrow, arrows, arrowText } from '../../../scripts/lifecycle-arrows.ts';
import { NominationId } from '../../../shared/ids.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { holding, must } from '../../support/instance.ts';
import { aFixture, twoQuestions } from '../../support/programme-fixture.ts';
import type { Action, Assessor, Step, Who } from './model.ts';
import { aNominationFixture, carryOut, type NominationFixture } from './nomination-fixture.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
let second: Actor;
beforeAll(async () => {
  fixture = await aFixture({ checklist: twoQuestions });
  second = await fixture.person('Tổ thẩm định 2', holding('assessor', 'hong-bang'));
});
afterAll(() => fixture.stop());

type Played = Step | { late: 'first' } | { acknowledge: 'first' };
const step = (action: Action, by: Who, whom: Assessor = 'first'): Step => ({ action, by, yes: true, whom });

const submit = [step('submit', 'ward')];
const assign = [...submit, step('assign', 'officer')];
const assess = [...assign, step('assess', 'first')];
const recommend = [...assess, step('recommend', 'officer')];
const approve = [...recommend, step('approve', 'leader')];
const askToRevoke = [...approve, step('askToRevoke', 'leader')];
const both = [...assign, step('assign', 'officer', 'second')];
const oneIn = [...both, step('assess', 'first')];
/** The first has finished in time; what was sent arrives within the grace. */
const late = { late: 'first' } as const;
const acknowledged = { acknowledge: 'first' } as const;

/** How each arrow of the document is walked, with the verbs themselves, from a draft on: the last step is the arrow. */
const roads: Record<string, readonly Played[]> = {
  'draft --> draft: edit': [step('edit', 'ward')],
  'returned --> returned: edit': [...submit, step('return', 'officer'), step('edit', 'ward')],
  'draft --> submitted: submit': submit,
  'returned --> submitted: submit': [...submit, step('return', 'officer'), step('submit', 'ward')],
  'draft --> withdrawn: withdraw': [step('withdraw', 'ward')],
  'submitted --> withdrawn: withdraw': [...submit, step('withdraw', 'ward')],
  'returned --> withdrawn: withdraw': [...submit, step('return', 'officer'), step('withdraw', 'ward')],
  'submitted --> returned: return': [...submit, step('return', 'officer')],
  'assessed --> returned: return': [...assess, step('return', 'officer')],
  'submitted --> assessing: assign': assign,
  'assessing --> assessing: assign': both,
  'assessing --> assessing: unassign': [...both, step('unassign', 'officer', 'second')],
  'assessing --> assessed: unassign': [...oneIn, step('unassign', 'officer', 'second')],
  'assessing --> assessing: assess': oneIn,
  'assessing --> assessed: assess': assess,
  'assessing --> assessing: acknowledge': [...both, late, acknowledged],
  'assessing --> assessed: acknowledge': [...assign, late, acknowledged],
  'assessed --> assessed: acknowledge': [...assign, late, acknowledged],
  'assessed --> recommended: recommend': recommend,
  'recommended --> assessed: sendBack': [...recommend, step('sendBack', 'leader')],
  'recommended --> certified: approve': approve,
  'recommended --> declined: decline': [...recommend, step('decline', 'leader')],
  'certified --> certified: askToCorrect': [...approve, step('askToCorrect', 'officer')],
  'certified --> certified: confirmCorrection': [...approve, step('askToCorrect', 'officer'), step('confirmCorrection', 'leader')],
  'certified --> certified: askToRevoke': askToRevoke,
  'certified --> revoked: confirmRevocation': [...askToRevoke, step('confirmRevocation', 'deputy')],
  'certified --> certified: dropRequest': [...askToRevoke, step('dropRequest', 'leader')],
  'draft --> draft: extend': [step('extend', 'officer')],
  'submitted --> submitted: extend': [...submit, step('extend', 'officer')],
  'returned --> returned: extend': [...submit, step('return', 'officer'), step('extend', 'officer')],
  'assessing --> assessing: extend': [...assign, step('extend', 'officer')],
};

/** What came a day after the grace is kept and moves nothing until it is acknowledged: only then the last one may be in. */
const kept = new Set(['assessing --> assessed: acknowledge']);

test.each(arrows().filter(({ from }) => from !== '[*]'))('$from leads to $to by $action, on the real database', async (arrow) => {
  const nominationFixture = await aNominationFixture(fixture, second);
  const played = roads[arrowText(arrow)];
  expect(played, 'every arrow of docs/lifecycle.md is played here').toBeDefined();
  let moved: Arrow | undefined;
  for (const each of played ?? []) moved = await play(nominationFixture, each, kept.has(arrowText(arrow)));
  expect(moved && arrowText(moved)).toBe(arrowText(arrow));
});

test('a draft begins with the ward, on the real database', async () => {
  const { streetId, programmeId } = await fixture.completeDossier({ kind: 'market', name: 'Chợ Sắt', address: '1 Hoàng Ngân' });
  const id = NominationId.parse(uuidv7());
  expect(must(await draft(fixture.deps, fixture.act(fixture.ward, id), id, { programmeId, streetId })).state).toBe('draft');
  expect(arrows().filter(({ from }) => from === '[*]')).toEqual([{ action: 'draft', from: '[*]', to: 'draft' }]);
});

test('no road leads where the document shows no arrow', () => {
  expect(Object.keys(roads).sort()).toEqual(
    arrows()
      .filter(({ from }) => from !== '[*]')
      .map(arrowText)
      .sort(),
  );
});

/** Plays one step and says what it did. */
async function play(nominationFixture: NominationFixture, each: Played, afterGrace: boolean): Promise<Arrow> {
  const before = await nominationFixture.dossier();
  const now = fixture.clock.at;
  const { first, officer } = nominationFixture.people;
  if ('acknowledge' in each) must(await acknowledge(fixture.deps, fixture.act(officer), nominationFixture.id, first.id, 'Mất sóng'));
  else if ('late' in each) await sendLate(nominationFixture, afterGrace);
  else must<unknown>(await carryOut(fixture, nominationFixture, before, each));
  fixture.clock.at = now;
  const action = 'action' in each ? each.action : 'acknowledge' in each ? 'acknowledge' : 'assess';
  return { action, from: before.nomination.state, to: (await nominationFixture.dossier()).nomination.state };
}

/** The first assessor finished in time, and what was sent arrives after the deadline: within the grace, or after it. */
async function sendLate(nominationFixture: NominationFixture, afterGrace: boolean): Promise<void> {
  const { first } = nominationFixture.people;
  const { assessments } = await nominationFixture.dossier();
  const version = assessments.find((each) => each.personId === first.id)?.version ?? 0;
  const answer = { kind: 'yesNo' as const, met: true, evidence: [] };
  const written = must(
    await write(fixture.deps, fixture.act(first), nominationFixture.id, version, { answers: { C01: answer, C02: answer }, spotChecks: [] }),
  );
  const completedAt = fixture.clock.at.toISOString();
  fixture.clock.at = new Date(afterGrace ? '2023-11-12T02:00:00.000Z' : '2023-11-10T02:00:00.000Z');
  must(await complete(fixture.deps, fixture.act(first), nominationFixture.id, { version: written.version, completedAt, clockOffsetMs: 0 }));
}
