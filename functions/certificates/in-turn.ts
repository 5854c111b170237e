import { setTimeout as pause } from 'node:timers/promises';
import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';

const tries = 20;

/** Tries again while only the counter of certificate numbers was taken by somebody else: full jitter, doubling from 20 ms to a second. */
export async function inTurn<T>(attempt: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  for (let n = 0; ; n++) {
    const outcome = await attempt();
    if (outcome.ok || outcome.failure.code !== 'busy' || n + 1 >= tries) return outcome;
    await pause(Math.random() * Math.min(1000, 20 * 2 ** n));
  }
}
