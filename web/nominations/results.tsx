import type { ReactNode } from 'react';
import type { CriterionResult } from '../../shared/assessments/score.ts';
import type { Criterion } from '../../shared/criteria/checklist.ts';
import { Icon } from '../components/icon.tsx';
import { Scroll } from '../components/scroll.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { dossierTexts } from './dossier-texts.ts';
import { Evidence } from './files.tsx';
import { measuredText, neededText } from './measured.ts';
import type { AssessmentShown } from './queries.ts';

/** Every criterion of one sheet, on demand. */
export function Results({
  visit,
  results,
  criteria,
}: {
  visit: AssessmentShown;
  results: readonly CriterionResult[];
  criteria: Criterion[];
}): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  return (
    <details>
      <summary>{t.allCriteria}</summary>
      <Scroll label={t.visitBy(visit.personName)}>
        <table>
          <thead>
            <tr>
              <th>{t.criterion}</th>
              <th>{t.result}</th>
              <th className="number">{t.measured}</th>
              <th className="number">{t.threshold}</th>
              <th className="number">{t.weight}</th>
              <th>{t.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => {
              const criterion = criteria.find((each) => each.code === result.code);
              if (!criterion) return null;
              const answer = visit.sheet.answers[result.code];
              return (
                <tr key={result.code}>
                  <td>
                    {criterion.code}. {criterion[language]} {criterion.mandatory && <em>({t.mandatory})</em>}
                    {answer?.note && <p className="quiet">{answer.note}</p>}
                    {answer?.kind === 'notApplicable' && <p className="quiet">{answer.reason}</p>}
                  </td>
                  <td>
                    <CriterionOutcome outcome={result.outcome} />
                  </td>
                  <td className="number">{measuredText(criterion, result, language, t)}</td>
                  <td className="number">{neededText(criterion, language, t)}</td>
                  <td className="number">{numberText(criterion.weight, language, 1)}</td>
                  <td>
                    <Evidence nominationId={visit.nominationId} evidence={answer?.evidence ?? []} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

function CriterionOutcome({ outcome }: { outcome: CriterionResult['outcome'] }): ReactNode {
  const t = useT(dossierTexts);
  const tone = { met: 'ok', unmet: 'danger', 'not-applicable': '' }[outcome];
  return (
    <span className={`badge ${tone}`}>
      <Icon name={outcome === 'met' ? 'check' : 'cross'} /> {t.criterionResults[outcome]}
    </span>
  );
}
