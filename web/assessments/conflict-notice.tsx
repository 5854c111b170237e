import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useT } from '../language/language.tsx';
import { decide, reopen, tryAgain } from './decide.ts';
import type { StoredAssessment } from './device-types.ts';
import { outboxTexts } from './outbox-texts.ts';

/** What the server refused, with the ways on. Nothing written is touched until a person chooses. */
export function ConflictNotice({ visit }: { visit: StoredAssessment }): ReactNode {
  const o = useT(outboxTexts);
  const { trouble } = visit;
  if (!trouble) return null;
  if (trouble.kind === 'conflict')
    return (
      <div className="notice warning" role="alert">
        <p>
          <strong>{o.conflict}.</strong> {o.conflictText}
        </p>
        <div className="buttons">
          <Link className="button" href={`/phieu/${visit.nominationId}/doi-chieu`}>
            {o.compare}
          </Link>
          <button type="button" className="button" onClick={() => void decide(visit.key, 'mine')}>
            {o.keepHere}
          </button>
          <button type="button" className="button" onClick={() => void decide(visit.key, 'theirs')}>
            {o.keepThere}
          </button>
        </div>
      </div>
    );
  return (
    <div className="notice danger" role="alert">
      <p>
        <strong>{o.refusedTitle}.</strong> {trouble.refusal.detail}
      </p>
      <p>{o.refusedText}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={() => void tryAgain(visit.key)}>
          {o.tryAgain}
        </button>
        {visit.finished && !visit.finished.receipt && (
          <button type="button" className="button" onClick={() => void reopen(visit.key)}>
            {o.reopen}
          </button>
        )}
        <Link className="button" href="/cho-gui">
          {o.exportAll}
        </Link>
      </div>
    </div>
  );
}
