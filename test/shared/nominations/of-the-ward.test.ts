import { describe, expect, test } from 'vitest';
import { at, district, examples, nominationId, people, programme, street, ward } from '../../../scripts/lifecycle-examples.ts';
import { AuthorityId, Sha256 } from '../../../shared/ids.ts';
import { whyNotBegin } from '../../../shared/nominations/begin.ts';
import { heldPlaces } from '../../../shared/nominations/quota.ts';
import { transitions } from '../../../shared/nominations/transitions.ts';

const { draft, edit, submit, withdraw } = transitions;
const asked = { by: people.ward, at };
const later = (instant: string) => ({ by: people.ward, at: instant });
const other = '0190a0a0-0000-7000-8000-0000000000ff';

describe('beginning a dossier', () => {
  const command = { ...asked, id: nominationId };
  const facts = { street, programme, ward };

  test('a ward of the open programme gets a draft with the names of the day, holding no place yet', () => {
    const begun = draft.decide(command, facts);
    expect(begun).toMatchObject({ ok: true, value: { state: 'draft', wardName: 'Phường Minh Khai', round: 0, createdAt: at } });
    expect(begun.ok && begun.value.slot).toBeUndefined();
  });

  test('permission is asked first, then the programme, then the ward', () => {
    const gone = { ...ward, validUntil: '2023-06-30' };
    const closed = { ...programme, state: 'closed' as const, wardIds: [] };
    const code = (by = people.ward, change: Partial<typeof facts> | object = {}) => draft.whyNot({ by, at }, { ...facts, ...change })?.code;
    expect(code(people.officer, { programme: closed, ward: gone })).toBe('not-permitted');
    expect(code(people.ward, { programme: closed, ward: gone })).toBe('programme-not-open');
    expect(code(people.ward, { programme: { ...programme, wardIds: [] }, ward: gone })).toBe('ward-not-valid');
    expect(code(people.ward, { programme: { ...programme, wardIds: [district] } })).toBe('ward-not-in-programme');
    expect(code()).toBeUndefined();
  });

  test('a page also says what would stop the dossier later: registration is over, the places are used', () => {
    const of = { street, programme, wardName: ward.name, held: [] };
    const held = heldPlaces([{ id: other, programmeId: programme.id, kind: 'street', slot: 1 }], {
      programmeId: programme.id,
      kind: 'street',
    });
    expect(whyNotBegin(asked, of)).toBeUndefined();
    expect(whyNotBegin(asked, { ...of, held })).toEqual({ code: 'slot-taken', ward: ward.name, kind: 'street', holder: other });
    expect(whyNotBegin(later(programme.registrationClosesAt), { ...of, held })?.code).toBe('deadline-passed');
    expect(whyNotBegin(asked, { ...of, street: { ...street, kind: 'market' }, held: [] })).toBeUndefined();
    expect(whyNotBegin({ ...asked, by: people.leader }, of)?.code).toBe('not-permitted');
  });
});

describe('changing contact and files', () => {
  test('a returned dossier takes the new ones and stays returned; a contact that is left out is gone', () => {
    expect(edit.decide({ ...asked, files: [] }, examples.returned, {})).toMatchObject({
      ok: true,
      value: { state: 'returned', files: [] },
    });
    expect(edit.decide({ ...asked, files: [] }, examples.draft, {})).not.toHaveProperty('value.contact');
  });
});

