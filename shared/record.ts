import * as z from 'zod/mini';

/**
 * What every stored record carries besides its own fields.
 * `version` counts its changes: a write names the version it saw. `trail` belongs to the data layer and is never shown:
 * the action that made this version (a repeat of it is recognised) and the hash of its audit entry (the next entry chains to it).
 */
export const versioned = {
  version: z.int().check(z.nonnegative(), z.describe('Counts the changes of this record; a write names the version it saw')),
  trail: z.object({ actionId: z.string(), digest: z.string(), hash: z.string() }),
};

export type Trail = { actionId: string; digest: string; hash: string };
export type Versioned = { version: number; trail: Trail };

/** A record before it is saved: `save` numbers it and gives it its trail. */
export type Unsaved<T extends Versioned> = T extends Versioned ? Omit<T, 'version' | 'trail'> : never;

/** A record as it leaves the server. */
export type Shown<T> = T extends Versioned ? Omit<T, 'trail'> : T;

/** Takes the data layer's own bookkeeping off a record before it is shown. */
export function shown<T extends Versioned>(record: T): Shown<T> {
  const { trail: _, ...rest } = record;
  return rest as Shown<T>;
}
