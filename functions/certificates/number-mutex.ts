import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../shared/failures/failure.ts';
import type { Result } from '../../shared/result.ts';

const tries = 20;
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs what takes a certificate number. Within this process one goes after the other, so that a hundred approvals do not fight for the
 * counter; between processes the counter's condition decides, and who lost it tries again.
 */
export function withNumberMutex<T>(attempt: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  const mine = last.then(() => retryWhileBusy(attempt));
  last = mine.catch(() => undefined);
  return mine;
}

/** Tries again while only the counter of certificate numbers was taken by somebody else: full jitter, doubling from 20 ms to a second. */
async function retryWhileBusy<T>(attempt: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  for (let n = 0; ; n++) {
    const outcome = await attempt();
    if (outcome.ok || outcome.failure.code !== 'busy' || n + 1 >= tries) return outcome;
    await pause(Math.random() * Math.min(1000, 20 * 2 ** n));
  }
}
