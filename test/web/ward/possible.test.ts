import { expect, test } from 'vitest';
import { whyNotBegin, whyNotSubmit } from '../../../web/ward/possible.ts';

const programme = {
  id: 'p',
  state: 'open',
  quota: { street: 1, market: 1 },
  registrationOpensAt: '2023-10-13T17:00:00.000Z',
  registrationClosesAt: '2023-10-31T17:00:00.000Z',
};
const draft = { id: 'n1', programmeId: 'p', kind: 'street' as const, wardName: 'Phường Minh Khai', state: 'draft' as const, extended: {} };
const other = { ...draft, id: 'n2', slot: 1 };
const now = new Date('2023-10-20T02:00:00.000Z');
const given = { nomination: draft, programme, street: {}, missing: [], nominations: [draft], now };

test('a complete draft in an open programme may be submitted', () => {
  expect(whyNotSubmit(given)).toBeUndefined();
  expect(whyNotSubmit({ ...given, nominations: [draft, { ...other, kind: 'market' }, { ...other, programmeId: 'q' }] })).toBeUndefined();
});

test('what stands in the way is named before anybody presses the button', () => {
  const code = (change: Partial<typeof given>) => whyNotSubmit({ ...given, ...change })?.code;
  expect(code({ missing: ['contact'] as never[] })).toBe('dossier-incomplete');
  expect(code({ now: new Date('2023-10-31T17:00:00.000Z') })).toBe('deadline-passed');
  expect(code({ now: new Date('2023-10-13T16:59:59.999Z') })).toBe('registration-not-open');
  expect(code({ programme: { ...programme, state: 'closed' } })).toBe('programme-not-open');
  expect(code({ street: { lockedBy: 'n2' } })).toBe('street-nominated');
  expect(code({ nominations: [draft, other] as (typeof draft)[] })).toBe('slot-taken');
  expect(whyNotSubmit({ ...given, nomination: { ...draft, state: 'assessing' } })?.code).toBe('wrong-state');
});

test('a returned dossier is judged by its own date, and keeps its place in the quota', () => {
  const returned = { ...other, id: 'n1', state: 'returned' as const, returned: { answerBy: '2023-11-03T17:00:00.000Z' } };
  const late = { ...given, nomination: returned, nominations: [returned], now: new Date('2023-11-02T02:00:00.000Z') };
  expect(whyNotSubmit(late)).toBeUndefined();
  expect(whyNotSubmit({ ...late, now: new Date('2023-11-03T17:00:00.000Z') })?.code).toBe('deadline-passed');
});

test('more time for one dossier counts for that dossier', () => {
  const extended = { registrationClosesAt: '2023-11-02T17:00:00.000Z' };
  const at = new Date('2023-11-01T02:00:00.000Z');
  expect(whyNotSubmit({ ...given, nomination: { ...draft, extended }, now: at })).toBeUndefined();
  expect(whyNotSubmit({ ...given, now: at })?.code).toBe('deadline-passed');
});

test('a dossier is not begun where the ward has used its places or registration is over', () => {
  expect(whyNotBegin(programme, 'street', [], now)).toBeUndefined();
  expect(whyNotBegin(programme, 'market', [other], now)).toBeUndefined();
  expect(whyNotBegin(programme, 'street', [other], now)).toMatchObject({ code: 'slot-taken', holder: 'n2' });
  expect(whyNotBegin(programme, 'street', [], new Date('2023-11-01T00:00:00.000Z'))?.code).toBe('deadline-passed');
});
