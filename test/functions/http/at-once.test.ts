import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { issuer } from '../../support/instance.ts';
import { requests } from './requests.ts';
import { type Situations, situations } from './situations.ts';

let of: Situations;
let api: ReturnType<typeof createApi>;
beforeAll(async () => {
  of = await situations();
  api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
});
afterAll(() => of.town.stop());

/** How many audit entries each record has. */
async function histories(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const { doc, name } = of.town.deps.table;
  for (let start: Record<string, unknown> | undefined; ; ) {
    const page = await doc.send(
      new ScanCommand({ TableName: name, ProjectionExpression: 'PK, SK', ...(start && { ExclusiveStartKey: start }) }),
    );
    for (const { PK } of page.Items ?? []) if (String(PK).startsWith('AUDIT#')) counts.set(PK, (counts.get(PK) ?? 0) + 1);
    start = page.LastEvaluatedKey;
    if (!start) return counts;
  }
}

const writes = Object.keys(requests).filter((route) => !route.startsWith('GET '));

test.each(writes)(
  '%s sent three times at once answers the same three times, and each record it touches grows by one version',
  async (route) => {
    const { by, path, body } = await (requests[route] as (typeof requests)[string])(of);
    const before = await histories();
    const actionId = uuidv7();
    const send = async () => {
      const answer = await api.request(path, {
        method: route.split(' ')[0] as string,
        headers: { authorization: `Bearer ${of.people[by].id}`, 'content-type': 'application/json' },
        body: JSON.stringify(body?.(actionId)),
      });
      return { status: answer.status, body: await answer.json() };
    };
    const [first, ...others] = await Promise.all([send(), send(), send()]);
    expect(first?.status, JSON.stringify(first?.body)).toBeLessThan(300);
    expect(others).toEqual([first, first]);
    const grown = [...(await histories())].map(([record, count]) => count - (before.get(record) ?? 0)).filter((more) => more > 0);
    expect(grown.every((more) => more === 1)).toBe(true);
  },
);
