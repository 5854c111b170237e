import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useT } from '../language/language.tsx';
import { dossierKey } from '../nominations/queries.ts';
import { Loaded } from '../pieces/loaded.tsx';
import { api, ask } from '../server/api.ts';
import { wardTexts } from './texts.ts';

/** What the ward has changed in its list since it handed it in last. */
export function ChangesSince({ id }: { id: string }): ReactNode {
  const t = useT(wardTexts);
  const changes = useQuery({
    queryKey: [...dossierKey(id), 'changes'],
    queryFn: () => ask(api.nominations[':id'].changes.$get({ param: { id } })),
    staleTime: 0,
  });
  return (
    <section className="card" aria-labelledby="changes-title">
      <h2 id="changes-title">{t.changes}</h2>
      <Loaded query={changes}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t.noChanges}</p>
          ) : (
            <ul>
              {items.map((item) => (
                <li key={item.id}>
                  {t.changed[item.what] ?? item.what}: {item.name}
                  {item.fields.length > 0 && (
                    <span className="quiet"> ({item.fields.map((field) => t.merchantFields[field] ?? field).join(', ')})</span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
