import { createHash } from 'node:crypto';
import { type Element, elements, expectTag, NotDer, oidOf, read } from './der-read.ts';
import { oids } from './oids.ts';
import { fingerprint, issuerAndSerial } from './x509.ts';

/** What a detached signature claims, as read and not yet checked. */
export type ReadSignature = {
  /** The signer's certificate in DER, and all that came with it. */
  certificate: Buffer;
  chain: Buffer[];
  digestAlgorithm: 'sha256' | 'sha384' | 'sha512';
  /** The digest of the file as the signer saw it. */
  messageDigest: Buffer;
  /** What the signature value covers: the signed attributes as a SET. */
  signed: Buffer;
  scheme: { key: 'ec' | 'rsa' | 'rsa-pss'; hash: 'sha256' | 'sha384' | 'sha512' };
  value: Buffer;
};

/** Reads CMS SignedData with one signer and signed attributes, as PDF signatures are, and the zeros that fill their place. Anything else throws NotDer, an old algorithm too. */
export function readSignature(der: Uint8Array): ReadSignature {
  const all = expectTag(read(der), 0x30);
  if (der.subarray(all.whole.length).some((byte) => byte !== 0)) throw new NotDer('filling');
  const [type, content] = elements(all);
  if (oidOf(type) !== oids.signedData) throw new NotDer('not signed data');
  const signedData = elements(expectTag(elements(expectTag(content, 0xa0))[0], 0x30));
  const inner = elements(expectTag(signedData[2], 0x30));
  // Detached: what is signed is the file, so the signature brings no content of its own.
  if (oidOf(inner[0]) !== oids.data || inner.length > 1) throw new NotDer('content');
  const signers = elements(expectTag(signedData.at(-1), 0x31));
  if (signers.length !== 1) throw new NotDer('signers');
  const chain = certificatesOf(signedData.slice(3, -1).find((each) => each.tag === 0xa0));

  const [, signerId, digest, attributes, algorithm, value] = elements(expectTag(signers[0], 0x30));
  const digestAlgorithm = hashOf(oidOf(elements(expectTag(digest, 0x30))[0]));
  const signed = Buffer.from(expectTag(attributes, 0xa0).whole);
  signed[0] = 0x31;
  const found = attributesOf(read(signed));
  if (oidOf(found.get(oids.contentType)) !== oids.data) throw new NotDer('content type');
  const certificate = chain.find((each) => isNamed(each, signerId));
  if (!certificate) throw new NotDer('no certificate of the signer');
  checkSigningCertificate(found.get(oids.signingCertificateV2), certificate);
  return {
    certificate,
    chain,
    digestAlgorithm,
    messageDigest: expectTag(found.get(oids.messageDigest), 0x04).inside,
    signed,
    scheme: schemeOf(expectTag(algorithm, 0x30), digestAlgorithm),
    value: expectTag(value, 0x04).inside,
  };
}

const mostCertificates = 20;

function certificatesOf(of: Element | undefined): Buffer[] {
  const all = of ? elements(of).filter((each) => each.tag === 0x30) : [];
  if (all.length > mostCertificates) throw new NotDer('too many certificates');
  return all.map((each) => each.whole);
}

/** Whether a certificate is the one that the signer is named by: issuer and serial number, or the key identifier in its extensions. */
function isNamed(certificate: Buffer, signerId: Element | undefined): boolean {
  if (signerId?.tag === 0x80) {
    // The extension's value is the identifier once more as an OCTET STRING, after the extension's own name (2.5.29.14).
    return certificate.includes(Buffer.concat([Buffer.from([0x06, 0x03, 0x55, 0x1d, 0x0e]), keyIdentifier(signerId.inside)]));
  }
  const [issuer, serial] = elements(expectTag(signerId, 0x30));
  const own = issuerAndSerial(certificate);
  return issuer !== undefined && serial !== undefined && own.issuer.equals(issuer.whole) && own.serial.equals(serial.whole);
}

const keyIdentifier = (id: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x04, id.length + 2, 0x04, id.length].map((byte) => byte & 0xff)), id]);

/** Signed attributes by their type; each stands once and has one value. */
function attributesOf(set: Element): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const each of elements(set)) {
    const [type, values] = elements(expectTag(each, 0x30));
    const name = oidOf(type);
    const [value, ...more] = elements(expectTag(values, 0x31));
    if (found.has(name) || !value || more.length > 0) throw new NotDer('attribute');
    found.set(name, value);
  }
  return found;
}

/** The attribute that binds the signature to one certificate (RFC 5035): where it stands, it must name this one. */
function checkSigningCertificate(attribute: Element | undefined, certificate: Buffer): void {
  if (!attribute) return;
  const parts = elements(expectTag(elements(expectTag(elements(expectTag(attribute, 0x30))[0], 0x30))[0], 0x30));
  const [first, second] = parts;
  const hash = first?.tag === 0x30 ? hashOf(oidOf(elements(first)[0])) : 'sha256';
  const named = expectTag(first?.tag === 0x30 ? second : first, 0x04).inside;
  const own = hash === 'sha256' ? Buffer.from(fingerprint(certificate), 'hex') : createHash(hash).update(certificate).digest();
  if (!own.equals(named)) throw new NotDer('another certificate');
}

type Hash = ReadSignature['digestAlgorithm'];
const hashes = new Map<string, Hash>([
  [oids.sha256, 'sha256'],
  [oids.sha384, 'sha384'],
  [oids.sha512, 'sha512'],
]);

function hashOf(name: string): Hash {
  const hash = hashes.get(name);
  if (!hash) throw new NotDer(`algorithm ${name}`);
  return hash;
}

const schemes = new Map<string, ReadSignature['scheme']>([
  [oids.ecdsaWithSha256, { key: 'ec', hash: 'sha256' }],
  [oids.ecdsaWithSha384, { key: 'ec', hash: 'sha384' }],
  [oids.ecdsaWithSha512, { key: 'ec', hash: 'sha512' }],
  [oids.rsaWithSha256, { key: 'rsa', hash: 'sha256' }],
  [oids.rsaWithSha384, { key: 'rsa', hash: 'sha384' }],
  [oids.rsaWithSha512, { key: 'rsa', hash: 'sha512' }],
]);

function schemeOf(algorithm: Element, digestAlgorithm: Hash): ReadSignature['scheme'] {
  const name = oidOf(elements(algorithm)[0]);
  if (name === oids.rsa) return { key: 'rsa', hash: digestAlgorithm };
  // With PSS the hash stands in parameters; signers take the one of the digest (RFC 4056, 3), and a wrong guess only fails the check.
  if (name === oids.rsaPss) return { key: 'rsa-pss', hash: digestAlgorithm };
  const scheme = schemes.get(name);
  if (!scheme) throw new NotDer(`algorithm ${name}`);
  return scheme;
}
