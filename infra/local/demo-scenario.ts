import { createHash } from 'node:crypto';
import type { Command } from '../../functions/data/audit.ts';
import type { RendererDeps } from '../../functions/deps.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import { PersonId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Result } from '../../shared/result.ts';
import { demoPeople } from './demo-fixtures.ts';

/**
 * One step of the demonstration: what a person did on a day. `day` counts from the day of the load, from eight in the morning (−2 is that
 * hour two days before it, −1.9 a little later), and `what` names the step: its ids and its randomness follow from it. Playing the last
 * step once more changes nothing.
 */
export type Step = { day: number; by: string; what: string; play: (then: Then) => Promise<unknown> };

/** The moment of a step: the world with the clock of that day, who acts, and the day of the load. */
export type Then = { deps: RendererDeps; actor: Actor; act: Command; start: Date };

export const dayMs = 86_400_000;
const morningMs = 8 * 3_600_000;

/** The beginning of a day in Vietnam that is never in the future. */
export const startOfDay = (now: Date): Date => new Date(Math.floor(now.getTime() / dayMs) * dayMs - 7 * 3_600_000);

export function momentOf(deps: RendererDeps, start: Date, { day, by, what }: Step): Then {
  const at = new Date(start.getTime() + morningMs + Math.round((day * dayMs) / 60_000) * 60_000);
  const actor = actorOf(by);
  let drawn = 0;
  const random = (bytes: number) => createHash('sha256').update(`pho-so demonstration: ${what} ${drawn++}`).digest().subarray(0, bytes);
  const act = {
    id: idOf(`act ${what}`),
    digest: idOf(what),
    by: actor,
    at: at.toISOString(),
    from: 'demonstration',
  };
  return { deps: { ...deps, now: () => at, random }, actor, act, start };
}

export function actorOf(login: string): Actor {
  const person = demoPeople.find((each) => each.login === login);
  if (!person) throw new Error(`no demonstration person ${login}`);
  return { id: personId(login), name: person.name, roles: person.roles };
}

export const personId = (login: string): PersonId => PersonId.parse(idOf(`person ${login}`));

/** A UUID (version 8) that follows from a name. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(`pho-so demonstration: ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export function must<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  throw new Error(`the demonstration could not be loaded: ${JSON.stringify(result.failure)}`);
}
