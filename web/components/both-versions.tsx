import { type ReactNode, useEffect, useRef } from 'react';
import { useT } from '../language/language.tsx';
import { componentTexts } from './component-texts.ts';
import { Scroll } from './scroll.tsx';

export type Compared = { label: string; theirs: ReactNode; mine: ReactNode; differs: boolean };

/** Somebody else saved first: both versions side by side, and the person chooses. Nothing that was typed is lost before that. */
export function BothVersions({ rows, take, keep }: { rows: readonly Compared[]; take: () => void; keep: () => void }): ReactNode {
  const t = useT(componentTexts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="notice warning" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{t.changedMeanwhile}.</strong> {t.changedMeanwhileText}
      </p>
      <Scroll label={t.changedMeanwhile}>
        <table className="compared">
          <thead>
            <tr>
              <td />
              <th scope="col">{t.theirs}</th>
              <th scope="col">{t.mine}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, theirs, mine, differs }) => (
              <tr key={label} className={differs ? 'differs' : undefined}>
                <th scope="row">{label}</th>
                <td>{theirs}</td>
                <td>{mine}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="buttons">
        <button type="button" className="button" onClick={take}>
          {t.useTheirs}
        </button>
        <button type="button" className="button main" onClick={keep}>
          {t.useMine}
        </button>
      </div>
    </div>
  );
}
