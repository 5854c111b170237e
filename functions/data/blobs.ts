import type { Sha256 } from '../../shared/ids.ts';

/** Where files lie: S3 on AWS, a folder on one machine. Files go to and from the browser by address, never through a Lambda's 6 MB. */
export interface Blobs {
  /** Stores bytes under a key if nothing is there yet; tells whether it was new. The first file is the file for ever. */
  putOnce(key: string, bytes: Uint8Array, contentType: string): Promise<'stored' | 'exists'>;
  /** The same with bytes that come one after the other: of a large file never all lie in memory. */
  putOnceFrom(key: string, bytes: AsyncIterable<Uint8Array>, contentType: string): Promise<'stored' | 'exists'>;
  get(key: string): Promise<Uint8Array | undefined>;
  /** Size in bytes, or undefined when nothing is there. */
  stat(key: string): Promise<{ size: number } | undefined>;
  /** Address to which the browser PUTs exactly these bytes, valid for some minutes. */
  uploadAddress(
    key: string,
    file: { size: number; sha256: Sha256; contentType: string },
  ): Promise<{ url: string; headers: Record<string, string> }>;
  /** Address from which the browser GETs the file under the given name, valid for some minutes. */
  downloadAddress(key: string, as: { name: string; contentType: string }): Promise<string>;
}

/** Keys of stored files: uploads and assessment records by their content, certificates by their code. */
export const blobKey = {
  /** The X.509 certificates that name the signing key, in PEM. */
  signingChain: 'signing/chain.pem',
  upload: (sha256: Sha256): string => `uploads/${sha256}`,
  snapshot: (sha256: Sha256): string => `snapshots/${sha256}.json`,
  record: (sha256: string): string => `records/${sha256}.pdf`,
  certificate: (code: string): string => `certificates/${code}.pdf`,
  signedElsewhere: (code: string, sha256: string): string => `certificates/${code}/${sha256}.pdf`,
  /** A file of a ceremony, and the plan it is made from, by what they say. */
  ceremony: (fingerprint: string, ending: 'json' | 'pdf' | 'zip'): string => `ceremonies/${fingerprint}.${ending}`,
};
