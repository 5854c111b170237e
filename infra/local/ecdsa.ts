import { createECDH, createHmac, randomBytes } from 'node:crypto';
import { integer, sequence } from '../../functions/certificates/signature/der.ts';

/** Order of P-256's group (FIPS 186-5; SEC 2, 2.4.2). */
const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * ECDSA with P-256 over a SHA-256 digest (32 bytes) that is already made, in DER, as AWS KMS signs it: Node's own `sign` would hash it once
 * more (FIPS 186-5, 6.4.1). `secret`: the private key, 32 bytes. The same digest gives the same signature (RFC 6979), so it never depends on
 * good randomness; the inverse is taken of blinded values, because arithmetic of big integers takes longer for some than for others.
 */
export function signDigest(digest: Uint8Array, secret: Uint8Array): Uint8Array {
  if (digest.length !== 32) throw new Error('not a SHA-256 digest');
  const [z, d] = [toNumber(digest), toNumber(secret)];
  for (const k of nonces(z, d)) {
    const blind = (toNumber(randomBytes(40)) % (n - 1n)) + 1n;
    const ecdh = createECDH('prime256v1');
    ecdh.setPrivateKey(toBytes(k));
    const r = toNumber(ecdh.getPublicKey().subarray(1, 33)) % n;
    const s = (inverse((k * blind) % n) * ((blind * z + ((blind * d) % n) * r) % n)) % n;
    if (r !== 0n && s !== 0n) return new Uint8Array(sequence(integer(toBytes(r)), integer(toBytes(s))));
  }
  throw new Error('no nonce');
}

/** RFC 6979, 3.2: the numbers to be tried, which nobody without the key can foresee. */
function* nonces(z: bigint, d: bigint): Generator<bigint, undefined> {
  const input = Buffer.concat([toBytes(d), toBytes(z % n)]);
  let [K, V]: [Buffer, Buffer] = [Buffer.alloc(32), Buffer.alloc(32, 1)];
  const mix = (...more: Uint8Array[]) => {
    K = hmac(K, V, ...more);
    V = hmac(K, V);
  };
  mix(Buffer.from([0]), input);
  mix(Buffer.from([1]), input);
  for (;;) {
    V = hmac(K, V);
    const k = toNumber(V);
    if (k > 0n && k < n) yield k;
    mix(Buffer.from([0]));
  }
}

const hmac = (key: Uint8Array, ...parts: Uint8Array[]): Buffer => createHmac('sha256', key).update(Buffer.concat(parts)).digest();
const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const toBytes = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');

/** By the extended Euclidean algorithm; n is prime, so every number but 0 has one. */
function inverse(number: bigint): bigint {
  let [a, b, x, y] = [number, n, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return ((x % n) + n) % n;
}
