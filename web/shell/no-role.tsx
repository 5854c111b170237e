import type { ReactNode } from 'react';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { refusalOf } from '../server/problem.ts';
import { signIn, signOut } from '../session/session.ts';
import { shellTexts } from './shell-texts.ts';

/** Signed in, but the server does not say who it is: no role yet, or it cannot be reached. */
export function NoRole({ error, retry }: { error?: Error; retry?: () => void }): ReactNode {
  const t = useT(shellTexts);
  const code = error && refusalOf(error).code;
  const over = code === 'not-signed-in' || code === 'token-refused';
  return (
    <main className="narrow">
      <h1>{t.product}</h1>
      {error && code !== 'unknown-person' ? over ? <p>{t.ended}</p> : <Refused error={error} /> : <p>{t.unknownPerson}</p>}
      <div className="buttons">
        {over ? (
          <button type="button" className="button main" onClick={() => void signIn()}>
            {t.signInAgain}
          </button>
        ) : (
          retry && (
            <button type="button" className="button main" onClick={retry}>
              {t.tryAgain}
            </button>
          )
        )}
        <button type="button" className="button" onClick={() => void signOut()}>
          {t.signOut}
        </button>
      </div>
    </main>
  );
}
