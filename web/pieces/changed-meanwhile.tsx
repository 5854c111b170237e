import type { ReactNode } from 'react';
import { useT } from '../language/language.tsx';
import { Scroll } from './scroll.tsx';
import { pieceTexts } from './texts.ts';

/** Somebody else was faster: both versions side by side, row by row, and the choice between them. Nothing typed is lost meanwhile. */
export function ChangedMeanwhile(of: {
  labels: readonly string[];
  theirs: readonly string[];
  mine: readonly string[];
  takeTheirs: () => void;
  keepMine: () => void;
}): ReactNode {
  const t = useT(pieceTexts);
  return (
    <div className="notice warning" role="alert">
      <p>
        <strong>{t.changedMeanwhile}.</strong> {t.changedMeanwhileText}
      </p>
      <Scroll label={t.changedMeanwhile}>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t.theirs}</th>
              <th scope="col">{t.mine}</th>
            </tr>
          </thead>
          <tbody>
            {of.labels.map((label, at) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{of.theirs[at]}</td>
                <td>{of.mine[at]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="buttons">
        <button type="button" className="button" onClick={of.takeTheirs}>
          {t.useTheirs}
        </button>
        <button type="button" className="button" onClick={of.keepMine}>
          {t.useMine}
        </button>
      </div>
    </div>
  );
}
