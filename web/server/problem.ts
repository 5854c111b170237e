import type { FailureCode, FieldFault } from '../../shared/failures/failure.ts';

/** What the server refuses with (RFC 9457); `unexpected` is its own fault, `offline` means that it was not reached at all. */
export type Refusal = {
  code: FailureCode | 'unexpected' | 'offline';
  status: number;
  detail: string;
  fields?: (FieldFault & { message: string })[];
  params?: Record<string, unknown>;
};

/** An answer that is no success: carries the refusal, whose `detail` is a sentence in the person's language. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** The refusal of whatever was thrown. */
export const refusalOf = (error: unknown): Refusal =>
  error instanceof Problem
    ? error.refusal
    : { code: 'unexpected', status: 0, detail: error instanceof Error ? error.message : String(error) };
