import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ImportId } from '../../shared/ids.ts';
import type { ImportPlan, ImportSource } from '../../shared/merchants/import.ts';
import type { Street } from '../../shared/streets/street.ts';
import { nameKey } from '../../shared/text/fold.ts';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { Waiting } from '../components/waiting.tsx';
import { download } from '../device/download.ts';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { ImportColumns } from './import-columns.tsx';
import { ImportDuplicates } from './import-duplicates.tsx';
import { findingsOf, workbook } from './import-files.ts';
import { ImportRows } from './import-rows.tsx';
import { type ImportWork, importStatusOf, type List, planOf } from './import-state.ts';
import { importTexts } from './import-texts.ts';

type Props = { street: Street; work: ImportWork; source: ImportSource; set: (change: (was: ImportWork) => ImportWork) => void };

/** The list as it would be stored: sheet, columns, totals, duplicates and rows; then the confirmation. */
export function ImportList({ street, work, source, set }: Props): ReactNode {
  const t = useT(importTexts);
  // The sheets of a file are found once; a chosen sheet or column is read again.
  const found = usePreview(street, source, undefined, undefined);
  const first = bestOf(found.data?.reading, work.sheet, street.name);
  const sheet = work.sheet ?? first?.sheet;
  const again = usePreview(street, source, sheet, work.mapping, work.mapping !== undefined);
  const chosen = work.mapping ? again : found;
  const list = work.mapping ? again.data?.reading[0] : first;
  if (found.error) return <Refused error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const without = found.data.sheets.filter((name) => !found.data.reading.some((each) => each.sheet === name));
  return (
    <>
      {found.data.reading.length > 1 && (
        <Field label={t.sheet} hint={without.length > 0 ? `${t.sheetsWithout} ${without.join(', ')}` : undefined}>
          {(given) => (
            <select
              {...given}
              value={sheet}
              onChange={({ target }) => set((was) => ({ ...was, mapping: undefined, sheet: target.value, leaveOut: [], distinct: [] }))}
            >
              {found.data.reading.map(({ sheet: name, rows }) => (
                <option key={name} value={name}>
                  {name} ({rows.length})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {chosen.error && (
        <>
          <Refused error={chosen.error} />
          <button type="button" className="button" onClick={() => set((was) => ({ ...was, mapping: undefined }))}>
            {t.asFound}
          </button>
        </>
      )}
      {list ? <Checked street={street} work={work} source={source} set={set} list={list} /> : !chosen.error && <Waiting />}
    </>
  );
}

/** The list that the person chose, else the one that names this street, else the first. */
const bestOf = (lists: List[] | undefined, sheet: string | undefined, street: string): List | undefined =>
  lists?.find((each) => each.sheet === sheet) ?? lists?.find((each) => nameKey(each.street ?? '') === nameKey(street)) ?? lists?.[0];

function usePreview(street: Street, source: ImportSource, sheet?: string, mapping?: Record<string, number>, enabled = true) {
  return useQuery({
    queryKey: ['import-preview', street.id, source, sheet, mapping],
    queryFn: () =>
      ask(
        api.wards[':wardId'].imports.preview.$post({
          param: { wardId: street.wardId },
          json: { source, streetId: street.id, ...(sheet !== undefined && { sheet }), ...(mapping && { mapping }) },
        }),
      ),
    enabled,
    staleTime: 60_000,
    // The old columns stay while others are read; whole lists with accounts are not kept on the device.
    placeholderData: (was) => was,
    meta: { keep: false },
  });
}

function Checked({ street, work, source, set, list }: Props & { list: List }): ReactNode {
  const t = useT(importTexts);
  const { language } = useLanguage();
  const status = importStatusOf(list, work);
  const { refused, unread, undecided, good } = status;
  const start = (rows: ImportPlan['rows']) =>
    set((was) => ({ ...was, started: { id: uuidv7() as ImportId, plan: planOf(was, source, list, rows) } }));
  const clean = refused + unread === 0;
  const held = street.lockedBy !== undefined || undecided.length > 0 || good === 0;
  const findings = list.rows.some((row) => row.issues.length > 0);
  const differs = list.street !== undefined && nameKey(list.street) !== nameKey(street.name);
  return (
    <>
      {differs && <p className="notice warning">{t.otherStreet(list.street ?? '', street.name)}</p>}
      <Totals list={list} />
      <ImportColumns
        list={list}
        changed={work.mapping !== undefined}
        change={(mapping) => set((was) => ({ ...was, sheet: list.sheet, mapping, leaveOut: [], distinct: [] }))}
        reset={() => set((was) => ({ ...was, mapping: undefined }))}
      />
      <ImportDuplicates street={street} list={list} work={work} set={set} />
      <ImportRows list={list} leaveOut={work.leaveOut} kind={street.kind} />
      {list.skipped.length > 0 && <Skipped list={list} />}
      <section className="card confirm">
        <div role="status">
          {!clean && <p className="notice warning">{t.notAll(refused, unread)}</p>}
          {undecided.length > 0 && <p className="notice warning">{t.undecided(undecided.length)}</p>}
          {good === 0 && <p className="notice warning">{t.nothing}</p>}
        </div>
        <div className="buttons">
          {clean ? (
            <button type="button" className="button main" disabled={held} onClick={() => start('all')}>
              {t.importAll(good)}
            </button>
          ) : (
            <button type="button" className="button main" disabled={held} onClick={() => start('good-rows')}>
              {t.importGood(good)}
            </button>
          )}
          {findings && (
            <button
              type="button"
              className="button"
              onClick={() =>
                void workbook(findingsOf(list, language), [8, 8, 22, 30, 28, 12, 80]).then((file) =>
                  download(file, `${t.fileNames.errors}.xlsx`),
                )
              }
            >
              <Icon name="download" /> {t.errorFile}
            </button>
          )}
        </div>
      </section>
    </>
  );
}

function Totals({ list }: { list: List }): ReactNode {
  const t = useT(importTexts);
  const { language } = useLanguage();
  return (
    <section aria-label={t.totals}>
      <dl className="figures">
        {(Object.keys(t.total) as (keyof typeof t.total)[]).map((name) => (
          <div key={name} className={name === 'errors' || name === 'refused' ? (list.totals[name] > 0 ? 'danger' : '') : ''}>
            <dt>{t.total[name]}</dt>
            <dd>{numberText(list.totals[name], language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Skipped({ list }: { list: List }): ReactNode {
  const t = useT(importTexts);
  return (
    <details>
      <summary>{t.skipped(list.skipped.length)}</summary>
      <ul>
        {list.skipped.slice(0, 200).map(({ row, why, text }) => (
          <li key={row}>
            {t.inList(row)}, {t.why[why]}
            {text && `: ${text}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