describe('handing in', () => {
  const known = { programme, street: {}, missing: [], held: [] };
  const handedIn = {
    located: true,
    figures: examples.submitted.submission.figures,
    snapshot: Sha256.parse('1'.repeat(64)),
    frozen: { street: { name: street.name }, files: [] },
  };
  const facts = { ...known, handedIn };

  test('a complete draft opens round 1, takes the first free place and keeps what was handed in', () => {
    expect(submit.decide(asked, examples.draft, facts)).toMatchObject({
      ok: true,
      value: { state: 'submitted', round: 1, slot: 1, submission: { by: people.ward.id, submittedAt: at, onTime: true, ...handedIn } },
    });
    const wide = { ...facts, programme: { ...programme, quota: { street: 2, market: 0 } }, held: [{ slot: 1, id: other }] };
    expect(submit.decide(asked, examples.draft, wide)).toMatchObject({ ok: true, value: { slot: 2 } });
  });

  test('a returned dossier keeps its place, opens the next round and remembers what had been handed in', () => {
    const full = { ...facts, held: [{ slot: 1, id: other }] };
    const again = submit.decide(asked, examples.returned, full);
    const before = { submittedAt: examples.returned.submission.submittedAt, snapshot: examples.returned.submission.snapshot };
    expect(again).toMatchObject({ ok: true, value: { state: 'submitted', round: 2, slot: 1, submission: { before } } });
    expect(again).not.toHaveProperty('value.returned');
  });

  test('refusals come in this order: programme, opening, deadline, completeness, street, quota', () => {
    const all = {
      programme: { ...programme, state: 'closed' as const, quota: { street: 0, market: 0 } },
      street: { lockedBy: other },
      missing: ['contact'],
      held: [],
    };
    const open = { ...all, programme: { ...all.programme, state: 'open' as const } };
    const complete = { ...open, missing: [] };
    const own = { ...complete, street: { lockedBy: nominationId } };
    const why = (when: string, of: Parameters<typeof submit.whyNot>[2]) => submit.whyNot(later(when), examples.draft, of);
    expect(why('2023-10-13T16:59:59.999Z', all)).toEqual({ code: 'programme-not-open', state: 'closed' });
    expect(why('2023-10-13T16:59:59.999Z', open)).toEqual({ code: 'registration-not-open', opensAt: programme.registrationOpensAt });
    expect(why(programme.registrationClosesAt, open)).toEqual({ code: 'deadline-passed', closedAt: programme.registrationClosesAt });
    expect(why(at, open)).toEqual({ code: 'dossier-incomplete', missing: ['contact'] });
    expect(why(at, complete)).toEqual({ code: 'street-nominated', nominationId: other });
    expect(why(at, own)).toEqual({ code: 'slot-taken', ward: ward.name, kind: 'street', holder: '' });
    expect(why(at, { ...known, held: [{ slot: 1, id: other }] })).toMatchObject({ code: 'slot-taken', holder: other });
    expect(why(at, known)).toBeUndefined();
  });

  test('a returned dossier has its own date, and more time for one dossier counts for that dossier', () => {
    const closed = '2023-11-01T02:00:00.000Z';
    expect(submit.whyNot(later(closed), examples.returned, known)).toBeUndefined();
    expect(submit.whyNot(later('2023-11-02T17:00:00.000Z'), examples.returned, known)?.code).toBe('deadline-passed');
    const extended = { registrationClosesAt: '2023-11-02T17:00:00.000Z' };
    expect(submit.whyNot(later(closed), { ...examples.draft, extended }, known)).toBeUndefined();
    expect(submit.whyNot(later(closed), examples.draft, known)?.code).toBe('deadline-passed');
  });
});

test('a withdrawn dossier gives its place back and says why', () => {
  const withdrawn = withdraw.decide({ ...asked, reason: 'Chọn tuyến khác' }, examples.submitted, {});
  expect(withdrawn).toMatchObject({ ok: true, value: { state: 'withdrawn', withdrawnAt: at, reason: 'Chọn tuyến khác' } });
  expect(withdrawn).not.toHaveProperty('value.slot');
});

test('a ward does nothing with the dossier of another ward', () => {
  const neighbour = { ...people.ward, roles: [{ role: 'ward' as const, authorityId: AuthorityId.parse('ha-ly') }] };
  expect(withdraw.whyNot({ by: neighbour, at }, examples.submitted, {})?.code).toBe('not-permitted');
});
