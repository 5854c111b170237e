import type { Answer } from '../../shared/verification/verification.ts';

/**
 * How long a cache between us and the people may keep an answer (ADR 5): what the register says for a minute, so a revocation is seen within
 * one; a code that is not there not at all, because its certificate may be issued the next second. Browsers ask each time.
 */
export const cacheHeaders = (answer: Answer): Record<string, string> =>
  answer.status === 'valid' || answer.status === 'superseded' || answer.status === 'revoked' || answer.status === 'unreadable'
    ? { 'cache-control': 'public, max-age=0, s-maxage=60', vary: 'accept-language' }
    : { 'cache-control': 'no-store' };
