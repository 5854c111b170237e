import type { ReactNode } from 'react';
import { useT } from '../language/language.tsx';
import { componentTexts } from './component-texts.ts';

/** The shape of what is coming; a screen reader hears that it is loading. */
export function Waiting({ lines = 5 }: { lines?: number }): ReactNode {
  const t = useT(componentTexts);
  return (
    <div role="status">
      <span className="visually-hidden">{t.loading}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <span key={at} className="skeleton" style={{ width: `${90 - ((at * 23) % 40)}%` }} />
      ))}
    </div>
  );
}
