import type { Step } from './step.ts';

/**
 * Every change of the form of what is stored, the oldest first: the only list of them. The form of a type is one more than its steps here,
 * so adding a line is all that it takes: reading brings older items forward, writing stores the new form.
 */
export const steps: readonly Step[] = [];
