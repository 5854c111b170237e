import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { auditActionName } from '../../shared/audit/actions.ts';
import { fieldText, valueText } from '../../shared/audit/wording.ts';
import { ExportLinks } from '../components/export-links.tsx';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { Scroll } from '../components/scroll.tsx';
import { Waiting } from '../components/waiting.tsx';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import '../styles/admin.css';
import { historyTexts } from './history-texts.ts';

/** What a history can be asked of: a merchant is found through its street, an edition by its number. */
export type Subject = { kind: keyof (typeof historyTexts)['vi']['kinds']; id: string; streetId?: string; edition?: string };

function askHistory({ kind, id, streetId = '', edition = '1' }: Subject, cursor: string | undefined) {
  const [param, query] = [{ id }, { limit: '50', ...(cursor && { cursor }) }];
  const { history } = api;
  switch (kind) {
    case 'merchant':
      return ask(history.merchant[':id'].$get({ param, query: { ...query, streetId } }));
    case 'criteria':
      return ask(history.criteria[':id'].$get({ param, query: { ...query, edition } }));
    default:
      return ask(history[kind][':id'].$get({ param, query }));
  }
}
const exportPath = ({ kind, id, streetId, edition }: Subject): string =>
  `history/${kind}/${id}${kind === 'merchant' ? `?streetId=${streetId}` : kind === 'criteria' ? `?edition=${edition ?? '1'}` : ''}`;
type Step = Awaited<ReturnType<typeof askHistory>>['items'][number];

/** The history of a record behind a button: opened when somebody wants it. */
export function RecordHistory({ of }: { of: Subject }): ReactNode {
  const t = useT(historyTexts);
  const [open, setOpen] = useState(false);
  return (
    <section className="card">
      <h2>{t.history}</h2>
      {open ? (
        <HistoryOf of={of} />
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {t.show}
        </button>
      )}
    </section>
  );
}

/** Step by step: who, when, what changed, from where; and whether the chain of hashes is whole. */
export function HistoryOf({ of }: { of: Subject }): ReactNode {
  const t = useT(historyTexts);
  const found = useInfiniteQuery({
    queryKey: ['history', of.kind, of.id, of.streetId, of.edition],
    queryFn: ({ pageParam }) => askHistory(of, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    meta: { keep: false },
  });
  if (found.error) return <Refused error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const intact = found.data.pages.every((page) => page.intact);
  return (
    <>
      <p role="status">
        <span className={`badge ${intact ? 'ok' : 'danger'}`}>
          <Icon name={intact ? 'check' : 'warning'} /> {intact ? t.intact : t.broken}
        </span>
      </p>
      <p className="quiet">{t.intactText}</p>
      <Scroll label={t.history}>
        <table className="roomy">
          <thead>
            <tr>
              <th scope="col">{t.when}</th>
              <th scope="col">{t.who}</th>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.changes}</th>
              <th scope="col">{t.from}</th>
            </tr>
          </thead>
          <tbody>{found.data.pages.flatMap((page) => page.items.map((step) => <Row key={step.version} step={step} />))}</tbody>
        </table>
      </Scroll>
      <ExportLinks path={exportPath(of)} />
      {found.hasNextPage && (
        <button type="button" className="button" onClick={() => void found.fetchNextPage()}>
          {t.more}
        </button>
      )}
    </>
  );
}

function Row({ step }: { step: Step }): ReactNode {
  const t = useT(historyTexts);
  const { language } = useLanguage();
  return (
    <tr>
      <td>
        <time dateTime={step.at}>{momentText(step.at, language)}</time>
      </td>
      <td>{step.byName || t.nobody}</td>
      <td>
        {auditActionName(step.action, language)}
        {step.note && (
          <p>
            {t.reason}: {step.note}
          </p>
        )}
      </td>
      <td>
        {step.changes.length + step.erased.length === 0 ? (
          <span className="quiet">{t.noChanges}</span>
        ) : (
          <ul className="changes">
            {step.changes.map(({ field, was, now }) => (
              <li key={field}>
                <strong>{fieldText(field, language)}</strong>: {was === undefined ? '' : `${valueText(field, was, language)} → `}
                {valueText(field, now, language)}
              </li>
            ))}
            {step.erased.map((field) => (
              <li key={field}>
                <strong>{fieldText(field, language)}</strong>: <em>{t.erased}</em>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="quiet">{step.from || t.none}</td>
    </tr>
  );
}
