import { memo, type ReactNode, useState } from 'react';
import { fieldNames } from '../../shared/merchants/list-names.ts';
import type { MerchantDetails } from '../../shared/merchants/merchant.ts';
import { merchantTypeNames, outreachNames } from '../../shared/merchants/merchant-names.ts';
import type { FieldCode } from '../../shared/spreadsheet/fields.ts';
import { issueTexts } from '../../shared/spreadsheet/issue-texts.ts';
import { type CellIssue, isRefused, type RowReading } from '../../shared/spreadsheet/reading.ts';
import type { Language } from '../../shared/texts/words.ts';
import { Icon } from '../components/icon.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { columnName, type List } from './import-state.ts';
import { importTexts } from './import-texts.ts';
import { merchantTexts } from './merchant-texts.ts';
import { methodsText } from './method-text.ts';

const shown = [
  'place',
  'name',
  'owner',
  'type',
  'category',
  'taxId',
  'phone',
  'methods',
  'eInvoice',
  'commitment',
  'outreach',
  'note',
] as const;
type Shown = (typeof shown)[number];
/** Findings about these columns are shown at the payment methods. */
const ofMethods: readonly (FieldCode | undefined)[] = ['methods', 'qr', 'bank', 'account', 'card', 'wallet', 'mobileMoney'];
const atOnce = 100;
type Show = 'all' | 'errors' | 'warnings' | 'out';

/** Every row as it will be stored, with what is wrong at its cells and in words beside it. */
export function ImportRows({ list, leaveOut, kind }: { list: List; leaveOut: readonly number[]; kind: 'street' | 'market' }): ReactNode {
  const t = useT(importTexts);
  const m = useT(merchantTexts);
  const { language } = useLanguage();
  const [show, setShow] = useState<Show>('all');
  const [most, setMost] = useState(atOnce);
  const out = new Set(leaveOut);
  const has = (row: RowReading, severity: CellIssue['severity']) => row.issues.some((issue) => issue.severity === severity);
  const rows = list.rows.filter(
    (row) =>
      show === 'all' ||
      (show === 'errors' && (isRefused(row) || has(row, 'error'))) ||
      (show === 'warnings' && has(row, 'warning')) ||
      (show === 'out' && (isRefused(row) || out.has(row.row))),
  );
  return (
    <section aria-labelledby="import-rows">
      <div className="title">
        <h2 id="import-rows">{t.preview}</h2>
        <label className="inline">
          {t.show}{' '}
          <select value={show} onChange={({ target }) => setShow(target.value as Show)}>
            {(['all', 'errors', 'warnings', 'out'] as const).map((each) => (
              <option key={each} value={each}>
                {t.shows[each]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reached with the keyboard */}
      <section className="scroll tall" tabIndex={0} aria-labelledby="import-rows">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.findings}</th>
              {shown.map((field) => (
                <th scope="col" key={field}>
                  {field === 'place' && kind === 'market' ? m.stall : fieldNames[language][field]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row) => (
              <Row key={row.row} row={row} isOut={out.has(row.row)} language={language} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length === 0 && <p className="quiet">{t.nothingHere}</p>}
      {rows.length > most && (
        <button type="button" className="button" onClick={() => setMost(most + atOnce * 5)}>
          {t.more(rows.length - most)}
        </button>
      )}
    </section>
  );
}

const Row = memo(function Row({ row, isOut, language }: { row: RowReading; isOut: boolean; language: Language }): ReactNode {
  const t = importTexts[language];
  const refused = isRefused(row);
  return (
    <tr className={refused || isOut ? 'out' : undefined}>
      <th scope="row">
        {row.row} {isOut && <span className="badge">{t.isOut}</span>} {refused && <span className="badge danger">{t.isRefused}</span>}
      </th>
      <td className="row-findings">
        {row.issues.length > 0 && (
          <ul className="findings">
            {row.issues.map((issue, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: findings of a row never change their order
              <li key={at} className={issue.severity === 'error' ? 'danger' : 'warning'}>
                <Finding issue={issue} language={language} />
              </li>
            ))}
          </ul>
        )}
      </td>
      {shown.map((field) => {
        const issues = row.issues.filter((issue) => (field === 'methods' ? ofMethods.includes(issue.field) : issue.field === field));
        const tone = issues.some(({ severity }) => severity === 'error') ? 'danger' : issues.length > 0 ? 'warning' : undefined;
        return (
          <td key={field} className={tone}>
            {tone && <Icon name="warning" />} {refused ? '' : cellText(row.details, field, language)}
          </td>
        );
      })}
    </tr>
  );
});

function Finding({ issue, language }: { issue: CellIssue; language: Language }): ReactNode {
  const t = importTexts[language];
  const field = issue.field ? fieldNames[language][issue.field] : '';
  return (
    <>
      <strong>{t.severity[issue.severity]}</strong>
      {issue.column !== undefined && ` (${t.atCell(columnName(issue.column), field)})`}
      {issue.value && ` “${issue.value}”`}: {issueTexts[issue.code][language]}
    </>
  );
}

/** A field of a merchant as a table shows it. */
export function cellText(details: MerchantDetails, field: Shown, language: Language): string {
  const m = merchantTexts[language];
  switch (field) {
    case 'methods':
      return methodsText(details, language);
    case 'eInvoice':
    case 'commitment':
      return details[field] ? m.yes : '';
    case 'type':
      return details.type ? merchantTypeNames[language][details.type] : '';
    case 'outreach':
      return outreachNames[language][details.outreach];
    default:
      return details[field] ?? '';
  }
}
