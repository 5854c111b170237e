import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { attachment, passiveType } from '../../functions/files/attachment.ts';
import { problem } from '../../functions/http/problem.ts';
import type { LocalBlobs } from './blobs.ts';
import { hasCode } from './durable-file.ts';

/** Serves the signed addresses of files, mounted at `/blobs`: PUT takes a declared file, GET gives it as a download, whole or a range. */
export function blobRoutes(blobs: LocalBlobs): Hono {
  const app = new Hono();
  app.put('/:key{.+}', async (c) => {
    const { key } = c.req.param();
    const query = new URL(c.req.url).searchParams;
    const address = blobs.check('PUT', key, query);
    if (address !== 'valid') return problem(c, { code: `address-${address}` });
    if (c.req.header('content-type') !== query.get('type'))
      return problem(c, { code: 'file-type-differs', declared: query.get('type') ?? '' });
    const wanted = { size: Number(query.get('size')), sha256: query.get('sha256') ?? '' };
    if (Number(c.req.header('content-length')) > wanted.size) return problem(c, { code: 'file-too-large', mostBytes: wanted.size });

    const received = await blobs.receive(key, c.req.raw.body ?? Readable.from([]), wanted).catch((error: unknown) => {
      // The phone lost its network: an everyday matter and no fault of ours.
      if (hasCode(error, 'ECONNRESET')) return 'file-incomplete' as const;
      throw error;
    });
    if (received === 'stored' || received === 'exists') return c.body(null, 204);
    return problem(c, received === 'file-too-large' ? { code: received, mostBytes: wanted.size } : { code: received });
  });

  app.get('/:key{.+}', async (c) => {
    const { key } = c.req.param();
    const query = new URL(c.req.url).searchParams;
    const address = blobs.check('GET', key, query);
    if (address !== 'valid') return problem(c, { code: `address-${address}` });
    const file = await blobs.stat(key);
    if (!file) return problem(c, { code: 'not-found', what: 'file', id: key });

    const etag = `"${file.tag}"`;
    // RFC 9110 §13.1.5, §14.2: a range is for GET, and on the condition that it is of the same file; otherwise the whole comes anew.
    const part = c.req.raw.method === 'GET' && (c.req.header('if-range') ?? etag) === etag;
    const range = part ? rangeOf(c.req.header('range'), file.size) : undefined;
    if (range === 'unsatisfiable') {
      c.header('Content-Range', `bytes */${file.size}`);
      return problem(c, { code: 'range-not-satisfiable', size: file.size });
    }
    const { start, end } = range ?? { start: 0, end: file.size - 1 };
    if (range) c.header('Content-Range', `bytes ${start}-${end}/${file.size}`);
    c.header('Content-Length', String(end - start + 1));
    c.header('Accept-Ranges', 'bytes');
    c.header('ETag', etag);
    c.header('Content-Type', passiveType(query.get('type') ?? ''));
    c.header('Content-Disposition', attachment(query.get('name') ?? ''));
    c.header('Content-Security-Policy', "sandbox; default-src 'none'");
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cross-Origin-Resource-Policy', 'same-origin');
    c.header('Cache-Control', 'private, no-store');
    if (c.req.raw.method === 'HEAD' || file.size === 0) return c.body(null);
    return new Response(Readable.toWeb(createReadStream(blobs.pathOf(key), { start, end })) as ReadableStream<Uint8Array>, {
      status: range ? 206 : 200,
      headers: c.res.headers,
    });
  });
  return app;
}

/** RFC 9110 §14: one range of bytes; several or nonsense are ignored, as the standard allows, and the whole file is sent. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < start) return undefined;
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}
