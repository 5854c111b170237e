import type { ReactNode } from 'react';
import type { NominationState } from '../../shared/nominations/nomination.ts';
import { useT } from '../language/language.tsx';
import { componentTexts } from './component-texts.ts';
import { Icon, type IconName } from './icon.tsx';

const looks: Record<NominationState, [tone: string, icon: IconName]> = {
  draft: ['', 'draft'],
  submitted: ['brand', 'sent'],
  returned: ['warning', 'back'],
  withdrawn: ['', 'cross'],
  assessing: ['brand', 'people'],
  assessed: ['brand', 'check'],
  recommended: ['brand', 'sent'],
  certified: ['ok', 'award'],
  declined: ['danger', 'cross'],
  revoked: ['danger', 'cross'],
};

/** Where a dossier stands: sign, word and colour together. */
export function StateBadge({ state }: { state: NominationState }): ReactNode {
  const t = useT(componentTexts);
  const [tone, icon] = looks[state];
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} /> {t.states[state]}
    </span>
  );
}
