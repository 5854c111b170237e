import type { ReactNode } from 'react';
import { fieldNames } from '../../shared/merchants/list-names.ts';
import { type FieldCode, fieldCodes } from '../../shared/spreadsheet/fields.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { columnName, fieldAt, type List, remapped } from './import-state.ts';
import { importTexts } from './import-texts.ts';

type Props = { list: List; changed: boolean; change: (mapping: Record<string, number>) => void; reset: () => void };

/** What each column was found to hold, with examples; a person may say otherwise. */
export function ImportColumns({ list, changed, change, reset }: Props): ReactNode {
  const t = useT(importTexts);
  const { language } = useLanguage();
  const mapping = list.mapping as Record<string, number>;
  return (
    <details className="card">
      <summary>
        <h2>{t.columns}</h2>
      </summary>
      <p>{t.columnsHint}</p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t.column}</th>
              <th scope="col">{t.head}</th>
              <th scope="col">{t.holds}</th>
              <th scope="col">{t.samples}</th>
            </tr>
          </thead>
          <tbody>
            {list.columns.map(({ column, head, samples }) => (
              <tr key={column}>
                <th scope="row">{columnName(column)}</th>
                <td>{head}</td>
                <td>
                  <select
                    aria-label={`${t.column} ${columnName(column)}: ${t.holds}`}
                    value={fieldAt(mapping, column) ?? ''}
                    onChange={({ target }) => change(remapped(mapping, column, (target.value || undefined) as FieldCode | undefined))}
                  >
                    <option value="">{t.unused}</option>
                    {fieldCodes.map((code) => (
                      <option key={code} value={code}>
                        {fieldNames[language][code]}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="quiet">{samples.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changed && (
        <button type="button" className="button" onClick={reset}>
          {t.asFound}
        </button>
      )}
    </details>
  );
}
