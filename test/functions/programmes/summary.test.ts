import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { creation, save } from '../../../functions/data/save.ts';
import { draft } from '../../../functions/nominations/draft.ts';
import { board } from '../../../functions/programmes/board.ts';
import { storeSummary } from '../../../functions/programmes/store.ts';
import { summarise } from '../../../functions/programmes/summarise.ts';
import { summary } from '../../../functions/programmes/summary.ts';
import { NominationId, Sha256 } from '../../../shared/ids.ts';
import type { Nomination, NominationIn } from '../../../shared/nominations/nomination.ts';
import type { Actor } from '../../../shared/people/person.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import type { Unsaved } from '../../../shared/record.ts';
import { noFigures } from '../../../shared/streets/street.ts';
import { holding, must } from '../../support/instance.ts';
import { aFixture, type Fixture, unit } from '../authorities/authority-fixture.ts';
import { aStreet, saved } from '../data/street.ts';
import { anOpenProgramme } from './programme.ts';

let fixture: Fixture;
let officer: Actor;
let programme: Programme;
beforeAll(async () => {
  fixture = await aFixture('2023-10-20T02:00:00.000Z');
  officer = await fixture.person('Trần Thị Kinh Tế', holding('officer', 'hong-bang'));
  programme = await anOpenProgramme(fixture, officer);
});
afterAll(() => fixture.stop());

const newId = () => NominationId.parse(uuidv7());

async function drafted(ward: string): Promise<NominationIn<'draft'>> {
  const clerk = await fixture.person('Nguyễn Thị Phường', holding('ward', ward));
  const street = await saved(fixture, clerk, { ...aStreet(), wardId: unit(ward) });
  const made = must(await draft(fixture.deps, fixture.act(clerk), newId(), { programmeId: programme.id, streetId: street.id }));
  return made as NominationIn<'draft'>;
}

/** A dossier of a ward as it lies on the board after it was handed in, or declined later. */
async function handedIn(ward: string, state: 'submitted' | 'declined', shops: number): Promise<void> {
  const { version: _, trail: __, ...like } = await drafted(ward);
  const figures = { ...noFigures(), merchants: shops, cashless: shops - 1, qr: shops - 1, twoMethods: 2 };
  const at = '2023-10-25T02:00:00.000Z';
  const submission = {
    submittedAt: at,
    by: officer.id,
    onTime: true,
    located: true,
    figures,
    snapshot: Sha256.parse('a'.repeat(64)),
  };
  const by = { by: officer.id, at, reason: 'Chưa đạt' };
  const declined = {
    assignment: { assessors: [], completed: [], seed: 's', drawnAt: at, sampleSize: 5 },
    outcome: { score: 60, passed: false, unmet: [], spread: 0, flagged: false, lateToAcknowledge: 0 },
    recommendation: { ...by, inFavour: false },
    declined: by,
  };
  const common = { ...like, id: newId(), round: 1, submission };
  const record: Unsaved<Nomination> = state === 'submitted' ? { ...common, state } : { ...common, ...declined, state };
  must(await save(fixture.deps.table, creation(fixture.deps.table, fixture.act(officer), 'nomination.submit', 'nomination', record)));
}

test('a programme in figures counts what stands on its board, however often it is counted', async () => {
  expect(must(await summary(fixture.deps, officer, programme.id))).toMatchObject({ states: {}, wards: 0 });
  await handedIn('minh-khai', 'submitted', 31);
  await handedIn('ha-ly', 'submitted', 24);
  await handedIn('ha-ly', 'declined', 50);
  const counted = {
    wards: 2,
    merchants: 55,
    cashless: 53,
    qr: 53,
    twoMethods: 4,
    card: 0,
    states: { draft: 3, submitted: 2, declined: 1 },
  };
  fixture.clock.at = new Date('2023-10-26T02:00:00.000Z');
  for (const _ of [1, 2, 3]) expect(await summarise(fixture.deps, programme.id)).toMatchObject(counted);
  expect(must(await summary(fixture.deps, officer, programme.id))).toMatchObject(counted);
});

test('a count that began earlier and ends later does not overwrite the newer one', async () => {
  const newer = await summarise(fixture.deps, programme.id);
  await storeSummary(fixture.deps.table, { ...newer, merchants: 0, computedAt: '2023-10-21T02:00:00.000Z' });
  expect(must(await summary(fixture.deps, officer, programme.id))).toEqual(newer);
});

test('the board shows every nomination once, ward by ward, over its pages', async () => {
  const wards: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = must(await board(fixture.deps, officer, programme.id, 2, cursor));
    wards.push(...page.items.map((each) => each.wardId));
    cursor = page.next;
    if (!cursor) break;
  }
  expect(wards).toEqual(['ha-ly', 'ha-ly', 'ha-ly', 'ha-ly', 'minh-khai', 'minh-khai']);
});
