import type { ReactNode } from 'react';
import type { Checklist, Criterion } from '../../shared/criteria/checklist.ts';
import { isSourced, totalWeight } from '../../shared/criteria/criteria-set.ts';
import { Icon } from '../components/icon.tsx';
import { numberText, shareText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { criteriaTexts } from './criteria-texts.ts';
import '../styles/admin.css';

/** A checklist as it stands: what is asked, how it is measured, what it weighs, and on what it is based. */
export function ChecklistShown({ checklist }: { checklist: Checklist }): ReactNode {
  return (
    <>
      <Totals checklist={checklist} />
      {checklist.criteria.map((criterion) => (
        <details className="criterion" key={criterion.code}>
          <CriterionHead criterion={criterion} />
          <CriterionFacts criterion={criterion} />
        </details>
      ))}
    </>
  );
}

/** What can be earned by a street and by a market, and what passes. */
export function Totals({ checklist }: { checklist: Checklist }): ReactNode {
  const t = useT(criteriaTexts);
  const { language } = useLanguage();
  const total = (kind: 'street' | 'market') => numberText(totalWeight(checklist, kind), language, 2);
  return (
    <p className="notice" role="status">
      <strong>
        {t.weightLead}: {t.weights(total('street'), total('market'))}.
      </strong>{' '}
      {t.passScoreShown(numberText(checklist.passScore, language, 2))}
    </p>
  );
}

/** The line of a criterion that is always to be seen. */
export function CriterionHead({ criterion }: { criterion: Criterion }): ReactNode {
  const t = useT(criteriaTexts);
  const { language } = useLanguage();
  const sourced = isSourced(criterion.basis);
  return (
    <summary>
      <strong>{criterion.code}</strong>
      <span className="text">{criterion[language]}</span>
      <span className="quiet">
        {t.points}: {numberText(criterion.weight, language, 2)}
      </span>
      {criterion.mandatory && (
        <span className="badge warning">
          <Icon name="warning" /> {t.mandatoryShort}
        </span>
      )}
      <span className={`badge ${sourced ? 'brand' : ''}`}>
        <Icon name={sourced ? 'check' : 'draft'} /> {sourced ? t.sourced : t.proposal}
      </span>
    </summary>
  );
}

function CriterionFacts({ criterion }: { criterion: Criterion }): ReactNode {
  const t = useT(criteriaTexts);
  const { language } = useLanguage();
  const { measure } = criterion;
  const isShare =
    measure.kind === 'share' || measure.kind === 'spotCheck' || (measure.kind === 'computed' && measure.from !== 'enough-merchants');
  const facts: [string, string][] = [
    [t.measure, t.kinds[measure.kind]],
    ...(measure.kind === 'computed' ? [[t.from, t.computations[measure.from]] as [string, string]] : []),
    ...(measure.kind === 'spotCheck' ? [[t.question, t.questions[measure.question]] as [string, string]] : []),
    ...('threshold' in measure
      ? [
          [t.threshold, isShare ? shareText(measure.threshold, 1, language) : numberText(measure.threshold, language, 2)] as [
            string,
            string,
          ],
        ]
      : []),
    [t.of, criterion.of],
    [t.appliesTo, criterion.appliesTo.map((kind) => t[kind]).join(', ')],
    [t.evidence, criterion.evidence.map((each) => t.evidences[each]).join(', ') || t.none],
    [t.source, criterion.source ?? t.proposal],
  ];
  return (
    <div>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
