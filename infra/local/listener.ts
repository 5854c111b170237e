import { make } from '../../functions/ceremony/make.ts';
import { type FileName, unfinishedFiles } from '../../functions/ceremony/store.ts';
import { render } from '../../functions/certificates/render.ts';
import { unfinished } from '../../functions/certificates/store.ts';
import type { Reported } from '../../functions/data/table.ts';
import type { Deps, RendererDeps } from '../../functions/deps.ts';
import type { Log } from '../../functions/http/app.ts';
import { errorLine } from '../../functions/http/error-line.ts';
import { catchUp as catchUpNotices } from '../../functions/notices/catch-up.ts';
import { notify } from '../../functions/notices/notify.ts';
import { remind } from '../../functions/notices/remind.ts';
import { begunProgrammes } from '../../functions/programmes/store.ts';
import { summarise } from '../../functions/programmes/summarise.ts';
import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { CertificateCode, NominationId, ProgrammeId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';

/** How many certificates are rendered side by side. */
const atOnce = 8;

/**
 * Hears of every write and keeps what follows from it: summaries of programmes, files of certificates and ceremonies, notices. On AWS the table's stream
 * tells the same, and a schedule recalls deadlines as the hourly tick does here. Everything is recomputed from its sources, so a repeated, late or lost report does no harm: at start it catches up with what
 * a process that was killed had not done, and once a minute with what failed.
 */
export function listener(log: Log) {
  let deps: RendererDeps | undefined;
  let timers: NodeJS.Timeout[] = [];
  let running: Promise<void> | undefined;
  let waiting: Promise<void> = Promise.resolve();
  const programmes = new Set<ProgrammeId>();
  /** Certificates go a way of their own, some at once: a signing service that does not answer keeps no news and no summary waiting. */
  const certificates = new Set<CertificateCode>();
  let rendering: Promise<void> | undefined;
  /** Files of ceremonies go a way of their own: a large one keeps no certificate waiting. */
  const files = new Map<string, FileName>();
  let making: Promise<void> | undefined;
  const uncounted = new Set<ProgrammeId>();
  /** News that nobody has been told yet; what could not be told stays until the next tick. */
  const news = new Map<NominationId, Nomination>();
  const untold = new Map<NominationId, Nomination>();

  async function work(to: Deps): Promise<void> {
    while (programmes.size > 0 || news.size > 0) {
      const [due, changed] = [[...programmes], [...news.values()]];
      programmes.clear();
      news.clear();
      for (const nomination of changed) {
        untold.set(nomination.id, nomination);
        await quietly('notify', () => notify(to, nomination).then(() => untold.delete(nomination.id)));
      }
      for (const id of due) {
        uncounted.add(id);
        await quietly('summarise', () => summarise(to, id).then(() => uncounted.delete(id)));
      }
    }
  }

  /** A file that could not be made is a state of its certificate; whoever keeps the machine reads of it in the log. */
  function reportOfFault(certificate: Certificate | undefined): void {
    if (certificate?.file.state !== 'failed') return;
    const { fault, detail } = certificate.file;
    log({ level: 'error', event: 'certificate-not-made', code: certificate.code, fault, detail });
  }

  function renderAll(to: RendererDeps): void {
    rendering ??= (async () => {
      while (deps && certificates.size > 0) {
        const some = [...certificates].slice(0, atOnce);
        for (const code of some) certificates.delete(code);
        await Promise.all(some.map((code) => quietly('render', () => render(to, code).then(reportOfFault))));
      }
    })().finally(() => {
      rendering = undefined;
      if (deps && certificates.size > 0) renderAll(deps);
    });
  }

  function makeFiles(to: Deps): void {
    making ??= (async () => {
      for (const [fingerprint, file] of files) {
        files.delete(fingerprint);
        if (deps) await quietly('ceremony-file', () => make(to, file, { alone: true }));
      }
    })().finally(() => {
      making = undefined;
      if (deps && files.size > 0) makeFiles(deps);
    });
  }

  async function quietly(event: string, job: () => Promise<unknown>): Promise<void> {
    try {
      await job();
    } catch (error) {
      log({ level: 'error', event, error: errorLine(error) });
    }
  }

  /** What the clock asks for, one after the other, and waited for at the end. */
  function oneByOne(event: string, job: () => Promise<unknown>): void {
    waiting = waiting.then(() => (deps ? quietly(event, job) : undefined));
  }

  function wake(): void {
    const to = deps;
    if (to && certificates.size > 0) renderAll(to);
    if (to && files.size > 0) makeFiles(to);
    if (!to || running) return;
    // A moment later: many writes in a row make one summary.
    running = new Promise<void>((resolve) => setTimeout(resolve, 50))
      .then(() => work(to))
      .finally(() => {
        running = undefined;
        if (programmes.size > 0 || news.size > 0) wake();
      });
  }

  async function catchUp(to: Deps): Promise<void> {
    for (const code of await unfinished(to.table)) certificates.add(code);
    for (const file of await unfinishedFiles(to.table)) files.set(file.fingerprint, file);
    for (const id of uncounted) programmes.add(id);
    for (const [id, nomination] of untold) if (!news.has(id)) news.set(id, nomination);
    wake();
  }

  async function recall(to: Deps): Promise<void> {
    for (const id of await begunProgrammes(to.table)) if (deps) await quietly('remind', () => remind(to, id));
  }

  return {
    report(changes: readonly Reported[]): void {
      for (const { type, record } of changes) {
        if (type === 'nomination') {
          const nomination = record as Nomination;
          programmes.add(nomination.programmeId);
          news.set(nomination.id, nomination);
        }
        if (type === 'ceremony-file') files.set((record as FileName).fingerprint, record as FileName);
        if (type === 'certificate' && (record as Certificate).file.state === 'pending') certificates.add((record as Certificate).code);
      }
      wake();
    },
    start(to: RendererDeps): void {
      deps = to;
      oneByOne('catch-up', async () => {
        const begun = await begunProgrammes(to.table);
        for (const id of begun) programmes.add(id);
        await catchUp(to);
        for (const id of begun) if (deps) await quietly('notify', () => catchUpNotices(to, id));
      });
      oneByOne('remind', () => recall(to));
      timers = [
        setInterval(() => oneByOne('catch-up', () => catchUp(to)), 60_000),
        setInterval(() => oneByOne('remind', () => recall(to)), 3_600_000),
      ];
      for (const timer of timers) timer.unref();
    },
    async stop(): Promise<void> {
      for (const timer of timers) clearInterval(timer);
      deps = undefined;
      await waiting;
      await running;
      await rendering;
      await making;
    },
  };
}
