import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { element, integer, octets, oid, sequence, setOf, tagged } from '../../functions/certificates/signature/der.ts';
import { oids } from '../../functions/certificates/signature/oids.ts';

/**
 * A self-signed X.509 certificate (RFC 5280) in DER for a P-256 key: for signing documents (digitalSignature, nonRepudiation), no authority
 * that could vouch for others. `key`: the private one.
 */
export function selfSigned(of: Named): Uint8Array {
  const body = certificateBody(of);
  return certificateOf(body, sign('sha256', body, of.key));
}

type Named = { name: string; key: KeyObject; from: Date; until: Date };

/** What such a certificate says, still unsigned, in DER: for a key that answers later. */
export function certificateBody(of: Named): Uint8Array {
  const name = sequence(setOf(sequence(oid('2.5.4.3'), element(0x0c, Buffer.from(of.name)))));
  const publicKey = (of.key.type === 'public' ? of.key : createPublicKey(of.key)).export({ type: 'spki', format: 'der' });
  // The key itself is the last field of SubjectPublicKeyInfo: 65 bytes of an uncompressed point.
  const keyId = octets(createHash('sha1').update(publicKey.subarray(-65)).digest());
  return sequence(
    tagged(0, integer(2)),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(of.from), time(of.until)),
    name,
    publicKey,
    tagged(
      3,
      sequence(
        extension('2.5.29.19', sequence(), critical),
        extension('2.5.29.15', element(0x03, Buffer.from([6, 0b1100_0000])), critical),
        extension('2.5.29.14', keyId),
      ),
    ),
  );
}

/** The certificate of a body and its signature (ECDSA in DER over the SHA-256 of the body). */
export const certificateOf = (body: Uint8Array, signature: Uint8Array): Uint8Array =>
  new Uint8Array(sequence(body, algorithm, element(0x03, Buffer.from([0]), signature)));

const algorithm = sequence(oid(oids.ecdsaWithSha256));
const critical = element(0x01, Buffer.from([0xff]));
const extension = (id: string, value: Uint8Array, ...flag: Uint8Array[]): Buffer => sequence(oid(id), ...flag, octets(value));

/** A moment as X.509 writes it: with two digits for the year before 2050, and with four from then on (RFC 5280, 4.1.2.5). */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]|\..*$/g, '');
  return Number(digits.slice(0, 4)) < 2050 ? element(0x17, Buffer.from(`${digits.slice(2)}Z`)) : element(0x18, Buffer.from(`${digits}Z`));
}
