import { createECDH, createHash, hkdfSync } from 'node:crypto';
import type { ListKey } from '../public/list-signer.ts';

/** The key of the signed list that follows from a secret: Secrets Manager makes random text, no key pairs. */
export function listKeyFrom(secret: string): ListKey {
  const d = Buffer.from(hkdfSync('sha256', secret, '', 'pho-so list of certificates', 32));
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(d);
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url')) as [string, string];
  return {
    kty: 'EC',
    crv: 'P-256',
    x,
    y,
    d: d.toString('base64url'),
    kid: createHash('sha256').update(point).digest('base64url').slice(0, 16),
  };
}
