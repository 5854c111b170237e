import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { blobRoutes } from '../../../infra/local/blob-routes.ts';
import { type LocalBlobs, localBlobs } from '../../../infra/local/blobs.ts';
import { Sha256 } from '../../../shared/ids.ts';

const folder = mkdtempSync(join(tmpdir(), 'pho-so-files-'));
let clock = new Date('2023-11-05T02:00:00.000Z');
const blobs: LocalBlobs = localBlobs({ folder, addressKey: 'k'.repeat(43), now: () => clock });
let server: ReturnType<typeof serve>;
let origin: string;

beforeAll(async () => {
  const app = new Hono().route('/blobs', blobRoutes(blobs));
  origin = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (at) => resolve(`http://127.0.0.1:${at.port}`));
  });
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  clock = new Date('2023-11-05T02:00:00.000Z');
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hashOf = (bytes: Uint8Array) => Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
const leftovers = () => readdirSync(join(folder, '.incoming'));

async function upload(key: string, declared: Uint8Array, sent = declared, contentType = 'image/jpeg') {
  const { url, headers } = await blobs.uploadAddress(key, { size: declared.length, sha256: hashOf(declared), contentType });
  return fetch(origin + url, { method: 'PUT', headers, body: sent });
}

const codeOf = async (response: Response) => [
  response.status,
  response.headers.get('content-type'),
  ((await response.json()) as { code: string }).code,
];
const problem = (status: number, code: string) => [status, 'application/problem+json; charset=utf-8', code];

test('an assessor uploads a photo, sends it again after a lost answer, and the office downloads it', async () => {
  const photo = bytesOf('not really a photo, '.repeat(10_000));
  expect((await upload('photos/a1.jpg', photo)).status).toBe(204);
  expect((await upload('photos/a1.jpg', photo)).status).toBe(204);
  expect(await blobs.stat('photos/a1.jpg')).toMatchObject({ size: photo.length });
  expect(leftovers()).toEqual([]);

  const answer = await fetch(
    origin + (await blobs.downloadAddress('photos/a1.jpg', { name: 'Ảnh phố Điện Biên Phủ (1).jpg', contentType: 'image/jpeg' })),
  );
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(photo);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': `attachment; filename="Anh pho dien Bien Phu (1).jpg"; filename*=UTF-8''${encodeURIComponent('Ảnh phố Điện Biên Phủ (1).jpg').replace('(', '%28').replace(')', '%29')}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
});

test('what the product stores itself is stored once, and the first content stays', async () => {
  expect(await blobs.putOnce('snapshots/s1.json', bytesOf('{"round":1}'), 'application/json')).toBe('stored');
  expect(await blobs.putOnce('snapshots/s1.json', bytesOf('{"round":2}'), 'application/json')).toBe('exists');
  expect(new TextDecoder().decode(await blobs.get('snapshots/s1.json'))).toBe('{"round":1}');
  expect(await blobs.get('snapshots/s2.json')).toBeUndefined();
  expect(await blobs.stat('snapshots')).toBeUndefined();
  expect(
    (await Promise.all([1, 2, 3, 4].map((n) => blobs.putOnce('snapshots/race.json', bytesOf(`${n}`), 'application/json')))).filter(
      (each) => each === 'stored',
    ),
  ).toHaveLength(1);
});

test.each([
  '../secrets/secrets.json',
  'a/../../b',
  '/etc/passwd',
  '.incoming/x',
  'a//b',
  'a/',
  '',
  'a\\..\\b',
  'a\0b',
  'photos/.hidden',
  `${'a/'.repeat(200)}a`,
])('the key %j is refused everywhere', async (key) => {
  await expect(blobs.putOnce(key, bytesOf('x'), 'text/plain')).rejects.toThrow('not a key');
  await expect(blobs.get(key)).rejects.toThrow('not a key');
  await expect(blobs.downloadAddress(key, { name: 'x', contentType: 'text/plain' })).rejects.toThrow('not a key');
});

test('an address that was changed in any part opens nothing', async () => {
  await blobs.putOnce('plans/one.pdf', bytesOf('one'), 'application/pdf');
  await blobs.putOnce('plans/two.pdf', bytesOf('two'), 'application/pdf');
  const url = await blobs.downloadAddress('plans/one.pdf', { name: 'one.pdf', contentType: 'application/pdf' });
  const changed = [
    url.replace('/one.pdf?', '/two.pdf?'),
    url.replace('application%2Fpdf', 'text%2Fplain'),
    url.replace(/expires=\d+/, 'expires=9999999999999'),
    url.replace('name=one', 'name=two'),
    url.replace(/&signature=.*/, ''),
    url.replace(/signature=./, 'signature=%00'),
    url.replace('/blobs/plans/one.pdf', '/blobs/..%2f..%2fsecrets%2fsecrets.json'),
  ];
  for (const each of changed) expect(await codeOf(await fetch(origin + each)), each).toEqual(problem(403, 'address-invalid'));
  expect(await codeOf(await fetch(origin + url, { method: 'PUT', headers: { 'content-type': 'application/pdf' }, body: 'x' }))).toEqual(
    problem(403, 'address-invalid'),
  );
  expect((await fetch(origin + url)).status).toBe(200);
});

