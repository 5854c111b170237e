import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { exportJWK, SignJWT } from 'jose';
import type { Signer } from '../../../functions/certificates/signature/signer.ts';
import { newSigningKey } from '../../../infra/local/signing-key.ts';
import { bucket } from './bucket.ts';

/** What a handler called, beside the table: the action, and what it said. */
export type Call = { action: string; said: Record<string, unknown> };

/**
 * Stands for the services around the table on this machine: files (S3), queues, signing (KMS), mail, accounts, and the keys of the user pool.
 * Each speaks as AWS does, as far as the handlers ask.
 */
export async function services() {
  const calls: Call[] = [];
  const { files, unfinished, answer: fileAnswer } = bucket();
  const answers = new Map<string, (received: Record<string, unknown>) => { status?: number; body: object }>();
  const pool = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signer = newSigningKey(new Date('2023-10-01T00:00:00.000Z'));
  const der = Buffer.from(signer.chain[0] as Uint8Array).toString('base64');
  const chain = Buffer.from(`-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----\n`);
  files.set('signing/chain.pem', { bytes: chain, type: 'application/x-pem-file' });

  const server = createServer((request, response) => void answered(request, response));
  async function answered(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const body = await bytesOf(request);
    const url = new URL(request.url ?? '/', 'http://localhost');
    const reply = (status: number, received: string | Buffer = '', headers: Record<string, string> = {}) =>
      response.writeHead(status, { connection: 'close', ...headers }).end(received);
    if (url.pathname.endsWith('/jwks.json')) {
      const jwk = { ...(await exportJWK(pool.publicKey)), kid: 'pool', alg: 'RS256', use: 'sig' };
      return reply(200, JSON.stringify({ keys: [jwk] }), { 'content-type': 'application/json' });
    }
    if (url.pathname.startsWith('/files/')) {
      const {
        status,
        headers,
        said: received,
      } = fileAnswer({
        method: request.method ?? '',
        headers: request.headers,
        key: url.pathname.slice(7),
        query: url.searchParams,
        body,
      });
      return reply(status, received, headers);
    }
    const output = JSON.parse(body.toString() || '{}') as Record<string, unknown>;
    const action = String(request.headers['x-amz-target'] ?? url.pathname)
      .split(/[./]/)
      .at(-1) as string;
    calls.push({ action, said: output });
    const answer = answers.get(action)?.(output) ?? { body: await usual(action, output, signer) };
    return reply(answer.status ?? 200, JSON.stringify(answer.body), { 'content-type': 'application/x-amz-json-1.1' });
  }
  const origin = await listening(server);
  const issuer = `${origin}/pool`;

  return {
    calls,
    files,
    unfinished,
    answers,
    origin,
    issuer,
    /** A token as Cognito makes them for the web client: RS256, `client_id` and `token_use`, neither `aud` nor `typ`. */
    token: (subject: string, more: Record<string, unknown> = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const standard = {
        iss: issuer,
        sub: subject,
        iat: now,
        exp: now + 900,
        token_use: 'access',
        client_id: 'web',
        scope: 'openid profile',
      };
      return new SignJWT({ ...standard, ...more }).setProtectedHeader({ alg: 'RS256', kid: 'pool' }).sign(pool.privateKey);
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
export type Services = Awaited<ReturnType<typeof services>>;

async function usual(action: string, received: Record<string, unknown>, signer: Signer): Promise<object> {
  switch (action) {
    case 'SendMessage':
      return { MessageId: 'm-1', MD5OfMessageBody: createHash('md5').update(String(received['MessageBody'])).digest('hex') };
    case 'Sign':
      return { Signature: Buffer.from(await signer.sign(Buffer.from(String(received['Message']), 'base64'))).toString('base64') };
    case 'outbound-emails':
      return { MessageId: 'mail-1' };
    default:
      return {};
  }
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const listening = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });
