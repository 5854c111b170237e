import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApi } from '../../functions/api/api.ts';
import type { Checklist } from '../../shared/criteria/checklist.ts';
import type { Actor } from '../../shared/people/person.ts';
import { issuer } from '../support/instance.ts';
import { aFixture, twoQuestions } from '../support/programme-fixture.ts';

/** A town whose database lies on the disk, with its API in this process: requests are real, only the sign-in is taken for granted. */
export async function fixtureOnDisk(checklist: Checklist = twoQuestions) {
  const dataDir = mkdtempSync(join(tmpdir(), 'pho-so-bench-'));
  const fixture = await aFixture({ checklist, dataDir, quota: { street: 16, market: 1 } });
  const api = createApi(fixture.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
  return {
    ...fixture,
    api,
    /** One request by one person; an answer that is no success ends the benchmark. */
    async send<T>(by: Actor, method: string, path: string, body?: object): Promise<T> {
      const answer = await api.request(path, {
        method,
        headers: { authorization: `Bearer ${by.id}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
      return JSON.parse(text) as T;
    },
    async stop() {
      await fixture.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type FixtureOnDisk = Awaited<ReturnType<typeof fixtureOnDisk>>;
