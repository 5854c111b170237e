import { type Action, transitions } from '../../shared/lifecycle.ts';
import { type ActionName, may } from '../../shared/policy.ts';
import { stateName } from '../../shared/texts/names.ts';
import { useLanguage, useT } from '../language/language.tsx';
import type { NominationShown } from '../nominations/queries.ts';
import { useWorking } from '../session/use-session.ts';
import { leadershipTexts } from './texts.ts';

const permissions = {
  approve: 'nomination.approve',
  sendBack: 'nomination.sendBack',
  decline: 'nomination.decline',
  confirmCorrection: 'nomination.confirmCorrection',
  askToRevoke: 'nomination.askToRevoke',
  confirmRevocation: 'nomination.confirmRevocation',
  dropRequest: 'nomination.dropRequest',
} as const satisfies Partial<Record<Action, ActionName>>;
export type Decision = keyof typeof permissions;

/** Why somebody cannot take a decision in the role they work in, in their language; undefined when they can. The server asks the same. */
export function useBlocked(): (nomination: NominationShown, decision: Decision) => string | undefined {
  const { blocked } = useT(leadershipTexts);
  const { language } = useLanguage();
  const { me, role, authorityId } = useWorking();
  return (nomination, decision) => {
    const { state, wardId, above, advisingAuthorityId, issuingAuthorityId } = nomination;
    const place = { wardId, above, advisingAuthorityId, issuingAuthorityId };
    if (!may({ ...me, roles: [{ role, authorityId }] }, permissions[decision], place).ok) return blocked.role;
    const from: readonly string[] = transitions[decision].from;
    if (!from.includes(state)) return blocked.state(stateName(state, language));
    if (state === 'recommended' && decision !== 'sendBack' && nomination.recommendation.by === me.id) return blocked.recommender;
    if (state === 'recommended' && decision === 'approve' && !nomination.recommendation.inFavour) return blocked.against;
    if (state !== 'certified') return undefined;
    const { pending } = nomination;
    if (decision === 'askToRevoke' && pending.kind !== 'none') return blocked.pending;
    const confirms = decision === 'confirmCorrection' || decision === 'confirmRevocation';
    return confirms && pending.kind !== 'none' && pending.by === me.id ? blocked.asker : undefined;
  };
}
