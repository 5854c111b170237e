import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { createApi } from '../../functions/api/api.ts';
import type { Table } from '../../functions/data/table.ts';
import { median, percentile } from '../bench/measure.ts';
import type { Request } from '../functions/http/requests.ts';
import type { Situations } from '../functions/http/situations.ts';
import { issuer } from '../support/instance.ts';

/** One call to the database: its name, the partition it went to where it names one, and what it consumed in capacity units. */
export type Call = { name: string; partition: string; read: number; written: number };
export type Measured = { p50: number; p95: number; calls: number; read: number; written: number };

/** The API in this process with an ear at the database: what a request asks of it, and how long it takes. */
export function asking(of: Situations) {
  const counted: Call[] = [];
  listen(of.town.deps.table, counted);
  const api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => line.level === 'error' && console.error(line),
    addressOf: () => createHash('sha256').update(uuidv7()).digest('hex').slice(0, 8),
    ready: () => true,
  });

  async function once(method: string, { by, path, body }: Request): Promise<{ took: number; calls: Call[]; answer: unknown }> {
    counted.length = 0;
    const json = body?.(uuidv7());
    const from = performance.now();
    const answer = await api.request(path, {
      method,
      headers: { authorization: `Bearer ${of.people[by].id}`, 'content-type': 'application/json' },
      ...(json && { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    const took = performance.now() - from;
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return { took, calls: [...counted], answer: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text };
  }

  /** Several requests of one kind, each made anew by `make`, the first ones to warm up. */
  async function measured(method: string, make: () => Promise<Request> | Request, times: number, warm = 2): Promise<Measured> {
    const runs: Awaited<ReturnType<typeof once>>[] = [];
    for (let n = 0; n < times + warm; n++) {
      const run = await once(method, await make());
      if (n >= warm) runs.push(run);
    }
    const took = runs.map((run) => run.took);
    const sum = (pick: (call: Call) => number) => median(runs.map(({ calls }) => calls.reduce((all, call) => all + pick(call), 0)));
    return {
      p50: median(took),
      p95: percentile(took, 0.95),
      calls: sum(() => 1),
      read: sum((c) => c.read),
      written: sum((c) => c.written),
    };
  }
  return { once, measured };
}

type Consumed = { CapacityUnits?: number; ReadCapacityUnits?: number; WriteCapacityUnits?: number };

function listen({ doc }: Table, counted: Call[]): void {
  doc.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] };
      const name = String(context['commandName']).replace(/(Item)?Command$/, '');
      const units = [ConsumedCapacity ?? []].flat().reduce((sum, each) => sum + (each.CapacityUnits ?? 0), 0);
      const writes = /Write|Put|Update|Delete/.test(name);
      const { Key, ExpressionAttributeValues: values } = args.input as {
        Key?: { PK?: string };
        ExpressionAttributeValues?: Record<string, unknown>;
      };
      const partition = Key?.PK ?? (typeof values?.[':pk'] === 'string' ? values[':pk'] : '');
      counted.push({ name, partition, read: writes ? 0 : units, written: writes ? units : 0 });
      return answer;
    },
    { step: 'initialize', priority: 'high' },
  );
}
