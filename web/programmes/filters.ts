import type { Programme } from '../../shared/programmes/programme.ts';
import { fold } from '../../shared/text/fold.ts';
import { dueOf } from '../components/next-step.tsx';
import type { BoardRow } from './queries.ts';

/** What a list of dossiers is narrowed to; it stands in the address, so that it survives a reload and can be sent on. */
export type Filters = { states: string[]; ward: string; kind: string; overdue: boolean; text: string };

/** Names in the address are Vietnamese without marks, like the paths. */
export const filtersOf = (search: URLSearchParams): Filters => ({
  states: search.getAll('trang-thai'),
  ward: search.get('phuong') ?? '',
  kind: search.get('loai') ?? '',
  overdue: search.get('qua-han') === '1',
  text: search.get('tim') ?? '',
});

/** The address of these filters; what is not narrowed does not stand in it. */
export function searchOf({ states, ward, kind, overdue, text }: Filters): URLSearchParams {
  const search = new URLSearchParams();
  for (const state of states) search.append('trang-thai', state);
  if (ward) search.set('phuong', ward);
  if (kind) search.set('loai', kind);
  if (overdue) search.set('qua-han', '1');
  if (text) search.set('tim', text);
  return search;
}

type Listed = Pick<BoardRow, 'state' | 'wardId' | 'wardName' | 'streetName' | 'kind'>;
type Timeline = Pick<Programme, 'registrationClosesAt' | 'assessmentDueAt' | 'ceremonyAt'>;

/** The dossiers that fit all filters; "pho huong" finds "Phở Hương". */
export function narrowed<Row extends Listed & Parameters<typeof dueOf>[0]>(
  rows: readonly Row[],
  filters: Filters,
  programme: Timeline,
  now: Date,
): Row[] {
  const wanted = fold(filters.text);
  return rows.filter(
    (row) =>
      (filters.states.length === 0 || filters.states.includes(row.state)) &&
      (!filters.ward || row.wardId === filters.ward) &&
      (!filters.kind || row.kind === filters.kind) &&
      (!filters.overdue || isOverdue(row, programme, now)) &&
      (!wanted || fold(`${row.streetName} ${row.wardName}`).includes(wanted)),
  );
}

/** The next step should have been taken by now. */
export function isOverdue(row: Parameters<typeof dueOf>[0], programme: Timeline, now: Date): boolean {
  const due = dueOf(row, programme);
  return due !== undefined && Date.parse(due) <= now.getTime();
}
