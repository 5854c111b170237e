import type { Failure } from '../failures/failure.ts';
import type { Instant, PersonId } from '../ids.ts';
import type { Actor } from '../people/person.ts';
import { type ActionName, may } from '../people/policy.ts';
import { nominationScope } from '../people/scope.ts';
import type { Unsaved } from '../record.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Nomination, NominationState } from './nomination.ts';

/** A nomination as the rules see it: what it says, without how it is stored. */
export type Value = Unsaved<Nomination>;
/** A nomination's value that is known to be in one of these states. */
export type ValueIn<S extends NominationState> = Extract<Value, { state: S }>;

/** What somebody wants done: who, when, and everything that was typed. */
export type Command<Input = unknown> = { by: Actor; at: Instant } & Input;
/** The same before everything is known: a page asks why not before anything is typed. */
export type Asked<Input = unknown> = { by: Actor; at: Instant } & Partial<Input>;

/**
 * One row of the lifecycle: an action with all its rules. It reads no clock and no database. `Known` is what a page knows as well as the
 * server; `Facts` is what the server loads besides, to say what the nomination becomes.
 */
export type Transition<S extends NominationState, Input, Known, Facts, Next> = {
  action: string;
  from: readonly S[];
  permission: ActionName;
  /** Why it cannot be done, as the server will say it: permission, then state, then what else must hold. */
  whyNot: (asked: Asked<Input>, nomination: Value, known: Known) => Failure | undefined;
  /** The same rules, then what the nomination becomes. */
  decide: (command: Command<Input>, nomination: Value, facts: Facts) => Result<Next, Failure>;
};

/** A row from its parts. `refuse` asks what else must hold, once permission and state are fit; `next` can rely on all of it. */
export function transition<const S extends NominationState, Next, Input = unknown, Known = unknown, Facts extends Known = Known>(of: {
  action: string;
  from: readonly S[];
  permission: ActionName;
  refuse?: (asked: Asked<Input>, nomination: ValueIn<S>, known: Known) => Failure | undefined;
  next: (command: Command<Input>, nomination: ValueIn<S>, facts: Facts) => Next;
}): Transition<S, Input, Known, Facts, Next> {
  const { action, from, permission } = of;
  const open = (asked: Asked<Input>, nomination: Value, known: Known): Result<ValueIn<S>, Failure> => {
    const allowed = may(asked.by, permission, nominationScope(nomination));
    if (!allowed.ok) return allowed;
    if (!isIn(nomination, from)) return fail(wrongState(of, nomination.state));
    const refusal = of.refuse?.(asked, nomination, known);
    return refusal ? fail(refusal) : ok(nomination);
  };
  return {
    action,
    from,
    permission,
    whyNot(asked, nomination, known) {
      const opened = open(asked, nomination, known);
      return opened.ok ? undefined : opened.failure;
    },
    decide(command, nomination, facts) {
      const opened = open(command, nomination, facts);
      return opened.ok ? ok(of.next(command, opened.value, facts)) : opened;
    },
  };
}

/** Whether a nomination is in one of these states. */
export const isIn = <N extends { state: NominationState }, S extends NominationState>(
  nomination: N,
  states: readonly S[],
): nomination is Extract<N, { state: S }> => states.some((state) => state === nomination.state);

/** The failure of an action that this state does not allow: it names the states that would do. */
export const wrongState = ({ action, from }: { action: string; from: readonly NominationState[] }, state: NominationState): Failure => ({
  code: 'wrong-state',
  action,
  state,
  allowed: [...from],
});

/** Nobody decides on what they put forward themselves: whoever recommends or asks leaves the last word to somebody else. */
export const ownWork = (author: PersonId, { by }: Asked, action: string): Failure | undefined =>
  author === by.id ? { code: 'own-work', action } : undefined;
