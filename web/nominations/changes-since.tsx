import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../components/loaded.tsx';
import { timeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { changesTexts } from './changes-texts.ts';
import { fieldNames } from './names.ts';
import { type DossierShown, dossierKey } from './queries.ts';

type Nomination = DossierShown['nomination'];

/** What the ward changed after a return: while it answers, and once it has handed in again. Nothing for a dossier never returned. */
export function ChangesSince({ nomination }: { nomination: Nomination }): ReactNode {
  if (nomination.state === 'returned' || ('submission' in nomination && nomination.submission.before))
    return <Changes id={nomination.id} />;
  return null;
}

function Changes({ id }: { id: string }): ReactNode {
  const t = useT(changesTexts);
  const { language } = useLanguage();
  const changes = useQuery({
    queryKey: [...dossierKey(id), 'changes'],
    queryFn: () => ask(api.nominations[':id'].changes.$get({ param: { id } })),
    staleTime: 0,
  });
  return (
    <section className="card" aria-labelledby="changes-title">
      <h2 id="changes-title">{t.title}</h2>
      <Loaded query={changes}>
        {({ since, fields, items }) => (
          <>
            {since && <p className="quiet">{t.since(timeText(since, language))}</p>}
            {fields.length + items.length === 0 && <p>{t.none}</p>}
            <ul>
              {fields.map((change) => (
                <FieldLine key={change.field} {...change} />
              ))}
              {items.map((item) => (
                <li key={item.id}>
                  {t.kinds[item.what] ?? item.what}: {item.name}
                  {item.fields.length > 0 && (
                    <span className="quiet"> ({item.fields.map((field) => t.merchantFields[field] ?? field).join(', ')})</span>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </section>
  );
}

function FieldLine({ field, was, now }: { field: string; was?: string | undefined; now?: string | undefined }): ReactNode {
  const t = useT(changesTexts);
  const names = useT(fieldNames);
  const wording = (words: string | undefined) =>
    words === undefined ? t.open : field === 'street.side' ? (t.sides[words] ?? words) : words;
  return (
    <li>
      {t.kinds['changed']}: {names[field] ?? field}
      {(was ?? now) !== undefined && <> ({t.becomes(wording(was), wording(now))})</>}
    </li>
  );
}
