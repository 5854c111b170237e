import { KMSClient } from '@aws-sdk/client-kms';
import type { Signer } from '../certificates/signature/signer.ts';
import { type Blobs, blobKey } from '../data/blobs.ts';
import { type Environment, setting } from './environment.ts';
import { kmsSigner } from './kms-signer.ts';

/**
 * The stage's signer: the key in KMS, with the X.509 certificates that name it, as the operator has put them beside the files. They are read
 * anew each time it is asked for, because an authority's certificate may have taken the place of ours; before there is one, the chain is empty.
 */
export function handlerSigner(env: Environment, blobs: Blobs): () => Promise<Signer> {
  const [client, key] = [new KMSClient({}), setting(env, 'SIGNING_KEY')];
  return async () => {
    const pem = await blobs.get(blobKey.signingChain);
    return kmsSigner(client, key, pem ? chainOf(Buffer.from(pem).toString()) : []);
  };
}

/** The certificates of a PEM file in DER, in their order. */
export const chainOf = (pem: string): Uint8Array[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)].map(
    ([, base64 = '']) => new Uint8Array(Buffer.from(base64, 'base64')),
  );
