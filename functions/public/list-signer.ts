import { FlattenedSign, importJWK } from 'jose';
import * as z from 'zod/mini';

const part = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
/** A private key as JWK (RFC 7517). `kid` names it in every list that it signs. */
const ListKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: part,
  y: part,
  d: part,
  kid: z.string().check(z.minLength(1), z.maxLength(100)),
});
export type ListKey = z.infer<typeof ListKey>;
export type PublicListKey = Omit<ListKey, 'd'> & { alg: 'ES256'; use: 'sig' };

/**
 * Signs the list that devices keep, with a key of its own: whoever answers the public can never sign a certificate. All keys are published;
 * the first signs. A new key is put in front, an old one stays until no device can hold a list of it, and a stolen one is taken out.
 */
export type ListSigner = {
  keys: readonly PublicListKey[];
  /** A detached signature (RFC 7515, appendix F, with unencoded payload, RFC 7797): ES256 over exactly these bytes. */
  sign(bytes: Uint8Array): Promise<string>;
};

/** The keys out of their JSON, as handlers are handed them; anything else throws. */
export const listKeys = (json: string): ListKey[] => z.array(ListKey).parse(JSON.parse(json));

/** The signer of these keys. */
export function listSigner(keys: readonly ListKey[]): ListSigner {
  const [current] = keys;
  if (!current) throw new Error('there is no key to sign the list with');
  return {
    keys: keys.map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid, alg: 'ES256', use: 'sig' })),
    async sign(bytes) {
      const header = { alg: 'ES256', kid: current.kid, b64: false, crit: ['b64'] };
      const signed = await new FlattenedSign(bytes).setProtectedHeader(header).sign(await importJWK(current, 'ES256'));
      return `${signed.protected}..${signed.signature}`;
    },
  };
}
