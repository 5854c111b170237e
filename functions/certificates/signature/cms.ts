import { createHash } from 'node:crypto';
import { element, inOrder, integer, octets, oid, sequence, setOf, tagged } from './der.ts';
import { oids } from './oids.ts';
import type { Signer } from './signer.ts';
import { issuerAndSerial } from './x509.ts';

/**
 * The signature over the SHA-256 `digest` of a PDF's ByteRange, as CMS in DER: PAdES B-B (ETSI EN 319 142-1, 6.3) with contentType,
 * messageDigest and signingCertificateV2, without signingTime (the PDF says it in /M), the signer's chain included.
 * Throws what `sign` throws.
 */
export async function detachedSignature(digest: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const [certificate] = signer.chain;
  if (!certificate) throw new Error('a signer without a certificate');
  const attributes = setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    // ESSCertIDv2 without its hash algorithm, because SHA-256 is the default (RFC 5035, 4).
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(sha256(certificate)))))),
  );
  const value = await signer.sign(attributes);
  const { issuer, serial } = issuerAndSerial(certificate);
  const signerInfo = sequence(
    integer(1),
    sequence(issuer, serial),
    sha256Algorithm,
    // The same set, under the tag that it has here: what is signed is the set itself (RFC 5652, 5.4).
    Buffer.concat([Buffer.from([0xa0]), attributes.subarray(1)]),
    sequence(oid(oids.ecdsaWithSha256)),
    octets(value),
  );
  const signedData = sequence(
    integer(1),
    element(0x31, sha256Algorithm),
    sequence(oid(oids.data)),
    tagged(0, ...inOrder(signer.chain)),
    element(0x31, signerInfo),
  );
  return new Uint8Array(sequence(oid(oids.signedData), tagged(0, signedData)));
}

const sha256Algorithm = sequence(oid(oids.sha256));
const attribute = (type: string, value: Buffer): Buffer => sequence(oid(type), setOf(value));
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
