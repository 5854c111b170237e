import type { Failure } from '../../shared/failures/failure.ts';
import { failureText } from '../../shared/failures/failure-texts.ts';
import type { Asked } from '../../shared/nominations/transition.ts';
import { useMinute } from '../components/deadline-text.tsx';
import { useLanguage } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';

/** Who asks, in the role they work in, and when: what every row of the lifecycle wants to know first. */
export function useAsked(): Asked {
  const { me, role, authorityId } = useWorking();
  const now = useMinute();
  return { by: { ...me, roles: [{ role, authorityId }] }, at: now.toISOString() };
}

/** Why something cannot be done now, in the reader's language; undefined when it can. The rule is the one that the server asks. */
export function useWhyNot(): (rule: (asked: Asked) => Failure | undefined) => string | undefined {
  const asked = useAsked();
  const { language } = useLanguage();
  return (rule) => {
    const failure = rule(asked);
    return failure && failureText(failure, language);
  };
}
