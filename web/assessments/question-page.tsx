import { type ReactNode, useRef, useState } from 'react';
import { Link, useParams } from 'wouter';
import type { Answer } from '../../shared/assessments/assessment.ts';
import type { Criterion } from '../../shared/criteria/checklist.ts';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import { PhotoField } from './photo-field.tsx';
import { QuantityField } from './quantity-field.tsx';
import { ScoreLine } from './score-line.tsx';
import { questionsOf } from './score-so-far.ts';
import type { OpenFieldAssessment } from './use-field-assessment.ts';
import { WithAssessment } from './with-assessment.tsx';

/** One question on one screen, with large answers. */
export default function QuestionPage(): ReactNode {
  return <WithAssessment>{(open) => <Question open={open} />}</WithAssessment>;
}

function Question({ open }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  const { code } = useParams<{ code: string }>();
  const questions = questionsOf(open.assignment);
  const at = questions.findIndex((each) => each.code === code);
  const criterion = questions[at];
  const overview = `/phieu/${open.visit.nominationId}`;
  if (!criterion) return <Link href={overview}>{t.toOverview}</Link>;
  const answer = open.sheet.answers[code];
  const before = questions[at - 1];
  const after = questions[at + 1];
  const set = (next: Answer | undefined) =>
    open.change((sheet) => {
      const { [code]: _, ...others } = sheet.answers;
      return { ...sheet, answers: next ? { ...others, [code]: next } : others };
    });
  return (
    <>
      <p className="quiet">{t.question(at + 1, questions.length)}</p>
      <h1 className="question">{criterion[language]}</h1>
      {criterion.mandatory && <p className="badge warning">{t.mandatory}</p>}
      <fieldset disabled={open.visit.finished !== undefined}>
        <legend className="visually-hidden">{criterion[language]}</legend>
        <AnswerField criterion={criterion} answer={answer} set={set} key={code} />
        {answer && (
          <>
            <PhotoField
              visit={open.visit}
              evidence={answer.evidence}
              needed={criterion.evidence}
              name={(hashes) =>
                open.change((sheet) => {
                  const now = sheet.answers[code] ?? answer;
                  return { ...sheet, answers: { ...sheet.answers, [code]: { ...now, evidence: hashes(now.evidence) } } };
                })
              }
            />
            <div className="field">
              <label htmlFor="note">{t.note}</label>
              <textarea
                id="note"
                maxLength={1000}
                value={answer.note ?? ''}
                onChange={({ target }) => {
                  const { note: _, ...rest } = answer;
                  set(target.value ? { ...rest, note: target.value } : rest);
                }}
              />
            </div>
          </>
        )}
      </fieldset>
      <ScoreLine open={open} />
      <div className="steps">
        <Link className="button" href={before ? `${overview}/cau/${before.code}` : overview}>
          {before ? t.previous : t.toOverview}
        </Link>
        <Link className="button main" href={after ? `${overview}/cau/${after.code}` : overview}>
          {after ? t.next : t.toOverview}
        </Link>
      </div>
    </>
  );
}

type AnswerProps = { criterion: Criterion; answer: Answer | undefined; set: (next: Answer | undefined) => void };

function AnswerField({ criterion, answer, set }: AnswerProps): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  const { measure, mandatory } = criterion;
  // What was photographed or noted stays when the answer changes, also while there is none: a number that is being typed anew, say.
  const last = useRef<Answer>(undefined);
  last.current = answer ?? last.current;
  const shared = { evidence: last.current?.evidence ?? [], ...(last.current?.note && { note: last.current.note }) };
  const notApplicable = !mandatory && (
    <NotApplicable answer={answer} set={(reason) => set(reason ? { kind: 'notApplicable', reason, ...shared } : undefined)} />
  );
  if (measure.kind === 'yesNo')
    return (
      <div className="answers">
        {([true, false] as const).map((met) => (
          <button
            key={String(met)}
            type="button"
            className="button answer"
            aria-pressed={answer?.kind === 'yesNo' && answer.met === met}
            onClick={() => set({ kind: 'yesNo', met, ...shared })}
          >
            {met ? t.yes : t.no}
          </button>
        ))}
        {notApplicable}
      </div>
    );
  const share = measure.kind === 'share';
  const threshold = 'threshold' in measure ? measure.threshold : 0;
  return (
    <div className="answers">
      <QuantityField
        answer={answer}
        share={share}
        hint={t.least(share ? `${numberText(threshold * 100, language, 1)}%` : numberText(threshold, language))}
        set={(quantity) => set(quantity && { ...quantity, ...shared })}
      />
      {notApplicable}
    </div>
  );
}

/** Leaves the criterion out, with a reason: without one nothing is recorded. */
function NotApplicable({ answer, set }: { answer: Answer | undefined; set: (reason: string) => void }): ReactNode {
  const t = useT(assessmentTexts);
  const wording = answer?.kind === 'notApplicable' ? answer.reason : '';
  const [asked, setAsked] = useState(false);
  const open = wording !== '' || (asked && answer === undefined);
  return (
    <>
      <button
        type="button"
        className="button answer"
        aria-pressed={open}
        onClick={() => {
          setAsked(true);
          set('');
        }}
      >
        {t.notApplicable}
      </button>
      {open && (
        <div className="field">
          <label htmlFor="why-not">{t.whyNot}</label>
          <input id="why-not" maxLength={500} value={wording} onChange={({ target }) => set(target.value)} />
        </div>
      )}
    </>
  );
}
