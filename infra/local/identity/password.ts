import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Hashes and checks passwords, a few at a time: each takes 32 MB and a quarter of a second, and everybody signs in at eight o'clock. */
export type Passwords = {
  hash(password: string): Promise<{ hash: string } | 'busy'>;
  /** Without a hash (unknown person) it does the same work and answers no, so that time tells nothing. */
  matches(password: string, hash: string | undefined): Promise<boolean | 'busy'>;
};

/**
 * `atOnce` hashes run side by side, `waiting` more may queue; beyond that the answer is busy.
 * The cost is that of the OWASP Password Storage Cheat Sheet (scrypt, N = 2^15, r = 8, p = 3); only tests hash cheaper.
 */
export function passwords({ atOnce, waiting, logN = 15 }: { atOnce: number; waiting: number; logN?: number }): Passwords {
  const current: Cost = { logN, r: 8, p: 3 };
  const nobody = `scrypt$${logN}$8$3$${'A'.repeat(22)}$${'A'.repeat(43)}`;
  let running = 0;
  const queue: (() => void)[] = [];
  const mutex = async <T>(work: () => Promise<T>): Promise<T | 'busy'> => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return 'busy';
      await new Promise<void>((resolve) => queue.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      queue.shift()?.();
    }
  };

  return {
    hash: (password) =>
      mutex(async () => {
        const salt = randomBytes(16);
        const key = await derive(password, salt, current);
        return { hash: ['scrypt', current.logN, current.r, current.p, salt.toString('base64url'), key.toString('base64url')].join('$') };
      }),
    matches: (password, hash) =>
      mutex(async () => {
        const [, costN, r, p, salt = '', key = ''] = (hash ?? nobody).split('$');
        const derived = await derive(password, Buffer.from(salt, 'base64url'), { logN: Number(costN), r: Number(r), p: Number(p) });
        const kept = Buffer.from(key, 'base64url');
        return kept.length === derived.length && timingSafeEqual(kept, derived) && hash !== undefined;
      }),
  };
}

type Cost = { logN: number; r: number; p: number };

function derive(password: string, salt: Uint8Array, { logN, r, p }: Cost): Promise<Buffer> {
  const cost = { N: 2 ** logN, r, p, maxmem: 2 * 128 * r * 2 ** logN };
  return new Promise((resolve, reject) =>
    // The same word typed on a phone (composed) and on a Mac (decomposed) must be the same password.
    scrypt(password.normalize('NFC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key))),
  );
}
