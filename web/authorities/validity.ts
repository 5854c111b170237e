import type { Authority } from '../../shared/authorities/authority.ts';

/** Today in Vietnam, as days are stored. */
export const today = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** How a unit stands to a day: not yet, in force, or ended. */
export const validityOn = (
  { validFrom, validUntil }: Pick<Authority, 'validFrom' | 'validUntil'>,
  day: string,
): 'later' | 'now' | 'ended' => (validFrom > day ? 'later' : validUntil !== undefined && validUntil < day ? 'ended' : 'now');
