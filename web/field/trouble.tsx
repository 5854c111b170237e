import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '../language/language.tsx';
import { decide, tryAgain } from './decide.ts';
import type { KeptVisit } from './kept.ts';
import { fieldTexts } from './texts.ts';

/** What the server refused, with the ways on. Nothing written is touched until a person chooses. */
export function Trouble({ visit }: { visit: KeptVisit }): ReactNode {
  const t = useT(fieldTexts);
  const { trouble } = visit;
  if (!trouble) return null;
  if (trouble.kind === 'conflict')
    return (
      <div className="notice warning" role="alert">
        <p>
          <strong>{t.conflict}.</strong> {t.conflictText}
        </p>
        <div className="buttons">
          <Link className="button" href={`/phieu/${visit.nominationId}/doi-chieu`}>
            {t.compare}
          </Link>
          <button type="button" className="button" onClick={() => void decide(visit.key, 'mine')}>
            {t.keepHere}
          </button>
          <button type="button" className="button" onClick={() => void decide(visit.key, 'theirs')}>
            {t.keepThere}
          </button>
        </div>
      </div>
    );
  return (
    <div className="notice danger" role="alert">
      <p>
        <strong>{t.refusedTitle}.</strong> {trouble.refusal.detail}
      </p>
      <p>{t.refusedText}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void tryAgain(visit.key)}>
          {t.tryAgain}
        </button>
        <Link className="button" href="/cho-gui">
          {t.exportAll}
        </Link>
      </div>
    </div>
  );
}
