import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { Import } from '../../shared/merchants/import.ts';
import type { Street } from '../../shared/streets/street.ts';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import type { ImportWork } from './import-state.ts';
import { importTexts } from './import-texts.ts';
import { changedBy } from './street.ts';

type Started = NonNullable<ImportWork['started']>;
type Progress = Pick<Import, 'state' | 'written' | 'total'>;

/** An import under way: how far it came, and how it ended. Sending the same import again changes nothing, so a reload just goes on. */
export function ImportRun(of: { street: Street; started: Started; reconsider: () => void; again: () => void }): ReactNode {
  const t = useT(importTexts);
  const { progress, error, busy, run } = useRun(of.street, of.started);
  if (progress?.state === 'done') {
    return (
      <section className="notice ok" role="status">
        <h2>
          <Icon name="check" /> {t.done(progress.written)}
        </h2>
        <div className="buttons">
          <Link className="button main" href={`/duong/${of.street.id}/co-so`}>
            {t.toGrid}
          </Link>
          <button type="button" className="button" onClick={of.again}>
            {t.another}
          </button>
        </div>
      </section>
    );
  }
  return (
    <section className="card">
      {progress && (
        <p role="status">
          {t.written(progress.written, progress.total)}
          <progress max={progress.total} value={progress.written} aria-label={t.running} />
        </p>
      )}
      {busy && !progress && <Waiting lines={2} />}
      <Refused error={error} />
      {!busy && (
        <>
          {progress && <p>{t.interrupted}</p>}
          <div className="buttons">
            <button type="button" className="button main" onClick={run}>
              {t.resume}
            </button>
            {!progress && (
              <button type="button" className="button" onClick={of.reconsider}>
                {t.reconsider}
              </button>
            )}
            {progress && (
              <button type="button" className="button plain" onClick={of.again}>
                {t.discard}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}

function useRun(street: Street, { id, plan }: Started) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(true);
  const current = useRef<AbortController>(undefined);

  const run = useCallback(async () => {
    current.current?.abort();
    const mine = new AbortController();
    current.current = mine;
    const isMine = () => !mine.signal.aborted;
    setBusy(true);
    setError(undefined);
    const imports = api.streets[':streetId'].imports;
    const param = { streetId: street.id, importId: id };
    // The answer comes when much is written; meanwhile the record says how much.
    const watch = setInterval(() => {
      void ask(imports[':importId'].$get({ param }))
        .then((now) => isMine() && setProgress((was) => (was && was.written > now.written ? was : now)))
        .catch(() => {});
    }, 500);
    try {
      let now: Progress = await ask(imports.$post({ param: { streetId: street.id }, json: { id, plan } }));
      while (isMine() && now.state === 'running') {
        setProgress(now);
        now = await ask(imports[':importId'].continuation.$post({ param, json: {} }));
      }
      if (isMine()) setProgress(now);
      await Promise.all(changedBy(street.id).map((queryKey) => queries.invalidateQueries({ queryKey })));
    } catch (thrown) {
      if (isMine()) setError(thrown as Error);
    } finally {
      clearInterval(watch);
      if (isMine()) setBusy(false);
    }
  }, [street.id, id, plan, queries]);

  useEffect(() => {
    void run();
    return () => current.current?.abort();
  }, [run]);
  // A part of the import was refused because somebody else continues it: what they do counts.
  return { progress, error: error && refusalOf(error).code === 'changed-meanwhile' ? undefined : error, busy, run: () => void run() };
}
