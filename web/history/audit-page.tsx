import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Field } from '../components/field.tsx';
import { useT } from '../language/language.tsx';
import { HistoryOf, type Subject } from './history.tsx';
import { historyTexts } from './history-texts.ts';

/** The history of any record, by its kind and id; the address names it, so that other pages can lead here. */
export default function AuditPage(): ReactNode {
  const t = useT(historyTexts);
  const [search, setSearch] = useSearchParams();
  const asked = subjectOf(search);
  const [typed, setTyped] = useState<Subject>(asked ?? { kind: 'street', id: '' });
  return (
    <>
      <h1>{t.audit}</h1>
      <p>{t.lead}</p>
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          const { kind, id, streetId, edition } = typed;
          setSearch({
            loai: kind,
            ma: idOf(id, kind),
            ...(kind === 'merchant' && streetId && { tuyen: idOf(streetId, 'street') }),
            ...(kind === 'criteria' && edition && { 'an-ban': edition }),
          });
        }}
      >
        <div className="row">
          <Field label={t.kind}>
            {(given) => (
              <select
                {...given}
                value={typed.kind}
                onChange={({ target }) => setTyped({ ...typed, kind: target.value as Subject['kind'] })}
              >
                {(Object.keys(t.kinds) as Subject['kind'][]).map((kind) => (
                  <option key={kind} value={kind}>
                    {t.kinds[kind]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t.id} hint={t.idHint}>
            {(given) => (
              <input
                {...given}
                required
                autoComplete="off"
                spellCheck={false}
                value={typed.id}
                onChange={({ target }) => setTyped({ ...typed, id: target.value })}
              />
            )}
          </Field>
        </div>
        {typed.kind === 'merchant' && (
          <Field label={t.street}>
            {(given) => (
              <input
                {...given}
                required
                autoComplete="off"
                value={typed.streetId ?? ''}
                onChange={({ target }) => setTyped({ ...typed, streetId: target.value })}
              />
            )}
          </Field>
        )}
        {typed.kind === 'criteria' && (
          <Field label={t.edition}>
            {(given) => (
              <input
                {...given}
                type="number"
                min="1"
                value={typed.edition ?? '1'}
                onChange={({ target }) => setTyped({ ...typed, edition: target.value })}
              />
            )}
          </Field>
        )}
        <button type="submit" className="button main">
          {t.look}
        </button>
      </form>
      {asked ? (
        <section aria-label={t.history}>
          <h2>
            {t.history}: {t.kinds[asked.kind]}
          </h2>
          <HistoryOf of={asked} />
        </section>
      ) : (
        <p className="notice">{t.start}</p>
      )}
    </>
  );
}

function subjectOf(search: URLSearchParams): Subject | undefined {
  const [kind, id] = [search.get('loai'), search.get('ma')];
  if (!kind || !id || !(kind in historyTexts.vi.kinds)) return undefined;
  const [streetId, edition] = [search.get('tuyen'), search.get('an-ban')];
  return { kind: kind as Subject['kind'], id, ...(streetId && { streetId }), ...(edition && { edition }) };
}

/** The id out of whatever was pasted: the id itself, or the address of a page that ends with it. */
function idOf(pasted: string, kind: Subject['kind']): string {
  const text = pasted.trim();
  const ids = text.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi);
  if (kind === 'certificate') return (text.split('/').at(-1) ?? text).replaceAll('-', '').toUpperCase();
  return ids?.at(-1)?.toLowerCase() ?? text.split('/').at(-1) ?? text;
}
