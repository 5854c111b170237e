import { render } from '../../functions/certificates/render.ts';
import { unfinished } from '../../functions/certificates/store.ts';
import type { Reported } from '../../functions/data/table.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Log } from '../../functions/http/app.ts';
import { errorLine } from '../../functions/http/error-line.ts';
import { begunProgrammes } from '../../functions/programmes/store.ts';
import { summarise } from '../../functions/programmes/summarise.ts';
import type { Certificate } from '../../shared/certificate.ts';
import type { CertificateCode, ProgrammeId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nomination.ts';

/**
 * Hears of every write and keeps what follows from it: summaries of programmes, files of certificates. On AWS the table's stream tells
 * the same. Everything is recomputed from its sources, so a repeated, late or lost report does no harm: at start it catches up with what
 * a process that was killed had not done, and once a minute with what failed.
 */
export function listener(log: Log) {
  let deps: Deps | undefined;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const programmes = new Set<ProgrammeId>();
  const certificates = new Set<CertificateCode>();
  const uncounted = new Set<ProgrammeId>();

  async function work(to: Deps): Promise<void> {
    while (programmes.size > 0 || certificates.size > 0) {
      const [due, codes] = [[...programmes], [...certificates]];
      programmes.clear();
      certificates.clear();
      for (const code of codes) await quietly('render', () => render(to, code));
      for (const id of due) {
        uncounted.add(id);
        await quietly('summarise', () => summarise(to, id).then(() => uncounted.delete(id)));
      }
    }
  }

  async function quietly(event: string, job: () => Promise<unknown>): Promise<void> {
    try {
      await job();
    } catch (error) {
      log({ level: 'error', event, error: errorLine(error) });
    }
  }

  function wake(): void {
    const to = deps;
    if (!to || running) return;
    // A moment later: many writes in a row make one summary.
    running = new Promise<void>((resolve) => setTimeout(resolve, 50))
      .then(() => work(to))
      .finally(() => {
        running = undefined;
        if (programmes.size > 0 || certificates.size > 0) wake();
      });
  }

  async function catchUp(to: Deps): Promise<void> {
    for (const code of await unfinished(to.table)) certificates.add(code);
    for (const id of uncounted) programmes.add(id);
    wake();
  }

  return {
    report(changes: readonly Reported[]): void {
      for (const { type, record } of changes) {
        if (type === 'nomination') programmes.add((record as Nomination).programmeId);
        if (type === 'certificate' && (record as Certificate).file.state === 'pending') certificates.add((record as Certificate).code);
      }
      wake();
    },
    start(to: Deps): void {
      deps = to;
      void quietly('catch-up', async () => {
        for (const id of await begunProgrammes(to.table)) programmes.add(id);
        await catchUp(to);
      });
      timer = setInterval(() => void quietly('catch-up', () => catchUp(to)), 60_000);
      timer.unref();
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      deps = undefined;
      await running;
    },
  };
}
