import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../language/language.tsx';
import { refusalOf } from '../server/problem.ts';
import { componentTexts } from './component-texts.ts';
import { fieldId } from './field.tsx';

const most = 8;

/** What keeps a form from being sent, above the form: takes the focus and leads to each field. `labels` names the fields as the form does. */
export function ErrorSummary({ error, labels = {} }: { error: Error | null | undefined; labels?: Record<string, string> }): ReactNode {
  const t = useT(componentTexts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  const { detail, fields = [] } = refusalOf(error);
  return (
    <div className="notice danger" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{fields.length > 0 ? t.errorSummary(fields.length) : t.refused}.</strong> {fields.length === 0 && detail}
      </p>
      {fields.length > 0 && (
        <ul>
          {fields.slice(0, most).map(({ field, message }) => (
            <li key={field + message}>
              <a href={`#${fieldId(field)}`}>
                {labels[field] ?? field}: {message}
              </a>
            </li>
          ))}
          {fields.length > most && <li>{t.andMore(fields.length - most)}</li>}
        </ul>
      )}
    </div>
  );
}
