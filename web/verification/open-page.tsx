import { lazy, type ReactNode, Suspense } from 'react';
import { Waiting } from '../components/waiting.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { Preferences } from '../shell/preferences.tsx';
import { shellTexts } from '../shell/shell-texts.ts';
import { verificationPageTexts } from './verification-page-texts.ts';

const CheckPage = lazy(() => import('./check-page.tsx'));

/** Checking certificates for people who are not signed in: citizens with the app on their phone. */
export default function OpenCheckPage(): ReactNode {
  const shell = useT(shellTexts);
  const t = useT(verificationPageTexts);
  const { language } = useLanguage();
  return (
    <>
      <header className="head">
        <a className="home" href="/">
          {shell.product}
        </a>
        <div className="who">
          <Preferences />
        </div>
      </header>
      <main className="narrow">
        <Suspense fallback={<Waiting />}>
          <CheckPage />
        </Suspense>
        <p>
          <a href={`/tuyen-duong?lang=${language}`}>{t.streets}</a>
        </p>
      </main>
    </>
  );
}
