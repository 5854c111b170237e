import { expect, test } from 'vitest';
import type { Role } from '../../../shared/people/person.ts';
import type { NominationShown } from '../../../web/nominations/queries.ts';
import { papersOf, papersOfProgramme } from '../../../web/office-documents/papers.ts';

const submission = { submission: {} };
const advised = { ...submission, outcome: {}, recommendation: { inFavour: true } };
const certified = { ...advised, state: 'certified', certificateCode: 'C' };
const dossier = (fields: object) => ({ id: 'n', programmeId: 'p', ...fields }) as unknown as NominationShown;
const of = (fields: object, role: Role) => papersOf(dossier(fields), role).map(({ name }) => name);

test('a ward has its submission from the first draft on, and nothing else', () => {
  expect(of({ state: 'draft' }, 'ward')).toEqual(['submission']);
  expect(of(certified, 'ward')).toEqual(['submission']);
  expect(of({ state: 'withdrawn' }, 'ward')).toEqual([]);
});

test('the office and leadership have what the dossier has come to', () => {
  for (const role of ['officer', 'leader'] as const) {
    expect(of({ state: 'draft' }, role)).toEqual([]);
    expect(of({ ...submission, state: 'submitted' }, role)).toEqual(['submission']);
    expect(of({ ...submission, state: 'returned' }, role)).toEqual([]);
    expect(of({ ...submission, outcome: {}, state: 'assessed' }, role)).toEqual(['submission', 'assessment']);
    expect(of({ ...advised, state: 'recommended' }, role)).toEqual(['submission', 'assessment', 'recommendation', 'draftDecision']);
    expect(of({ ...advised, recommendation: { inFavour: false }, state: 'recommended' }, role)).not.toContain('draftDecision');
    expect(of(certified, role)).toEqual(['submission', 'assessment', 'recommendation', 'decision']);
  }
});

test('the city has decisions and results, an administrator and an assessor nothing', () => {
  expect(of({ ...advised, state: 'recommended' }, 'city')).toEqual([]);
  expect(of(certified, 'city')).toEqual(['decision']);
  expect([...of(certified, 'admin'), ...of(certified, 'assessor')]).toEqual([]);
});

test('the papers of a programme appear with what they are about', () => {
  const names = (rows: object[], role: Role) => papersOfProgramme('p', rows.map(dossier), role).map(({ name }) => name);
  expect(names([{ state: 'draft' }], 'officer')).toEqual([]);
  expect(names([{ ...submission, state: 'submitted' }], 'officer')).toEqual(['results']);
  expect(names([{ ...advised, state: 'recommended' }], 'leader')).toEqual(['recommendation', 'draftDecision', 'results']);
  expect(names([{ ...advised, state: 'recommended' }, certified], 'officer')).toEqual(['recommendation', 'decision', 'results']);
  expect(names([certified], 'city')).toEqual(['decision', 'results']);
  expect(names([certified], 'ward')).toEqual([]);
});
