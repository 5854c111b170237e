import { transitions } from '../../shared/lifecycle.ts';
import { stateName } from '../../shared/texts/names.ts';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import type { DossierShown } from '../nominations/queries.ts';
import { useWorking } from '../session/use-session.ts';
import { actionTexts } from './action-texts.ts';

/** What the office does with a dossier. */
export type OfficeAction = 'return' | 'assign' | 'unassign' | 'acknowledge' | 'recommend' | 'extend' | 'askToCorrect';

/** What stops an action, in words; undefined when it can be done now. */
export function useStops({ nomination, assessments }: DossierShown): (action: OfficeAction) => string | undefined {
  const t = useT(actionTexts);
  const { language } = useLanguage();
  const { authorityId } = useWorking();
  return (action) => {
    if (nomination.advisingAuthorityId !== authorityId) return t.notYours;
    const from: readonly string[] = transitions[action].from;
    if (!from.includes(nomination.state)) return t.onlyIn(from.map((state) => stateName(state, language)).join(', '));
    if (action === 'unassign' && 'assignment' in nomination && nomination.assignment.assessors.length < 2) return t.lastAssessor;
    if (action === 'acknowledge' && !assessments.some((each) => each.round === nomination.round && isLate(each))) return t.noneLate;
    if (action === 'recommend' && 'outcome' in nomination && nomination.outcome.lateToAcknowledge > 0)
      return t.stopsLate(nomination.outcome.lateToAcknowledge);
    if (action === 'askToCorrect' && nomination.state === 'certified' && nomination.pending.kind !== 'none') return t.pending;
    return undefined;
  };
}

/** Waits for an officer: came after the deadline and nobody has taken note yet. */
export const isLate = (assessment: DossierShown['assessments'][number]): boolean =>
  assessment.state === 'kept' || (assessment.state === 'late' && !assessment.acknowledged);

/** What keeps a recommendation from being in favour; undefined when nothing does. */
export function useAgainstFavour({ nomination }: DossierShown): string | undefined {
  const t = useT(actionTexts);
  const { language } = useLanguage();
  if (!('outcome' in nomination) || nomination.outcome.passed) return undefined;
  return t.stopsFailed(numberText(nomination.outcome.score, language, 1), nomination.outcome.unmet.join(', ') || '–');
}
