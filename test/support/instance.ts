import { createHash, randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import type { Command } from '../../functions/data/audit.ts';
import type { Blobs } from '../../functions/data/blobs.ts';
import { creation, save } from '../../functions/data/save.ts';
import { createTable, type Reported, type Table } from '../../functions/data/table.ts';
import type { RendererDeps } from '../../functions/deps.ts';
import { signInOf } from '../../functions/people/store.ts';
import { listSigner } from '../../functions/public/list-signer.ts';
import { startDatabase } from '../../infra/local/database.ts';
import { newListKey } from '../../infra/local/list-keys.ts';
import { newSigningKey } from '../../infra/local/signing-key.ts';
import { AuthorityId, PersonId, type Sha256 } from '../../shared/ids.ts';
import type { Actor, HeldRole, Person, Role } from '../../shared/people/person.ts';
import type { Unsaved } from '../../shared/record.ts';

export const issuer = 'https://test.invalid/oidc';

/** A real embedded database (in memory, or in a folder) with everything a verb needs; `clock.at` is what time it is. */
export async function anInstance(now = '2023-10-20T02:00:00.000Z', dataDir?: string) {
  const database = await startDatabase(dataDir === undefined ? {} : { dataDir });
  if (!database.ok) throw new Error(database.failure.detail);
  const client = new DynamoDBClient({
    endpoint: database.value.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const clock = { at: new Date(now) };
  const reported: Reported[] = [];
  const table: Table = {
    doc: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
    name: 'pho-so',
    lookupKey: randomBytes(32),
    report: (changes) => reported.push(...changes),
  };
  await createTable(client, table.name);
  const blobs = memoryBlobs();
  const deps: RendererDeps = {
    table,
    blobs,
    accounts: {
      issuer,
      create: async ({ subject }) => ({ subject }),
      invitation: async (login) => ({ url: `/password/${login}`, validUntil: now }),
      disable: async () => {},
      enable: async () => {},
      erase: async () => {},
    },
    now: () => clock.at,
    random: (bytes) => randomBytes(bytes),
    publicOrigin: 'https://xacthuc.example.vn',
    listSigner: listSigner([newListKey('khoa-1')]),
    signer: newSigningKey(clock.at),
  };
  return {
    deps,
    clock,
    databasePid: database.value.pid,
    reported,
    blobs,
    /** Someone who holds roles, stored and able to sign in. */
    async person(name: string, ...roles: HeldRole[]): Promise<Actor> {
      const id = PersonId.parse(uuidv7());
      const authorityId = roles[0]?.authorityId ?? AuthorityId.parse('hong-bang');
      const record: Unsaved<Person> = {
        id,
        name,
        login: `p${id.slice(0, 8)}${id.slice(-6)}`,
        authorityId,
        roles,
        issuer,
        subject: id,
        above: [],
        state: 'active',
      };
      const made = creation(table, actBy({ id, name, roles }, clock.at), 'person.create', 'person', record);
      const saved = await save(table, made, [signInOf(table, made.record)]);
      if (!saved.ok) throw new Error(saved.failure.code);
      return { id, name, roles };
    },
    act: (actor: Actor, id?: string): Command => actBy(actor, clock.at, id),
    async stop() {
      client.destroy();
      await database.value.stop();
    },
  };
}
export type Instance = Awaited<ReturnType<typeof anInstance>>;

/** An action of a person with a fresh id. */
export const actBy = (actor: Actor, at: Date, id: string = uuidv7()): Command => ({
  id,
  digest: createHash('sha256').update(id).digest('hex'),
  by: actor,
  at: at.toISOString(),
  from: 'test',
});

export const holding = (role: Role, authority: string): HeldRole => ({ role, authorityId: AuthorityId.parse(authority) });

/** The value of a result that must have succeeded. */
export function must<T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T {
  if (!result.ok) throw new Error(`expected success, got ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The code of a result that must have failed. */
export function failureOf(
  result: { ok: true; value: unknown } | { ok: false; failure: { code: string } },
): { code: string } & Record<string, unknown> {
  if (result.ok) throw new Error(`expected a failure, got ${JSON.stringify(result.value).slice(0, 300)}`);
  return result.failure;
}

function memoryBlobs(): Blobs & { files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  return {
    files,
    async putOnce(key, bytes) {
      if (files.has(key)) return 'exists';
      files.set(key, bytes);
      return 'stored';
    },
    async putOnceFrom(key, bytes) {
      const parts: Uint8Array[] = [];
      for await (const part of bytes) parts.push(part);
      return this.putOnce(key, Buffer.concat(parts), '');
    },
    get: async (key) => files.get(key),
    stat: async (key) => {
      const bytes = files.get(key);
      return bytes && { size: bytes.length };
    },
    uploadAddress: async (key, _file: { size: number; sha256: Sha256; contentType: string }) => ({ url: `/blobs/${key}`, headers: {} }),
    downloadAddress: async (key) => `/blobs/${key}`,
  };
}