test('addresses end after some minutes', async () => {
  await blobs.putOnce('plans/late.pdf', bytesOf('late'), 'application/pdf');
  const down = await blobs.downloadAddress('plans/late.pdf', { name: 'late.pdf', contentType: 'application/pdf' });
  const { url, headers } = await blobs.uploadAddress('plans/later.pdf', {
    size: 5,
    sha256: hashOf(bytesOf('later')),
    contentType: 'application/pdf',
  });
  clock = new Date('2023-11-05T03:00:00.000Z');
  expect(await codeOf(await fetch(origin + down))).toEqual(problem(403, 'address-expired'));
  expect(await codeOf(await fetch(origin + url, { method: 'PUT', headers, body: 'later' }))).toEqual(problem(403, 'address-expired'));
});

test('an upload that is not what was declared leaves nothing behind', async () => {
  const wanted = bytesOf('the photo that was declared');
  expect(await codeOf(await upload('photos/b.jpg', wanted, bytesOf('the photo that was swapped!')))).toEqual(problem(422, 'file-damaged'));
  expect(await codeOf(await upload('photos/b.jpg', wanted, bytesOf('half')))).toEqual(problem(422, 'file-incomplete'));
  expect(await codeOf(await upload('photos/b.jpg', wanted, bytesOf('far too much '.repeat(1_000))))).toEqual(
    problem(413, 'file-too-large'),
  );
  const { url } = await blobs.uploadAddress('photos/b.jpg', { size: wanted.length, sha256: hashOf(wanted), contentType: 'image/jpeg' });
  expect(await codeOf(await fetch(origin + url, { method: 'PUT', headers: { 'content-type': 'text/html' }, body: wanted }))).toEqual(
    problem(415, 'file-type-differs'),
  );
  const endless = new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65_536)) });
  const sending = fetch(origin + url, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: endless,
    duplex: 'half',
  } as RequestInit);
  // The server may close the connection before it has read an endless body; what counts is that it stops reading.
  expect(await sending.then((response) => response.status).catch(() => 413)).toBe(413);

  expect(await blobs.stat('photos/b.jpg')).toBeUndefined();
  expect(leftovers()).toEqual([]);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const wanted = bytesOf('x'.repeat(1_000_000));
  const { url, headers } = await blobs.uploadAddress('photos/c.jpg', {
    size: wanted.length,
    sha256: hashOf(wanted),
    contentType: 'image/jpeg',
  });
  await new Promise<void>((resolve) => {
    const sending = request(origin + url, { method: 'PUT', headers: { ...headers, 'content-length': wanted.length } });
    sending.on('error', () => resolve());
    sending.write(wanted.subarray(0, 300_000), () => setTimeout(() => sending.destroy(new Error('the phone lost its network')), 50));
  });
  await expect.poll(leftovers).toEqual([]);
  expect(await blobs.stat('photos/c.jpg')).toBeUndefined();
});

test('another file under the same key is refused and does not replace the first', async () => {
  expect((await upload('photos/d.jpg', bytesOf('first'))).status).toBe(204);
  expect(await codeOf(await upload('photos/d.jpg', bytesOf('other')))).toEqual(problem(409, 'file-exists'));
  expect(readFileSync(join(folder, 'photos/d.jpg'), 'utf8')).toBe('first');
});

