import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { storedKinds } from '../../infra/aws/stored-kinds.ts';

type Stored = { bytes: Buffer; type: string };
type Asked = { method: string; key: string; query: URLSearchParams; headers: IncomingHttpHeaders; body: Buffer };
type Answer = { status: number; said?: string | Buffer; headers?: Record<string, string> };

/** The least that S3 takes as a part that is not the last one, in bytes. */
const leastPart = 5 * 2 ** 20;

/** S3 as the handlers use it: each stores what its role says, a first file stays, what arrives is what its checksum says, and a file in parts is there with its last word or not at all. */
export function bucket() {
  const files = new Map<string, Stored>();
  const unfinished = new Map<string, { type: string; parts: Map<number, Buffer> }>();

  function answer(asked: Asked): Answer {
    const { method, key, query, headers, body } = asked;
    const known = files.get(key);
    if (method === 'GET' || method === 'HEAD') {
      if (!known) return { status: 404 };
      const output = { 'content-type': known.type, 'content-length': String(known.bytes.length) };
      return { status: 200, said: method === 'GET' ? known.bytes : '', headers: output };
    }
    if (!mayStore(query, key)) return { status: 403 };
    if (query.has('uploads') || query.has('uploadId')) return partAnswer(asked);
    if (known && headers['if-none-match'] === '*') return { status: 412 };
    if (headers['x-amz-checksum-sha256'] !== sumOf(body)) return { status: 400 };
    files.set(key, { bytes: body, type: String(headers['content-type']) });
    return { status: 200 };
  }

  function partAnswer({ method, key, query, headers, body }: Asked): Answer {
    if (query.has('uploads')) {
      const begun = `upload-${unfinished.size + 1}`;
      unfinished.set(begun, { type: String(headers['content-type']), parts: new Map() });
      return { status: 200, said: `<InitiateMultipartUploadResult><UploadId>${begun}</UploadId></InitiateMultipartUploadResult>` };
    }
    const id = query.get('uploadId') ?? '';
    const upload = unfinished.get(id);
    if (!upload) return { status: 404 };
    if (method === 'PUT') {
      if (headers['x-amz-checksum-sha256'] !== sumOf(body)) return { status: 400 };
      upload.parts.set(Number(query.get('partNumber')), body);
      return { status: 200, headers: { etag: `"${sumOf(body)}"` } };
    }
    if (method === 'DELETE') {
      unfinished.delete(id);
      return { status: 204 };
    }
    if (files.has(key) && headers['if-none-match'] === '*') return { status: 412 };
    const named = [...body.toString().matchAll(/<Part><PartNumber>(\d+)<.PartNumber><ETag>&quot;([^&]+)&quot;<.ETag>/g)];
    const parts = named.map(([, number, tag]) => ({ tag, part: upload.parts.get(Number(number)) }));
    const whole = parts.length === upload.parts.size && parts.every(({ tag, part }) => part && tag === sumOf(part));
    const small = parts.slice(0, -1).some(({ part }) => part && part.length < leastPart);
    // S3 has said 200 by the time it puts the parts together, and tells of what is wrong with them in the text.
    if (!whole || small) return { status: 200, said: '<Error><Code>InvalidPart</Code></Error>' };
    files.set(key, { bytes: Buffer.concat(parts.flatMap(({ part }) => (part ? [part] : []))), type: upload.type });
    unfinished.delete(id);
    return { status: 200, said: '<CompleteMultipartUploadResult/>' };
  }
  return { files, unfinished, answer };
}

/** Whether the role of the handler that signed the request lets it store this: handlers here sign with their names. */
function mayStore(query: URLSearchParams, key: string): boolean {
  const [, handler = ''] = /^AKID-([a-z]+)[/]/.exec(query.get('X-Amz-Credential') ?? '') ?? [];
  const inside = (kind: string) => new RegExp(`^${kind.replaceAll('*', '.*')}$`).test(`/${key}`);
  return (storedKinds[handler] ?? []).some(inside);
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');
