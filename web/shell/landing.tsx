import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage, useT } from '../language/language.tsx';
import { type Config, config } from '../session/config.ts';
import { signIn } from '../session/session.ts';
import { Preferences } from './preferences.tsx';
import { shellTexts } from './shell-texts.ts';

/** The first page for people who are not signed in. */
export function Landing(): ReactNode {
  const t = useT(shellTexts);
  const { language } = useLanguage();
  const [settings, setSettings] = useState<Config>();
  const [failed, setFailed] = useState<'offline' | 'unreachable'>();
  const fail = () => setFailed(navigator.onLine ? 'unreachable' : 'offline');
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    config().then(setSettings).catch(fail);
  }, []);
  const enter = (login?: string) => {
    setFailed(undefined);
    signIn(login, language).catch(fail);
  };
  return (
    <>
      <header className="head">
        <a className="home" href="/">
          {t.product}
        </a>
        <div className="who">
          <Preferences />
        </div>
      </header>
      <main className="narrow">
        <h1>{t.product}</h1>
        <p>{t.subtitle}</p>
        {failed && (
          <p className="notice warning" role="alert">
            {t[failed]}
          </p>
        )}
        <section className="card">
          <h2>{t.forStaff}</h2>
          <p>{t.forStaffText}</p>
          <button type="button" className="button main" onClick={() => enter()}>
            {t.signIn}
          </button>
        </section>
        <section className="card">
          <h2>{t.forAll}</h2>
          <ul className="links">
            <li>
              <a href={`/xac-minh?lang=${language}`}>{t.verify}</a>
            </li>
            <li>
              <a href="/kiem-tra">{t.checkOffline}</a>
            </li>
            <li>
              <a href={`/tuyen-duong?lang=${language}`}>{t.streets}</a>
            </li>
            <li>
              <a href="/tai-lieu">{t.reference}</a>
            </li>
          </ul>
        </section>
        {settings?.demonstration && (
          <section className="card">
            <h2>{t.demonstration}</h2>
            <p>{t.demonstrationText(settings.demonstration.password)}</p>
            <ul className="tasks">
              {settings.demonstration.people.map(({ login, name, title }) => (
                <li key={login}>
                  <span>
                    <strong>{name}</strong>
                    <br />
                    <span className="quiet">{title}</span>
                  </span>
                  <button type="button" className="button" onClick={() => enter(login)}>
                    {t.signIn} <span className="visually-hidden">{name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  );
}
