import { v7 as uuidv7 } from 'uuid';
import type { Import } from '../../shared/merchants/import.ts';
import { type FixtureOnDisk, fixtureOnDisk } from './disk-fixture.ts';
import { type Line, median, memoryOf } from './measure.ts';

const rows = 10_000;

/** A street of ten thousand merchants as a file, and what the process holds more while it is written. */
export async function exporting(): Promise<Line[]> {
  const fixture = await fixtureOnDisk();
  try {
    const street = await grown(fixture);
    const lines: Line[] = [];
    for (const format of ['csv', 'xlsx']) {
      const took: number[] = [];
      const used: number[] = [];
      let [size, more] = [0, 0];
      for (let n = 0; n < 5; n++) {
        const before = memoryOf(process.pid);
        const [from, cpu] = [performance.now(), process.cpuUsage()];
        const answer = await fixture.api.request(`/api/exports/streets/${street}/merchants?format=${format}`, {
          headers: { authorization: `Bearer ${fixture.ward.id}` },
        });
        size = 0;
        for await (const chunk of answer.body ?? []) {
          size += (chunk as Uint8Array).length;
          more = Math.max(more, memoryOf(process.pid) - before);
        }
        took.push(performance.now() - from);
        const { user, system } = process.cpuUsage(cpu);
        used.push((user + system) / 1_000_000);
      }
      const seconds = median(took) / 1000;
      lines.push({
        what: `export of ${rows} merchants as ${format}, seconds`,
        wanted: '≤ 1',
        reached: `${seconds.toFixed(2)} (our processor ${median(used).toFixed(2)}, file ${(size / 1_000_000).toFixed(1)} MB)`,
        ratio: format === 'csv' ? `${(seconds / 2.1).toFixed(2)}× the 2.1 s of ODK Central` : '',
      });
      lines.push({ what: `memory that it takes more at most, ${format}, MB`, wanted: 'flat', reached: more.toFixed(0) });
    }
    return lines;
  } finally {
    await fixture.stop();
  }
}

async function grown(fixture: FixtureOnDisk): Promise<string> {
  const street = uuidv7();
  await fixture.send(fixture.ward, 'POST', '/api/streets', {
    id: street,
    wardId: 'minh-khai',
    details: { kind: 'street', name: 'Lạch Tray' },
  });
  const list = Array.from({ length: rows }, (_, n) => `${n + 1}\tQuán số ${n}\t${n + 1}\t09${10_000_000 + n}\t${100_000_000 + n}\tVCB\tx`);
  for (let from = 0; from < rows; from += 5000) {
    const text = ['TT\tTên cơ sở\tSố nhà\tĐiện thoại\tSố tài khoản\tNgân hàng\tQR', ...list.slice(from, from + 5000)].join('\n');
    const plan = { source: { kind: 'pasted', text }, rows: 'good-rows', leaveOut: [], distinct: [] };
    const id = uuidv7();
    let done = await fixture.send<Import>(fixture.ward, 'POST', `/api/streets/${street}/imports`, { id, plan });
    while (done.state === 'running')
      done = await fixture.send<Import>(fixture.ward, 'POST', `/api/streets/${street}/imports/${id}/continuation`, {});
  }
  return street;
}
