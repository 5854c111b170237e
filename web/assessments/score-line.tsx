import { type ReactNode, useMemo } from 'react';
import { Icon } from '../components/icon.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import { scoreSoFar } from './score-so-far.ts';
import type { OpenFieldAssessment } from './use-field-assessment.ts';

/** The score as it stands, by the very function that the server uses. */
export function ScoreLine({ open: { assignment, sheet } }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  const { answers, spotChecks } = sheet;
  const now = useMemo(() => scoreSoFar(assignment, { answers, spotChecks }), [assignment, answers, spotChecks]);
  const [reached, needed] = [now.score, assignment.programme.checklist.passScore].map((points) => numberText(points, language, 1));
  return (
    <p className="score" aria-live="polite">
      {t.score}: <strong>{t.scoreText(reached ?? '', needed ?? '')}</strong>{' '}
      <span className={`badge ${now.passed ? 'ok' : 'warning'}`}>
        <Icon name={now.passed ? 'check' : 'clock'} /> {now.passed ? t.passing : t.failing}
      </span>
    </p>
  );
}
