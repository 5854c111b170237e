import { KMSClient } from '@aws-sdk/client-kms';
import type { Signer } from '../certificates/signature/signer.ts';
import { type Blobs, blobKey } from '../data/blobs.ts';
import { type Environment, setting } from './environment.ts';
import { kmsSigner } from './kms-signer.ts';

/** The stage's signer: the key in KMS, with the X.509 certificates that name it, as the operator has put them beside the files. */
export async function doorSigner(env: Environment, blobs: Blobs): Promise<Signer> {
  const pem = await blobs.get(blobKey.signingChain);
  if (!pem) throw new Error('no certificate names the signing key yet: npm run aws -- signing-certificate');
  return kmsSigner(new KMSClient({}), setting(env, 'SIGNING_KEY'), chainOf(Buffer.from(pem).toString()));
}

/** The certificates of a PEM file in DER, in their order. */
export const chainOf = (pem: string): Uint8Array[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)].map(
    ([, base64 = '']) => new Uint8Array(Buffer.from(base64, 'base64')),
  );
