import type { ReactNode } from 'react';
import { useT } from '../language/language.tsx';
import { refusalOf } from '../server/problem.ts';
import { componentTexts } from './component-texts.ts';

/** What the server refused and why, in its own sentence; with a way to try again where that can help. */
export function Refused({ error, retry }: { error: Error | null | undefined; retry?: () => void }): ReactNode {
  const t = useT(componentTexts);
  if (!error) return null;
  const { detail } = refusalOf(error);
  return (
    <div className="notice danger" role="alert">
      <p>
        <strong>{t.refused}.</strong> {detail}
      </p>
      {retry && (
        <button type="button" className="button" onClick={retry}>
          {t.tryAgain}
        </button>
      )}
    </div>
  );
}
