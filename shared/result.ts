/** The outcome of an action: expected failures are values, a throw is a bug (docs/reading-the-code.md). */
export type Result<T, F> = { ok: true; value: T } | { ok: false; failure: F };

/** Wraps what came out of an action that succeeded. */
export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

/** Wraps an expected failure: a code from `failure.ts` with the parameters of its message. */
export const fail = <const F>(failure: F): { ok: false; failure: F } => ({ ok: false, failure });
