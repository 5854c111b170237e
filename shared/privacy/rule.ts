import type { ActionName } from '../people/policy.ts';
import type { Versioned } from '../record.ts';

/**
 * What a field of a stored record is, as far as people are concerned (Law 91/2025/QH15). Every field has a line: one without does not
 * compile. The audit's sealing, masks, erasure, exports and papers read these lines; none of them has a list of its own.
 */
export type PersonalRule<V = unknown, Removable = true> = {
  personal: true;
  /** Who may see it in full: whoever may do this. */
  seen: ActionName;
  /** What those see who may read the record and not this field in full. */
  others?: 'masked' | 'hidden';
  /** A number that names somebody by itself: it is masked wherever people typed it into a text that goes on paper. */
  identifier?: true;
  /** What an erasure leaves. */
  erased: Kept | Replaced<V> | (Removable extends true ? 'removed' : never);
};
/** Tells nothing about a person; `erased` where it hangs together with something that does. */
export type PlainRule<V = unknown> = { personal: false; erased?: Replaced<V> };
/** A name in a public act: whoever signs or issues does so in public, so it is neither sealed nor erased. */
export type PublicRule = { personal: 'public'; because: string };

type Kept = { kept: string };
type Replaced<V> = { becomes: V | ((id: string) => V) };

export const plain: PlainRule<never> = { personal: false };
/** The id of somebody who acted: it names nobody once their own record is erased, and histories stay readable. */
export const actor: PublicRule = { personal: 'public', because: 'an id names nobody once the record of the person is erased' };

/** A line for every key of every branch of a record; what `save` itself writes (version, trail) has none. */
export type FieldRules<T> = {
  readonly [K in Exclude<KeyOf<T>, keyof Versioned>]-?: Rule<Exclude<ValueAt<T, K>, undefined>, RemovableAt<T, K>>;
};

/** Objects and lists of objects are spelled out field by field, or personal as a whole. */
type Rule<V, Removable = false> = PersonalRule<V, Removable> | PublicRule | (IsSimple<V> extends true ? PlainRule<V> : Nested<V>);
type Nested<V> = [V] extends [readonly (infer Item)[]]
  ? { each: FieldRules<Item> }
  : string extends KeyOf<V>
    ? { values: Rule<V[KeyOf<V>]> }
    : { fields: FieldRules<V> };

type Scalar = string | number | boolean | null;
type IsSimple<V> = [V] extends [Scalar | readonly Scalar[] | readonly (readonly Scalar[])[]] ? true : false;
type KeyOf<T> = T extends unknown ? keyof T : never;
type ValueAt<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;
type RemovableAt<T, K extends PropertyKey> = false extends (T extends unknown ? (K extends keyof T ? IsOptional<T, K> : never) : never)
  ? false
  : true;
type IsOptional<T, K extends keyof T> = Record<never, never> extends Pick<T, K> ? true : false;

/** A line as those read it who walk over all of them. */
export type AnyRule = PersonalRule | PlainRule | PublicRule | { each: AnyRules } | { fields: AnyRules } | { values: AnyRule };
export type AnyRules = { readonly [field: string]: AnyRule };
