import type { ReactNode } from 'react';
import { numberText, shareText } from '../language/format.ts';
import { useLanguage } from '../language/language.tsx';

/** A share as a bar with its words beside it: "25/30 (83,3%)". The words carry the meaning, the bar shows it. */
export function ShareBar({ part, of, label }: { part: number; of: number; label?: ReactNode }): ReactNode {
  const { language } = useLanguage();
  return (
    <div>
      {label && <span>{label} </span>}
      <strong>
        {numberText(part, language)}/{numberText(of, language)}
      </strong>{' '}
      ({shareText(part, of, language)})
      <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect className="done" width={of === 0 ? 0 : (100 * part) / of} height="12" />
      </svg>
    </div>
  );
}
