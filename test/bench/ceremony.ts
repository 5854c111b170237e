import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../../functions/ceremony/ask.ts';
import { make } from '../../functions/ceremony/make.ts';
import { show } from '../../functions/ceremony/show.ts';
import { approve } from '../../functions/certificates/approve.ts';
import { render } from '../../functions/certificates/render.ts';
import { localBlobs } from '../../infra/local/blobs.ts';
import type { CeremonyFileKind } from '../../shared/ceremony/ceremony.ts';
import type { NominationIn } from '../../shared/nominations/nomination.ts';
import { must } from '../support/instance.ts';
import { fixtureOnDisk } from './disk-fixture.ts';
import { type Line, memoryOf, timed } from './measure.ts';

const streets = 1000;

/** A ceremony of a thousand certificates, its files on the disk: the page, the pack, the ZIP, the list, and what memory they take. */
export async function ceremonies(): Promise<Line[]> {
  const fixture = await fixtureOnDisk();
  const folder = mkdtempSync(join(tmpdir(), 'pho-so-bench-files-'));
  const deps = { ...fixture.deps, blobs: localBlobs({ folder, addressKey: 'k'.repeat(43), now: fixture.deps.now }) };
  const { leader, act, programmeId } = fixture;
  try {
    const filled = await timed(async () => {
      for (let n = 0; n < streets; n += 100) {
        const some = await Promise.all(Array.from({ length: 100 }, (_, at) => fixture.recommended(`Nguyễn Đức Cảnh ${n + at + 1}`)));
        const certified = must(await approve(deps, act(leader), some, {})) as NominationIn<'certified'>[];
        for (const { certificateCode } of certified) await render(deps, certificateCode);
      }
    });
    console.error(`  ${streets} certificates issued and signed in ${(filled / 1000).toFixed(0)} s`);
    const cpu = process.cpuUsage();
    const page = await timed(() => show(deps, leader, programmeId));
    const own = process.cpuUsage(cpu).user / 1000;
    const made = async (what: CeremonyFileKind, wanted: string): Promise<Line> => {
      const asked = must(await ask(deps, leader, programmeId, what));
      const before = memoryOf(process.pid);
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, memoryOf(process.pid));
      }, 10);
      const from = process.cpuUsage();
      let size = 0;
      const took = await timed(async () => {
        const file = await make(deps, asked);
        if (file?.state !== 'ready') throw new Error(`${what}: ${JSON.stringify(file)}`);
        size = file.size;
      });
      clearInterval(watch);
      const used = process.cpuUsage(from).user / 1_000_000;
      const reached = `${(took / 1000).toFixed(1)} s (our processor ${used.toFixed(1)}), ${(size / 1_000_000).toFixed(1)} MB, ${Math.max(0, most - before).toFixed(0)} MB more memory`;
      return { what: `ceremony of ${streets}: ${what}`, wanted, reached };
    };
    return [
      { what: `ceremony of ${streets}: the page, ms`, wanted: '≤ 1000', reached: `${page.toFixed(0)} (our processor ${own.toFixed(0)})` },
      await made('finals', '≤ 2 s, ≤ 4 MB, ≤ 200 MB more'),
      await made('files', '≤ 200 MB more'),
      await made('list', '–'),
    ];
  } finally {
    await fixture.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
