import { type ReactNode, useEffect, useState } from 'react';
import { Link, useParams, useSearchParams } from 'wouter';
import { componentTexts } from '../components/component-texts.ts';
import { DeadlineText, useMinute } from '../components/deadline-text.tsx';
import { ExportLinks } from '../components/export-links.tsx';
import { Field } from '../components/field.tsx';
import { Loaded } from '../components/loaded.tsx';
import { dueOf, NextStep } from '../components/next-step.tsx';
import { Scroll } from '../components/scroll.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { dayText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { type ProgrammeShown, useProgramme } from '../nominations/queries.ts';
import { type Filters, filtersOf, narrowed, searchOf } from '../programmes/filters.ts';
import { type BoardRow, useBoard } from '../programmes/queries.ts';
import { officeTexts } from './office-texts.ts';
import '../styles/office.css';

/** The dossiers of a programme, narrowed by filters that stand in the address. */
export default function Worklist(): ReactNode {
  const t = useT(officeTexts);
  const { id = '' } = useParams();
  const programme = useProgramme(id);
  const board = useBoard(id);
  return (
    <Loaded query={programme}>
      {(of) => (
        <>
          <p>
            <Link href={`/dot/${of.id}`}>{of.name}</Link>
          </p>
          <h1>{t.worklist}</h1>
          <Loaded query={board}>{(rows) => <Narrowed programme={of} rows={rows} />}</Loaded>
        </>
      )}
    </Loaded>
  );
}

function Narrowed({ programme, rows }: { programme: ProgrammeShown; rows: BoardRow[] }): ReactNode {
  const t = useT(officeTexts);
  const now = useMinute();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  // Each choice is a step that the back button undoes; letters of a word are not.
  const change = (next: Partial<Filters>, replace = false) => setSearch(searchOf({ ...filters, ...next }), { replace });
  const found = narrowed(rows, filters, programme, now);
  if (rows.length === 0) return <p className="notice">{t.noDossiers}</p>;
  return (
    <>
      <FilterFields filters={filters} rows={rows} change={change} />
      <p role="status">
        <strong>{t.found(found.length, rows.length)}</strong>
      </p>
      {found.length === 0 ? <p className="notice">{t.nothingFound}</p> : <Rows rows={found} programme={programme} />}
      {found.length > 0 && !filters.overdue && <ExportLinks path={exportOf(programme.id, filters)} />}
      <p className="quiet">{t.keepAddress}</p>
    </>
  );
}

/** The same dossiers as a file. */
function exportOf(programmeId: string, { states, ward, kind, text }: Filters): string {
  const query = new URLSearchParams();
  if (states.length > 0) query.set('states', states.join(','));
  if (ward) query.set('wardId', ward);
  if (kind) query.set('kind', kind);
  if (text.trim()) query.set('name', text.trim());
  return `programmes/${programmeId}/board${query.size > 0 ? `?${query}` : ''}`;
}

const states = [
  'draft',
  'submitted',
  'returned',
  'assessing',
  'assessed',
  'recommended',
  'certified',
  'declined',
  'revoked',
  'withdrawn',
] as const;

function FilterFields({
  filters,
  rows,
  change,
}: {
  filters: Filters;
  rows: BoardRow[];
  change: (next: Partial<Filters>, replace?: boolean) => void;
}): ReactNode {
  const t = useT(officeTexts);
  const common = useT(componentTexts);
  const wards = [...new Map(rows.map((row) => [row.wardId as string, row.wardName])).entries()];
  return (
    <search className="card filters">
      <div className="row">
        <TextFilter text={filters.text} change={(text) => change({ text }, true)} />
        <Field label={t.ward}>
          {(given) => (
            <select {...given} value={filters.ward} onChange={({ target }) => change({ ward: target.value })}>
              <option value="">{t.all}</option>
              {wards.map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t.kind}>
          {(given) => (
            <select {...given} value={filters.kind} onChange={({ target }) => change({ kind: target.value })}>
              <option value="">{t.all}</option>
              <option value="street">{t.kinds.street}</option>
              <option value="market">{t.kinds.market}</option>
            </select>
          )}
        </Field>
      </div>
      <fieldset>
        <legend>{t.state}</legend>
        <div className="choices">
          {states.map((state) => (
            <label className="choice" key={state}>
              <input
                type="checkbox"
                checked={filters.states.includes(state)}
                onChange={({ target }) =>
                  change({ states: target.checked ? [...filters.states, state] : filters.states.filter((each) => each !== state) })
                }
              />
              {common.states[state]}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="choices">
        <label className="choice">
          <input type="checkbox" checked={filters.overdue} onChange={({ target }) => change({ overdue: target.checked })} />
          {t.overdue}
        </label>
        <button type="button" className="button plain" onClick={() => change({ states: [], ward: '', kind: '', overdue: false, text: '' })}>
          {t.clear}
        </button>
      </div>
    </search>
  );
}

/** Shows each letter at once and puts the word into the address a moment later. */
function TextFilter({ text, change }: { text: string; change: (text: string) => void }): ReactNode {
  const t = useT(officeTexts);
  const [typed, type] = useState(text);
  const [known, know] = useState(text);
  // The address changed by itself (back button, cleared filters).
  if (text !== known) {
    know(text);
    type(text);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => {
      know(typed);
      change(typed);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Field label={t.filterText} hint={t.filterTextHint}>
      {(given) => <input {...given} type="search" value={typed} onChange={({ target }) => type(target.value)} />}
    </Field>
  );
}

function Rows({ rows, programme }: { rows: BoardRow[]; programme: ProgrammeShown }): ReactNode {
  const t = useT(officeTexts);
  const { language } = useLanguage();
  return (
    <Scroll label={t.worklist}>
      <table className="list">
        <thead>
          <tr>
            <th>{t.street}</th>
            <th>{t.ward}</th>
            <th>{t.state}</th>
            <th>{t.holder}</th>
            <th>{t.due}</th>
            <th className="number">{t.merchants}</th>
            <th className="number">{t.score}</th>
            <th>{t.handedIn}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const due = dueOf(row, programme);
            return (
              <tr key={row.id}>
                <td>
                  <Link href={`/ho-so/${row.id}`}>{row.streetName}</Link>
                  <br />
                  <span className="quiet">{t.kinds[row.kind]}</span>
                </td>
                <td>{row.wardName}</td>
                <td>
                  <StateBadge state={row.state} />
                </td>
                <td>
                  <NextStep dossier={row} times={undefined} />
                </td>
                <td>{due ? <DeadlineText until={due} /> : '–'}</td>
                <td className="number">{'submission' in row ? numberText(row.submission.figures.merchants, language) : '–'}</td>
                <td className="number">{'outcome' in row ? numberText(row.outcome.score, language, 1) : '–'}</td>
                <td>{'submission' in row ? dayText(row.submission.submittedAt, language) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
