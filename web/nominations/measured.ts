import type { CriterionResult } from '../../shared/assessments/score.ts';
import type { Criterion } from '../../shared/criteria/checklist.ts';
import type { Language } from '../../shared/texts/words.ts';
import { numberText } from '../language/format.ts';

/** Whether a criterion is measured as a share, as a number, or is met or not. */
const unitOf = ({ measure }: Criterion): 'share' | 'number' | 'yesNo' => {
  if (measure.kind === 'yesNo') return 'yesNo';
  if (measure.kind === 'count') return 'number';
  if (measure.kind === 'computed') return measure.from.endsWith('-share') ? 'share' : 'yesNo';
  return 'share';
};

type YesNo = { yes: string; no: string };

/** What was measured, in the unit of the criterion; nothing measured is a dash. */
export function measuredText(criterion: Criterion, { measured }: CriterionResult, language: Language, { yes, no }: YesNo): string {
  if (measured === undefined) return '–';
  const unit = unitOf(criterion);
  if (unit === 'yesNo') return measured >= 1 ? yes : no;
  return unit === 'share' ? `${numberText(100 * measured, language, 1)}%` : numberText(measured, language, 1);
}

/** What a criterion asks for, in its unit. */
export function neededText(criterion: Criterion, language: Language, { yes }: YesNo): string {
  const { measure } = criterion;
  if (measure.kind === 'yesNo' || (measure.kind === 'computed' && measure.from === 'dossier-on-time')) return yes;
  const number = numberText(unitOf(criterion) === 'share' ? 100 * measure.threshold : measure.threshold, language, 1);
  return unitOf(criterion) === 'share' ? `≥ ${number}%` : `≥ ${number}`;
}
