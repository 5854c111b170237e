import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId, AuthorityId } from '../../shared/ids.ts';
import { Field } from '../components/field.tsx';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { type UnitRow, unitId, unitRows } from './unit-rows.ts';
import { UnitSelect } from './unit-select.tsx';
import { unitTexts } from './units-texts.ts';

/** Wards of a district or a city out of a pasted list, one after the other; those that are there already stay as they are. */
export function UnitImport({ root, parent }: { root: string; parent: string }): ReactNode {
  const t = useT(unitTexts);
  const queries = useQueryClient();
  const [below, setBelow] = useState(parent);
  const [text, setText] = useState('');
  const [progress, setProgress] = useState<{ done: number; known: number; of: number }>();
  const [error, setError] = useState<Error>();
  const [running, setRunning] = useState(false);
  const { rows, wrong } = unitRows(text);

  async function run(): Promise<void> {
    setRunning(true);
    setError(undefined);
    let [done, known] = [0, 0];
    try {
      for (const row of rows) {
        if ((await enter(row, below)) === 'known') known++;
        done++;
        setProgress({ done, known, of: rows.length });
      }
      setText('');
    } catch (failed) {
      setError(failed as Error);
    }
    setRunning(false);
    await queries.invalidateQueries({ queryKey: ['units'] });
  }
  return (
    <section className="card">
      <h2>{t.import}</h2>
      <p>{t.importText}</p>
      <Refused error={error} />
      <Field label={t.parent}>{(given) => <UnitSelect root={root} value={below} choose={setBelow} given={given} />}</Field>
      <Field label={t.list} hint={t.importHint} wrong={wrong.length > 0 ? t.wrongRows(wrong.slice(0, 12).join(', ')) : undefined}>
        {(given) => <textarea {...given} rows={6} value={text} onChange={({ target }) => setText(target.value)} />}
      </Field>
      <button type="button" className="button" disabled={running || rows.length === 0 || wrong.length > 0} onClick={() => void run()}>
        {t.importCount(rows.length)}
      </button>
      <div role="status">
        {progress && (
          <p>
            <progress max={progress.of} value={progress.done} aria-label={t.import} /> {t.importing(progress.done, progress.of)}
            {progress.known > 0 && ` ${t.known(progress.known)}`}
          </p>
        )}
      </div>
    </section>
  );
}

async function enter({ validUntil, ...row }: UnitRow, parentId: string): Promise<'entered' | 'known'> {
  const id = unitId(row.name, row.validFrom) as AuthorityId;
  const details = { ...row, level: 'ward' as const, parentId: parentId as AuthorityId, ...(validUntil && { validUntil }) };
  try {
    await ask(api.authorities.$post({ json: { actionId: uuidv7() as ActionId, id, details } }));
    return 'entered';
  } catch (error) {
    if (refusalOf(error).code === 'id-taken') return 'known';
    throw error;
  }
}
