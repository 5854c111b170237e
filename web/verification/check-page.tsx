import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../shared/verification/verification.ts';
import { Icon } from '../components/icon.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useT } from '../language/language.tsx';
import { AnswerShown } from './answer-shown.tsx';
import { checkCode, checkFile } from './check.ts';
import { ListCard } from './list-card.tsx';
import { verificationPageTexts } from './verification-page-texts.ts';
import '../styles/verification.css';

const Camera = lazy(() => import('../assessments/scan/camera.tsx'));
type Given = { answer: Answer; by: 'code' | 'file' };

/** Checks a certificate with and without a network: by camera, by typing, by its file. For everybody, signed in or not. */
export default function CheckPage(): ReactNode {
  const t = useT(verificationPageTexts);
  const [typed, setTyped] = useState(() => new URLSearchParams(location.search).get('ma') ?? '');
  const [scanning, setScanning] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const [given, setGiven] = useState<Given>();
  const latest = useRef(0);

  const show = useCallback(async (asked: Promise<Answer>, by: Given['by']) => {
    const mine = ++latest.current;
    setGiven(undefined);
    setWaiting(true);
    const answer = await asked;
    // Something else was asked meanwhile: its answer is the one that is waited for.
    if (mine !== latest.current) return;
    setWaiting(false);
    setGiven({ answer, by });
  }, []);
  const check = useCallback(
    (code: string) => {
      setScanning(false);
      setTyped(code);
      void show(checkCode(code), 'code');
    },
    [show],
  );
  useEffect(() => {
    // Whoever scanned the address without a network was led here with its code.
    const asked = new URLSearchParams(location.search).get('ma');
    if (asked) check(asked);
  }, [check]);

  return (
    <div className="check">
      <h1>{t.title}</h1>
      <p className="quiet">{t.intro}</p>
      <p role="status">{waiting ? t.checking : ''}</p>
      {given && <AnswerShown {...given} check={check} />}
      {scanning ? (
        <Suspense fallback={<Waiting lines={3} />}>
          <Camera found={check} stop={() => setScanning(false)} />
        </Suspense>
      ) : (
        <button type="button" className={`button wide ${given ? '' : 'main'}`} onClick={() => setScanning(true)}>
          <Icon name="camera" /> {t.scan}
        </button>
      )}
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          check(typed);
        }}
      >
        <div className="field">
          <label htmlFor="certificate-code">{t.code}</label>
          <p className="hint" id="certificate-code-hint">
            {t.codeHint}
          </p>
          <input
            id="certificate-code"
            className="code"
            required
            maxLength={200}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-describedby="certificate-code-hint"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <button type="submit" className="button main">
          {t.check}
        </button>
      </form>
      <section className="card">
        <h2>{t.file}</h2>
        <div className="field">
          <label htmlFor="certificate-file">{t.fileLabel}</label>
          <input
            id="certificate-file"
            type="file"
            accept="application/pdf,.pdf"
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void show(checkFile(file), 'file');
            }}
          />
        </div>
      </section>
      <ListCard />
    </div>
  );
}
