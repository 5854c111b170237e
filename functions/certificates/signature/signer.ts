/**
 * Who signs certificates: a key that never leaves its place (AWS KMS, or the file of one machine) and the certificates that name it.
 * Only the renderer is handed one.
 */
export type Signer = {
  /** X.509 in DER, the signer's own certificate first, then those that vouch for it. Empty while nothing names the key yet: then nothing is signed. */
  chain: readonly Uint8Array[];
  /** ECDSA with P-256 and SHA-256 over a message of at most 4096 bytes, in DER. Throws when the key cannot be reached: the renderer tries again later. */
  sign: (message: Uint8Array) => Promise<Uint8Array>;
};
