import * as z from 'zod/mini';
import type { FailureCode } from '../../shared/failures/failure.ts';
import { statusOf } from './problem.ts';

const codes = Object.keys(statusOf) as FailureCode[];

/** RFC 9457 problem details, as every refusal is answered: `unexpected` is a fault of ours, with a number to quote. */
export const Problem = z.object({
  type: z.string(),
  status: z.int().check(z.describe('The status of HTTP')),
  code: z.enum([...codes, 'unexpected']).check(z.describe('Says to programs what happened; it never changes')),
  detail: z.string().check(z.describe('A sentence for people, in the language of the request')),
  fields: z.optional(
    z.array(
      z.object({
        field: z.string(),
        rule: z.string(),
        message: z.string(),
        params: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
      }),
    ),
  ),
  params: z.optional(z.record(z.string(), z.unknown()).check(z.describe('What the sentence names, for programs'))),
});
