import type { Failure } from '../failures/failure.ts';

/** A place of a ward's quota and the nomination that holds it. */
export type HeldPlace = { slot: number; id: string };

type Listed = { id: string; programmeId: string; kind: 'street' | 'market'; slot?: number | undefined };

/** The places of a kind that a ward's other nominations hold in a programme, as a list of its nominations tells. */
export const heldPlaces = (
  nominations: readonly Listed[],
  of: { programmeId: string; kind: 'street' | 'market'; id?: string },
): HeldPlace[] =>
  nominations.flatMap(({ id, programmeId, kind, slot }) =>
    slot !== undefined && programmeId === of.programmeId && kind === of.kind && id !== of.id ? [{ slot, id }] : [],
  );

/** The first place of a ward's quota that nobody is known to hold; a failure that names a holder when there is none. */
export function freePlace(
  quota: number,
  held: readonly HeldPlace[],
  of: { wardName: string; kind: 'street' | 'market' },
): { slot: number } | { failure: Failure } {
  for (let slot = 1; slot <= quota; slot++) if (!held.some((each) => each.slot === slot)) return { slot };
  return { failure: { code: 'slot-taken', ward: of.wardName, kind: of.kind, holder: held.at(-1)?.id ?? '' } };
}
