import type { NominationState } from '../../shared/nominations/nomination.ts';
import type { Summary } from '../../shared/programmes/summary.ts';

/** What is added up: a programme, or many. */
export type Figures = Pick<Summary, (typeof counted)[number] | 'states' | 'wards'>;
/** A unit with its programmes of the year; one that has opened none stands there too. */
export type UnitRow<S extends Figures> = { id: string; name: string | undefined; programmes: S[] };

const counted = ['merchants', 'cashless', 'qr', 'card', 'wallet', 'mobileMoney', 'twoMethods'] as const;

/** Units side by side in the order of their names, those that have programmes without being named among the units at the end. */
export function unitRows<S extends Figures & { advisingAuthorityId: string }>(
  units: readonly { id: string; name: string }[],
  programmes: readonly S[],
): UnitRow<S>[] {
  const of = (id: string) => programmes.filter((each) => each.advisingAuthorityId === id);
  const named = [...units].sort((a, b) => a.name.localeCompare(b.name, 'vi')).map(({ id, name }) => ({ id, name, programmes: of(id) }));
  const others = new Set(programmes.map((each) => each.advisingAuthorityId).filter((id) => !units.some((unit) => unit.id === id)));
  return [...named, ...[...others].map((id) => ({ id, name: undefined, programmes: of(id) }))];
}

/** Programmes added up. */
export function total(programmes: readonly Figures[]): Figures {
  const states: Record<string, number> = {};
  for (const each of programmes) for (const [state, count] of Object.entries(each.states)) states[state] = (states[state] ?? 0) + count;
  const sums = counted.map((name) => [name, programmes.reduce((sum, each) => sum + each[name], 0)]);
  const wards = programmes.reduce((sum, each) => sum + each.wards, 0);
  return { ...(Object.fromEntries(sums) as Record<(typeof counted)[number], number>), states, wards };
}

/** The ten states as the city looks at them. */
export const groups = {
  preparing: ['draft', 'returned'],
  running: ['submitted', 'assessing', 'assessed', 'recommended'],
  certified: ['certified'],
  ended: ['withdrawn', 'declined', 'revoked'],
} as const satisfies Record<string, readonly NominationState[]>;
export type Group = keyof typeof groups;

/** How many dossiers stand in a group of states. */
export const inGroup = ({ states }: Pick<Figures, 'states'>, group: Group): number =>
  groups[group].reduce((sum, state) => sum + (states[state] ?? 0), 0);
