import { type ReactNode, useEffect, useRef } from 'react';
import type { Answer } from '../../shared/verification/verification.ts';
import { verificationSigns } from '../../shared/verification/verification-signs.ts';
import { wordsOf } from '../../shared/verification/verification-words.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { verificationPageTexts } from './verification-page-texts.ts';

/** An answer, large: its sign, what it is about, what it means, and the way on. Takes the focus, so that it is read out. */
export function AnswerShown({ answer, by, check }: { answer: Answer; by: 'code' | 'file'; check: (code: string) => void }): ReactNode {
  const t = useT(verificationPageTexts);
  const { language } = useLanguage();
  const { tone, title, texts, facts } = wordsOf(answer, language, by);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  const next = answer.status === 'superseded' || answer.status === 'listed' ? answer.supersededBy : undefined;
  const issued = answer.status === 'changed' ? answer.code : undefined;
  const way = next ?? issued;
  return (
    <section className={`verdict ${tone}`} ref={place} tabIndex={-1} aria-labelledby="verdict-title">
      <svg className="sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={verificationSigns[tone]} />
      </svg>
      <h2 id="verdict-title">{title}</h2>
      {'name' in answer && <p className="what">{facts[0]?.[1]}</p>}
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {way && (
        <p>
          <button type="button" className="button main" onClick={() => check(way)}>
            {next ? t.seeCurrent : t.seeIssued}
          </button>
        </p>
      )}
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
