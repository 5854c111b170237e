import { PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import type { Import } from '../../shared/merchants/import.ts';
import { type FixtureOnDisk, fixtureOnDisk } from './disk-fixture.ts';
import { type Line, median, timed } from './measure.ts';

/** A ward's list is read, checked, de-duplicated and made durable; beside it, as many bare items as the engine takes in the same run. */
export async function importing(): Promise<Line[]> {
  const fixture = await fixtureOnDisk();
  try {
    const lines: Line[] = [];
    await once(fixture, 310);
    for (const rows of [310, 5000]) {
      const preview = median(await times(3, () => timed(() => previewed(fixture, rows))));
      const commit = median(await times(3, () => once(fixture, rows)));
      const floor = median(await times(3, () => bare(fixture, rows)));
      lines.push({
        what: `import of ${rows} merchants, seconds`,
        wanted: rows === 310 ? '≤ 0.5' : '≥ 3,000 rows/s',
        reached: `${(commit / 1000).toFixed(2)} (${Math.round((1000 * rows) / commit)} rows/s)`,
        ratio: `${(commit / floor).toFixed(1)}× bare items of the same engine`,
      });
      lines.push({ what: `preview of ${rows} merchants, seconds`, wanted: '–', reached: (preview / 1000).toFixed(2) });
    }
    return lines;
  } finally {
    await fixture.stop();
  }
}

const times = async (n: number, work: () => Promise<number>): Promise<number[]> => {
  const all: number[] = [];
  for (let each = 0; each < n; each++) all.push(await work());
  return all;
};

const list = (rows: number): string =>
  [
    'TT\tTên cơ sở\tSố nhà\tĐiện thoại\tSố tài khoản\tNgân hàng\tQR',
    ...Array.from({ length: rows }, (_, n) => `${n + 1}\tQuán số ${n}\t${n + 1}\t09${String(10_000_000 + n)}\t${100_000_000 + n}\tVCB\tx`),
  ].join('\n');

const previewed = (fixture: FixtureOnDisk, rows: number) =>
  fixture.send(fixture.ward, 'POST', '/api/wards/minh-khai/imports/preview', { source: { kind: 'pasted', text: list(rows) } });

async function once(fixture: FixtureOnDisk, rows: number): Promise<number> {
  const [street, id] = [uuidv7(), uuidv7()];
  await fixture.send(fixture.ward, 'POST', '/api/streets', {
    id: street,
    wardId: 'minh-khai',
    details: { kind: 'street', name: 'Lạch Tray' },
  });
  const plan = { source: { kind: 'pasted', text: list(rows) }, rows: 'good-rows', leaveOut: [], distinct: [] };
  return timed(async () => {
    let done = await fixture.send<Import>(fixture.ward, 'POST', `/api/streets/${street}/imports`, { id, plan });
    while (done.state === 'running')
      done = await fixture.send<Import>(fixture.ward, 'POST', `/api/streets/${street}/imports/${id}/continuation`, {});
    if (done.written !== rows) throw new Error(`${done.written} of ${rows} rows were written`);
  });
}

/** The floor: items of a merchant's size without index, audit or check, in transactions of a hundred. */
const bare = ({ deps: { table } }: FixtureOnDisk, rows: number): Promise<number> =>
  timed(async () => {
    const run = uuidv7();
    await table.doc.send(new PutCommand({ TableName: table.name, Item: { PK: `BENCH#${run}`, SK: 'START' } }));
    for (let from = 0; from < rows; from += 100)
      await table.doc.send(
        new TransactWriteCommand({
          TransactItems: Array.from({ length: Math.min(100, rows - from) }, (_, n) => ({
            Put: { TableName: table.name, Item: { PK: `BENCH#${run}`, SK: `${from + n}`, data: 'x'.repeat(600) } },
          })),
        }),
      );
  });
