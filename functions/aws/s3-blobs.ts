import type { Blobs } from '../data/blobs.ts';
import { attachment, passiveType } from '../files/attachment.ts';
import type { S3 } from './s3.ts';
import { checksum, inParts, putParts } from './s3-parts.ts';

const uploadSeconds = 15 * 60;
const downloadSeconds = 10 * 60;

/** Files in a bucket, under the same keys as on one machine. S3 itself checks the SHA-256 of what arrives, and that a first file stays. */
export function s3Blobs(s3: S3): Blobs {
  async function putWhole(key: string, bytes: Uint8Array, contentType: string): Promise<'stored' | 'exists'> {
    const headers = { 'content-type': contentType, 'x-amz-checksum-sha256': checksum(bytes), 'if-none-match': '*' };
    for (let tries = 1; ; tries += 1) {
      const { status } = await s3.call({ method: 'PUT', key, headers }, bytes);
      if (status === 200) return 'stored';
      if (status === 412) return 'exists';
      // Two came at once: one of them is stored, and asking again tells.
      if (status !== 409 || tries > 3) throw new Error(`S3 answered ${status} to a file`);
    }
  }

  return {
    putOnce: putWhole,

    async putOnceFrom(key, bytes, contentType) {
      const parts = inParts(bytes);
      const [first, second] = [await parts.next(), await parts.next()];
      return second.done
        ? putWhole(key, first.value ?? new Uint8Array(), contentType)
        : putParts(s3, { key, contentType }, [first.value as Uint8Array, second.value], parts);
    },

    async get(key) {
      const answer = await s3.call({ method: 'GET', key });
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw new Error(`S3 answered ${answer.status} to a reading`);
      return new Uint8Array(await answer.arrayBuffer());
    },

    async stat(key) {
      const answer = await s3.call({ method: 'HEAD', key });
      if (answer.status === 404) return undefined;
      if (answer.status !== 200) throw new Error(`S3 answered ${answer.status} to a question`);
      return { size: Number(answer.headers.get('content-length')) };
    },

    async uploadAddress(key, { size, sha256, contentType }) {
      const headers = { 'content-type': contentType, 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
      // Everything that was declared is signed: another type, size or content is refused by S3. The browser tells the size by itself.
      const url = await s3.address({ method: 'PUT', key, headers: { ...headers, 'content-length': String(size) } }, uploadSeconds);
      return { url, headers };
    },

    downloadAddress: (key, { name, contentType }) =>
      s3.address(
        {
          method: 'GET',
          key,
          query: {
            'response-content-type': passiveType(contentType),
            'response-content-disposition': attachment(name),
            'response-cache-control': 'private, no-store',
          },
        },
        downloadSeconds,
      ),
  };
}
