import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { v7 as uuidv7 } from 'uuid';
import { createApi } from '../../functions/api/api.ts';
import { tokenCheck } from '../../functions/http/sign-in.ts';
import { blobRoutes } from '../../infra/local/blob-routes.ts';
import { localBlobs } from '../../infra/local/blobs.ts';
import type { Actor } from '../../shared/people/person.ts';
import { issuer } from '../support/instance.ts';
import type { FixtureOnDisk } from './disk-fixture.ts';
import { type Line, percentile } from './measure.ts';

export type Http = Awaited<ReturnType<typeof throughHttp>>;
const audience = 'bench';

/** The town behind a real listener: tokens are signed and checked, photos lie on the disk. */
export async function throughHttp(fixture: FixtureOnDisk) {
  const folder = mkdtempSync(join(tmpdir(), 'pho-so-bench-files-'));
  const now = () => new Date();
  const blobs = localBlobs({ folder, addressKey: randomBytes(32).toString('hex'), now });
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] });
  const app = createApi(
    { ...fixture.deps, blobs },
    {
      checkToken: tokenCheck({ issuer, audience, keys, now }),
      log: () => {},
      addressOf: () => '',
      ready: () => true,
    },
  );
  app.route('/blobs', blobRoutes(blobs));
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens = new Map<string, string>();
  const tokenOf = async ({ id }: Actor): Promise<string> => {
    const header = { alg: 'ES256', typ: 'at+jwt' };
    const made = tokens.get(id) ?? (await signed(id, header, privateKey));
    tokens.set(id, made);
    return made;
  };
  const answered = async (path: string, init: RequestInit): Promise<string> => {
    const answer = await fetch(new URL(path, origin), init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${init.method} ${path}: ${text}`);
    return text;
  };
  return {
    async send<T>(by: Actor, method: string, path: string, body?: object): Promise<T> {
      const headers = { authorization: `Bearer ${await tokenOf(by)}`, 'content-type': 'application/json' };
      return JSON.parse(await answered(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })) as T;
    },
    put: (url: string, headers: Record<string, string>, bytes: Buffer<ArrayBuffer>) =>
      answered(url, { method: 'PUT', headers, body: bytes }),
    async stop() {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const signed = (subject: string, header: { alg: string; typ: string }, key: Parameters<SignJWT['sign']>[0]): Promise<string> =>
  new SignJWT({}).setProtectedHeader(header).setIssuer(issuer).setAudience(audience).setSubject(subject).setExpirationTime('1h').sign(key);

/** Photos of 200 KB, eight at a time: an address is asked for, the bytes are sent, checked and on the disk. */
export async function photos({ assessor }: FixtureOnDisk, http: Http): Promise<Line[]> {
  const [count, lanes] = [160, 8];
  const took: number[] = [];
  const one = async () => {
    const bytes = Buffer.from(randomBytes(200_000));
    bytes.set([0xff, 0xd8, 0xff]);
    const began = performance.now();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = { actionId: uuidv7(), sha256, size: bytes.length, name: 'anh.jpg', contentType: 'image/jpeg' };
    const { url, headers } = await http.send<{ url: string; headers: Record<string, string> }>(assessor, 'POST', '/api/files', file);
    await http.put(url, headers, bytes);
    took.push(performance.now() - began);
  };
  const from = performance.now();
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let n = 0; n < count / lanes; n++) await one();
    }),
  );
  const seconds = (performance.now() - from) / 1000;
  const reached = `${Math.round(count / seconds)} (p95 ${percentile(took, 0.95).toFixed(0)} ms)`;
  return [{ what: 'photos of 200 KB, eight at a time, a second', wanted: '–', reached }];
}

/** A visit that is handed in: how soon the assessor hears that it is accepted, and how soon the office's board shows it. */
export async function visibleOnBoard(
  { assessor, officer, programmeId }: FixtureOnDisk,
  http: Http,
  visits: readonly { id: string; version: number }[],
): Promise<Line[]> {
  const [accepted, visible]: [number[], number[]] = [[], []];
  const board = () =>
    http.send<{ items: { id: string; state: string }[] }>(officer, 'GET', `/api/programmes/${programmeId}/board?limit=50`);
  for (const { id, version } of visits) {
    const began = performance.now();
    const handedIn = { actionId: uuidv7(), version, completedAt: '2023-10-20T01:00:00.000Z', clockOffsetMs: 0 };
    await http.send(assessor, 'POST', `/api/nominations/${id}/assessment/completion`, handedIn);
    accepted.push(performance.now() - began);
    while (!(await board()).items.some((each) => each.id === id && each.state === 'assessed'));
    visible.push(performance.now() - began);
  }
  const p95 = (values: number[]) => `${percentile(values, 0.5).toFixed(0)} (p95 ${percentile(values, 0.95).toFixed(0)})`;
  return [
    { what: 'a visit handed in until it is accepted, ms', wanted: '–', reached: p95(accepted) },
    { what: 'a visit handed in until the board shows it, ms', wanted: '–', reached: p95(visible) },
  ];
}
