import type { AuthorityId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Figures } from '../../shared/streets/street.ts';
import type { ResultsFacts } from './document-facts.ts';

/** Shops as they were handed in, where the street is still in the running or certified: what the board counts too. */
export const runningFigures = (nominations: readonly Nomination[]): Figures[] =>
  nominations.flatMap((each) =>
    'submission' in each && each.state !== 'declined' && each.state !== 'revoked' ? [each.submission.figures] : [],
  );

/** A ward in the report. */
export type Row = {
  ward: string;
  registered: number;
  submitted: number;
  assessed: number;
  certified: number;
  declined: number;
  merchants: number;
  cashless: number;
};
const counters = ['registered', 'submitted', 'assessed', 'certified', 'declined', 'merchants', 'cashless'] as const;

/** What became of a ward's dossiers. */
function rowOf(ward: string, nominations: readonly Nomination[]): Row {
  const inState = (...states: Nomination['state'][]) => nominations.filter(({ state }) => states.includes(state)).length;
  const running = runningFigures(nominations);
  return {
    ward,
    registered: nominations.length - inState('withdrawn'),
    submitted: nominations.filter((each) => 'submission' in each).length,
    assessed: nominations.filter((each) => 'outcome' in each).length,
    certified: inState('certified'),
    declined: inState('declined'),
    merchants: running.reduce((sum, each) => sum + each.merchants, 0),
    cashless: running.reduce((sum, each) => sum + each.cashless, 0),
  };
}

/** A row for each ward of the programme, by name; wards that put nothing forward stand there too. */
export function rowsOf({ programme, nominations, units }: ResultsFacts): Row[] {
  const names = new Map<AuthorityId, string>([
    ...programme.wardIds.map((id) => [id, units.get(id)?.name ?? id] as const),
    ...nominations.map(({ wardId, wardName }) => [wardId, wardName] as const),
  ]);
  return [...names]
    .map(([id, name]) =>
      rowOf(
        name,
        nominations.filter(({ wardId }) => wardId === id),
      ),
    )
    .sort((a, b) => a.ward.localeCompare(b.ward, 'vi'));
}

export const totalOf = (rows: readonly Row[]): Row => ({
  ...rowOf('', []),
  ...Object.fromEntries(counters.map((each) => [each, rows.reduce((sum, row) => sum + row[each], 0)])),
});
