import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { S3RequestPresigner } from '@aws-sdk/s3-request-presigner';

export type Bucket = {
  /** `https://<bucket>.s3.<region>.amazonaws.com`, or where another service that speaks the same language keeps this bucket. */
  address: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  now: () => Date;
};
type Asked = {
  method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  key: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

/**
 * S3 by signed addresses: the one that a browser gets and the one that is called from here are made alike. AWS's own client would add
 * 50 KB to each handler for the five calls that are needed.
 */
export function s3(bucket: Bucket) {
  const signer = new S3RequestPresigner({ region: bucket.region, credentials: bucket.credentials, sha256: Sha256 });
  const { protocol, hostname, port, pathname, origin } = new URL(bucket.address);

  /** An address with everything in it signed that is in `asked`, valid for some seconds. */
  async function address({ method, key, query = {}, headers = {} }: Asked, seconds: number): Promise<string> {
    const signed = await signer.presign(
      {
        method,
        protocol,
        hostname,
        ...(port && { port: Number(port) }),
        path: `${pathname.replace(/\/$/, '')}/${key}`,
        query,
        headers: { ...headers },
      } as unknown as Parameters<typeof signer.presign>[0],
      {
        expiresIn: seconds,
        signingDate: bucket.now(),
        signableHeaders: new Set(['host', ...Object.keys(headers)]),
        unhoistableHeaders: new Set(Object.keys(headers)),
      },
    );
    const parameters = Object.entries(signed.query ?? {}).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`);
    return `${origin}${signed.path}?${parameters.join('&')}`;
  }

  /** Calls S3 itself; what passes by itself is tried again. Every other answer is the caller's to judge. */
  async function call(asked: Asked, body?: Uint8Array | string): Promise<Response> {
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(await address(asked, 60), {
        method: asked.method,
        ...(asked.headers && { headers: asked.headers }),
        ...(body !== undefined && { body: body as Uint8Array<ArrayBuffer> | string }),
        signal: AbortSignal.timeout(20_000),
      }).catch((error: unknown) => {
        if (tries > 3) throw error;
      });
      if (answer && ((answer.status < 500 && answer.status !== 429) || tries > 3)) return answer;
      await pause(Math.random() * 100 * 2 ** tries);
    }
  }
  return { address, call };
}
export type S3 = ReturnType<typeof s3>;

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/** Node's SHA-256 and HMAC in the shape that the signer asks for. */
class Sha256 {
  private readonly hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as string | Uint8Array);
  }
  update(data: string | Uint8Array): void {
    this.hash.update(data);
  }
  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }
  reset(): void {}
}
