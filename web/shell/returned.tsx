import { type ReactNode, useEffect, useState } from 'react';
import { Waiting } from '../components/waiting.tsx';
import { useT } from '../language/language.tsx';
import { finishSignIn, signIn } from '../session/session.ts';
import { shellTexts } from './shell-texts.ts';

// Once per page: a code is good for one trade, and React may show this twice.
let trading: Promise<string> | undefined;

/** Where the provider sends people back to: trades the code for tokens and goes on where they came from. */
export function Returned(): ReactNode {
  const t = useT(shellTexts);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    trading ??= finishSignIn(location.href);
    trading.then((to) => location.replace(to)).catch(() => setFailed(true));
  }, []);
  if (!failed) return <Waiting />;
  return (
    <main className="narrow">
      <h1>{t.failedSignIn}</h1>
      <button type="button" className="button main" onClick={() => void signIn()}>
        {t.tryAgain}
      </button>
    </main>
  );
}
