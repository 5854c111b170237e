import { createHash, type X509Certificate } from 'node:crypto';
import type { SignedBy } from '../../../shared/certificates/signing-key.ts';
import type { Sha256 } from '../../../shared/ids.ts';
import { type Element, elements, expectTag, NotDer, read } from './der-read.ts';

/** Issuer and serial number of a certificate, by which a signature names its signer (RFC 5652, 10.2.4), as they are encoded. */
export function issuerAndSerial(certificate: Uint8Array): { issuer: Buffer; serial: Buffer } {
  const [tbs] = elements(expectTag(read(certificate), 0x30));
  const fields = elements(expectTag(tbs, 0x30));
  // Version 1 has no [0] in front.
  const [serial, , issuer]: (Element | undefined)[] = fields[0]?.tag === 0xa0 ? fields.slice(1) : fields;
  if (!serial || !issuer) throw new NotDer('certificate');
  return { issuer: expectTag(issuer, 0x30).whole, serial: expectTag(serial, 0x02).whole };
}

/** SHA-256 of a certificate in DER, lower-case hex: the name under which a signing key is known. */
export const fingerprint = (certificate: Uint8Array): Sha256 => createHash('sha256').update(certificate).digest('hex') as Sha256;

/** Whom a certificate names, and for how long. Of the name only the common name or the organisation: the rest may hold the number of an identity card. */
export function namesOf(certificate: X509Certificate): Omit<SignedBy, 'signedAt'> {
  const name = (whole: string): string => (/^CN=(.+)$/m.exec(whole) ?? /^O=(.+)$/m.exec(whole))?.[1] ?? '–';
  return {
    subject: name(certificate.subject),
    issuer: name(certificate.issuer),
    serial: certificate.serialNumber.toLowerCase(),
    fingerprint: fingerprint(certificate.raw),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
  };
}
