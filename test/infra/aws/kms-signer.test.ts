import { generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { kmsSigner } from '../../../functions/aws/kms-signer.ts';
import { newSigningKey } from '../../../infra/local/signing-key.ts';

const kms = mockClient(KMSClient);
const key = newSigningKey(new Date('2023-10-01T00:00:00.000Z'));
const signer = kmsSigner(kms as unknown as KMSClient, 'alias/certificates', key.chain);
const message = Buffer.from('Phố Hoàng Diệu');
beforeEach(() => kms.reset());

test('KMS is asked to hash and sign the message, and its signature is right for the certificate of the key', async () => {
  kms.on(SignCommand).callsFake(async ({ Message }: { Message: Uint8Array }) => ({ Signature: await key.sign(Message) }));
  const signature = await signer.sign(message);
  const [certificate] = signer.chain;
  expect(verify('sha256', message, new X509Certificate(certificate as Uint8Array).publicKey, signature)).toBe(true);
  expect(kms.commandCalls(SignCommand)[0]?.args[0].input).toEqual({
    KeyId: 'alias/certificates',
    Message: message,
    MessageType: 'RAW',
    SigningAlgorithm: 'ECDSA_SHA_256',
  });
});

test('a throttled or disabled key is thrown by its name, for the renderer to come again', async () => {
  for (const name of ['ThrottlingException', 'KMSInvalidStateException']) {
    kms.on(SignCommand).rejects(Object.assign(new Error(name), { name }));
    await expect(signer.sign(message)).rejects.toMatchObject({ name });
  }
});

test('a service that answers nothing, or does not answer at all, is given up', async () => {
  kms.on(SignCommand).resolves({});
  await expect(signer.sign(message)).rejects.toThrow('without a signature');

  kms.restore();
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const client = new KMSClient({ endpoint, region: 'local', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  await expect(kmsSigner(client, 'key', key.chain, 100).sign(message)).rejects.toMatchObject({ name: 'AbortError' });
  client.destroy();
  silent.closeAllConnections();
  silent.close();
});

test('a local key signs as KMS does: any P-256 key, also one whose numbers begin with zeros', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  for (let n = 0; n < 300; n++) {
    const street = Buffer.from(`tuyến ${n}`);
    const signature = await key.sign(street);
    expect(verify('sha256', street, new X509Certificate(key.chain[0] as Uint8Array).publicKey, signature)).toBe(true);
    expect(verify('sha256', street, publicKey, signature)).toBe(false);
  }
});
