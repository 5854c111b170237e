import { constants, createHash, type KeyObject, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import type { SignedBy } from '../../../shared/certificates/signing-key.ts';
import { type SignedRange, signedRanges } from './byte-range.ts';
import { NotDer } from './der-read.ts';
import { type ReadSignature, readSignature } from './read-cms.ts';
import { namesOf } from './x509.ts';

/**
 * What the signature of a PDF is worth.
 * - `valid`: the widest signature covers the whole file and is right; `earlier`: right ones of the revisions inside it, oldest first
 * - `changed`: something was changed or added after the signature of `by`
 * - `wrong`: a signature that is none: unreadable, of an algorithm that proves nothing, or not made with the key of its certificate
 */
export type SignedPdf =
  | { outcome: 'not-a-pdf' }
  | { outcome: 'not-signed' }
  | { outcome: 'valid'; by: SignedBy; earlier: SignedBy[] }
  | { outcome: 'changed'; by: SignedBy }
  | { outcome: 'wrong'; by?: SignedBy };

/**
 * Checks the signature of a PDF: a pure function of its bytes (PAdES or plain PKCS#7, RSA and ECDSA, SHA-256 to SHA-512). It looks at what
 * the bytes prove, not at whom one should trust. Never throws; the work grows with the size of the file and at most 16 signatures.
 */
export function verifySignedPdf(pdf: Uint8Array): SignedPdf {
  if (Buffer.from(pdf.subarray(0, 5)).toString('latin1') !== '%PDF-') return { outcome: 'not-a-pdf' };
  const ranges = signedRanges(pdf);
  if (ranges === 'unreadable') return { outcome: 'wrong' };
  const widest = ranges.pop();
  if (!widest) return { outcome: 'not-signed' };
  const last = judged(widest);
  if (last.outcome === 'wrong') return last;
  if (last.outcome === 'changed' || widest.end !== pdf.length) return { outcome: 'changed', by: last.by };
  const earlier = ranges.map(judged).flatMap((each) => (each.outcome === 'right' ? [each.by] : []));
  return { outcome: 'valid', by: last.by, earlier };
}

type Judged = { outcome: 'right' | 'changed'; by: SignedBy } | { outcome: 'wrong'; by?: SignedBy };

/** Whether a signature is right for what it covers. */
function judged(range: SignedRange): Judged {
  const signature = attempt(() => readSignature(range.cms));
  const certificate = signature && attempt(() => new X509Certificate(signature.certificate));
  const by = certificate && attempt(() => ({ ...namesOf(certificate), ...(range.signedAt && { signedAt: range.signedAt }) }));
  const key = certificate && attempt(() => certificate.publicKey);
  if (!signature || !by || !key) return { outcome: 'wrong' };
  if (!isSignedWith(key, signature)) return { outcome: 'wrong', by };
  const digest = createHash(signature.digestAlgorithm).update(range.before).update(range.after).digest();
  const same = digest.length === signature.messageDigest.length && timingSafeEqual(digest, signature.messageDigest);
  return { outcome: same ? 'right' : 'changed', by };
}

/** Shorter ones can be broken by whoever wants to. */
const leastRsaBits = 2048;

/** Whether the signed attributes were signed with the key of the certificate, by the scheme that the signature names. */
function isSignedWith(key: KeyObject, { scheme, signed, value }: ReadSignature): boolean {
  const [type, bits] = [key.asymmetricKeyType, key.asymmetricKeyDetails?.modulusLength ?? 0];
  if (scheme.key === 'ec') return isNamedCurve(key) && attempt(() => verify(scheme.hash, signed, key, value)) === true;
  if ((type !== 'rsa' && type !== 'rsa-pss') || bits < leastRsaBits || bits > 16_384) return false;
  const padding =
    scheme.key === 'rsa-pss'
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
      : { padding: constants.RSA_PKCS1_PADDING };
  return attempt(() => verify(scheme.hash, signed, { key, ...padding }, value)) === true;
}

/** A curve of the standards: one that a certificate spells out itself could be made to break, or to take long. */
const isNamedCurve = (key: KeyObject): boolean =>
  key.asymmetricKeyType === 'ec' && ['prime256v1', 'secp384r1', 'secp521r1'].includes(key.asymmetricKeyDetails?.namedCurve ?? '');

/** What reading gives, or undefined for what cannot be read: hostile bytes reach OpenSSL's parsers here. */
function attempt<T>(reading: () => T): T | undefined {
  try {
    return reading();
  } catch (error) {
    if (error instanceof NotDer || isOpenSsl(error)) return undefined;
    throw error;
  }
}

/** OpenSSL and Node say with a code what they could not read; an error without one is our own mistake. */
const isOpenSsl = (error: unknown): boolean => error instanceof RangeError || (error instanceof Error && 'code' in error);
