import { type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import type { Signer } from '../certificates/signature/signer.ts';

/**
 * Signs with an asymmetric key of KMS (ECC_NIST_P256) that never leaves it. `chain`: the X.509 certificates in DER that name the key, its own
 * first; `mostMs`: how long KMS may take for one signature (it needs some tens of milliseconds). Throws what KMS answers (ThrottlingException, KMSInvalidStateException …) and an AbortError when it does not answer.
 */
export const kmsSigner = (client: KMSClient, keyId: string, chain: readonly Uint8Array[], mostMs = 4000): Signer => ({
  chain,
  async sign(message) {
    const { Signature } = await client.send(
      new SignCommand({ KeyId: keyId, Message: message, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
      { abortSignal: AbortSignal.timeout(mostMs) },
    );
    if (!Signature) throw new Error('KMS answered without a signature');
    return Signature;
  },
});
