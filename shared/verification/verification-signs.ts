import type { Tone } from './verification-words.ts';

/** Signs of the answers, as paths in a square of 24: drawn, because not every device has letters for them. */
export const verificationSigns: Record<Tone, string> = {
  valid: 'm5 12 5 5 9-11',
  superseded: 'M4 12a8 8 0 0 1 14-5l2 2m0-5v5h-5M20 12a8 8 0 0 1-14 5l-2-2m0 5v-5h5',
  revoked: 'M6 6l12 12M18 6 6 18',
  changed: 'M6 6l12 12M18 6 6 18',
  unknown: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2m0 3v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  unreadable: 'M12 3 2 20h20L12 3Zm0 6v5m0 3v.01',
  'cannot-check': 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
};
