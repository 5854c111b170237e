import type { Fields, Step, StoredType } from './step.ts';
import { steps as all } from './steps.ts';

/** What lies there was written by a newer version of the program: it is refused whole, because half of it would be lost when it is saved. */
export class NewerData extends Error {
  readonly failure: { code: 'newer-data'; what: string; form: number; known: number };
  constructor(what: StoredType, form: number, known: number) {
    super(`a ${what} of form ${form} lies in the table; this program knows forms up to ${known}`);
    this.name = 'NewerData';
    this.failure = { code: 'newer-data', what, form, known };
  }
}

/** The form in which this version of the program writes a type: 1, and one more for each step. */
export const formOf = (type: StoredType, steps: readonly Step[] = all): number => 1 + steps.filter((step) => step.type === type).length;

/** A stored value in today's form, whatever form it was written in (none said: the first). Throws `NewerData` when it is from tomorrow. */
export function broughtForward(type: StoredType, form: unknown, was: Fields, steps: readonly Step[] = all): Fields {
  const from = form === undefined ? 1 : Number(form);
  const known = formOf(type, steps);
  if (!Number.isInteger(from) || from < 1 || from > known) throw new NewerData(type, from, known);
  return steps.filter((step) => step.type === type && step.from >= from).reduce((value, step) => step.bring(value), was);
}