test.each(['text/html', 'TEXT/HTML; charset=utf-8', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript'])(
  'a page uploaded as %s comes back as mere bytes to save',
  async (type) => {
    const page = bytesOf('<script>alert(1)</script>');
    const key = `reports/${hashOf(bytesOf(type)).slice(0, 8)}`;
    expect((await upload(key, page, page, type)).status).toBe(204);
    const answer = await fetch(origin + (await blobs.downloadAddress(key, { name: 'x"\r\nSet-Cookie: a=b\r\n.html', contentType: type })));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="x_Set-Cookie_ a=b_.html"');
    expect(answer.headers.has('set-cookie')).toBe(false);
    await answer.body?.cancel();
  },
);

test('a broken download goes on from where it stopped', async () => {
  await blobs.putOnce('exports/list.csv', bytesOf('0123456789'), 'text/csv');
  const url = origin + (await blobs.downloadAddress('exports/list.csv', { name: 'list.csv', contentType: 'text/csv' }));
  const get = async (range: string, more: Record<string, string> = {}) => {
    const answer = await fetch(url, { headers: { range, ...more } });
    return [answer.status, answer.headers.get('content-range'), await answer.text()];
  };
  expect(await get('bytes=4-')).toEqual([206, 'bytes 4-9/10', '456789']);
  expect(await get('bytes=4-5')).toEqual([206, 'bytes 4-5/10', '45']);
  expect(await get('bytes=-3')).toEqual([206, 'bytes 7-9/10', '789']);
  expect(await get('bytes=8-100')).toEqual([206, 'bytes 8-9/10', '89']);
  expect((await get('bytes=10-')).slice(0, 2)).toEqual([416, 'bytes */10']);
  expect(await get('bytes=0-1,4-5')).toEqual([200, null, '0123456789']);
  expect(await get('bytes=4-', { 'if-range': '"x"' })).toEqual([200, null, '0123456789']);
  const head = await fetch(url, { method: 'HEAD', headers: { range: 'bytes=4-' } });
  expect([head.status, head.headers.get('content-length'), head.headers.get('content-range')]).toEqual([200, '10', null]);
  const etag = head.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w.-]+"$/);
  expect(await get('bytes=4-', { 'if-range': etag })).toEqual([206, 'bytes 4-9/10', '456789']);
  expect(await get('bytes=4-', { 'if-range': 'Sun, 05 Nov 2023 02:00:00 GMT' })).toEqual([200, null, '0123456789']);
});

test('a large pack whose connection is cut is fetched to its end with what is already there, and is the same to the byte', async () => {
  const pack = Buffer.concat(Array.from({ length: 80 }, (_, n) => Buffer.alloc(100_000, n)));
  await blobs.putOnce('ceremonies/pack.zip', pack, 'application/zip');
  const url = origin + (await blobs.downloadAddress('ceremonies/pack.zip', { name: 'goi.zip', contentType: 'application/zip' }));
  let etag = '';
  const parts: Buffer[] = [];
  const here = () => parts.reduce((sum, { length }) => sum + length, 0);
  for (let cuts = 0; here() < pack.length; cuts++) {
    expect(cuts).toBeLessThan(10);
    await new Promise<void>((resolve, reject) => {
      const asked = request(url, { headers: here() > 0 ? { range: `bytes=${here()}-`, 'if-range': etag } : {} }, (answer) => {
        expect(answer.statusCode).toBe(here() > 0 ? 206 : 200);
        etag = answer.headers.etag ?? '';
        let got = 0;
        answer.on('data', (bytes: Buffer) => {
          parts.push(bytes);
          got += bytes.length;
          if (got > 1_500_000) asked.destroy();
        });
        answer.on('close', resolve);
        answer.on('error', () => {});
      });
      asked.on('error', (error) => (here() > 0 ? resolve() : reject(error)));
      asked.end();
    });
  }
  expect(parts.length).toBeGreaterThan(5);
  expect(hashOf(Buffer.concat(parts))).toBe(hashOf(pack));
});

test('bytes that come one after the other are stored once, and what breaks off on the way leaves nothing behind', async () => {
  async function* half() {
    yield bytesOf('half');
    throw new Error('the disk is full');
  }
  async function* whole() {
    yield bytesOf('one ');
    yield bytesOf('whole');
  }
  await expect(blobs.putOnceFrom('ceremonies/z.zip', half(), 'application/zip')).rejects.toThrow('the disk is full');
  expect([await blobs.get('ceremonies/z.zip'), leftovers()]).toEqual([undefined, []]);
  expect(await blobs.putOnceFrom('ceremonies/z.zip', whole(), 'application/zip')).toBe('stored');
  expect(await blobs.putOnceFrom('ceremonies/z.zip', half(), 'application/zip')).toBe('exists');
  expect(Buffer.from((await blobs.get('ceremonies/z.zip')) ?? []).toString()).toBe('one whole');
});

test('a restart clears what interrupted uploads left', async () => {
  writeFileSync(join(folder, '.incoming', 'half'), 'half');
  localBlobs({ folder, addressKey: 'k'.repeat(43), now: () => clock });
  expect(existsSync(join(folder, '.incoming', 'half'))).toBe(false);
});

test('an empty file goes up and comes down', async () => {
  expect((await upload('exports/empty.csv', new Uint8Array())).status).toBe(204);
  const answer = await fetch(origin + (await blobs.downloadAddress('exports/empty.csv', { name: 'empty.csv', contentType: 'text/csv' })));
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});
