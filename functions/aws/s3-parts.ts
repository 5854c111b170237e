import { createHash } from 'node:crypto';
import type { S3 } from './s3.ts';

// S3 takes parts from 5 MiB on; this many bytes of a file lie in memory at once.
const partBytes = 8 * 2 ** 20;

/** Stores a file that comes in parts, under a key where nothing is. One that breaks off is never there. */
export async function putParts(
  s3: S3,
  { key, contentType }: { key: string; contentType: string },
  begun: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
): Promise<'stored' | 'exists'> {
  const headers = { 'content-type': contentType, 'x-amz-checksum-algorithm': 'SHA256' };
  const begin = await expected(s3.call({ method: 'POST', key, query: { uploads: '' }, headers }));
  const uploadId = /<UploadId>([^<]+)</.exec(await begin.text())?.[1] ?? '';
  const stored: string[] = [];
  const store = async (part: Uint8Array): Promise<void> => {
    const partNumber = stored.length + 1;
    const sum = checksum(part);
    const query = { partNumber: String(partNumber), uploadId };
    const answer = await expected(s3.call({ method: 'PUT', key, query, headers: { 'x-amz-checksum-sha256': sum } }, part));
    const tag = answer.headers.get('etag') ?? '';
    stored.push(
      `<Part><PartNumber>${partNumber}</PartNumber><ETag>${tag.replaceAll('"', '&quot;')}</ETag><ChecksumSHA256>${sum}</ChecksumSHA256></Part>`,
    );
  };
  try {
    for (const part of begun) await store(part);
    for await (const part of rest) await store(part);
    const list = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${stored.join('')}</CompleteMultipartUpload>`;
    const end = await s3.call({ method: 'POST', key, query: { uploadId }, headers: { 'if-none-match': '*' } }, list);
    const answer = await end.text();
    if (end.status === 200 && !answer.includes('<Error>')) return 'stored';
    if (end.status !== 412) throw new Error(`S3 answered ${end.status} to the end of a file`);
  } catch (error) {
    // What cannot be taken back now, the bucket's rule for unfinished files takes back later.
    await s3.call({ method: 'DELETE', key, query: { uploadId } }).catch(() => undefined);
    throw error;
  }
  await s3.call({ method: 'DELETE', key, query: { uploadId } });
  return 'exists';
}

async function expected(asking: Promise<Response>): Promise<Response> {
  const answer = await asking;
  if (answer.status !== 200) throw new Error(`S3 answered ${answer.status} to a part of a file`);
  return answer;
}

/** Bytes as they come, gathered into parts; the last is what is left. */
export async function* inParts(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    waiting.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
  return undefined;
}

/** The SHA-256 of bytes as S3 writes it. */
export const checksum = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
