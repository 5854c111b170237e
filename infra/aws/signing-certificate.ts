import { createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { blobKey } from '../../functions/data/blobs.ts';
import { certificateBody, certificateOf } from '../local/self-signed.ts';
import type { Outputs } from './outputs.ts';

const years = 10;

/** A self-signed X.509 certificate for the stage's key, in PEM: until an authority has vouched for it. */
export async function signingCertificate(kms: KMSClient, key: string, name: string, now: Date): Promise<string> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: key }));
  const until = new Date(now);
  until.setUTCFullYear(now.getUTCFullYear() + years);
  const publicKey = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
  const body = certificateBody({ name, key: publicKey, from: now, until });
  const { Signature } = await kms.send(
    new SignCommand({ KeyId: key, Message: body, MessageType: 'RAW', SigningAlgorithm: 'ECDSA_SHA_256' }),
  );
  const base64 = Buffer.from(certificateOf(body, Signature ?? new Uint8Array())).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/** Puts the certificates that name the key where the renderer looks for them, the key's own first. */
export const storeChain = async (client: S3Client, { filesBucket }: Outputs, pem: string): Promise<void> =>
  void (await client.send(
    new PutObjectCommand({ Bucket: filesBucket, Key: blobKey.signingChain, Body: pem, ContentType: 'application/x-pem-file' }),
  ));
