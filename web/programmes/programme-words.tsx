import type { ReactNode } from 'react';
import type { Programme } from '../../shared/programmes/programme.ts';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language/language.tsx';
import { officeTexts } from '../office/office-texts.ts';

/** Where a programme stands: sign, word and colour together. */
export function ProgrammeBadge({ state }: { state: Programme['state'] }): ReactNode {
  const t = useT(officeTexts);
  const tone = { draft: '', open: 'ok', closed: '' }[state];
  const icon = ({ draft: 'draft', open: 'check', closed: 'cross' } as const)[state];
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} /> {t.programmeStates[state]}
    </span>
  );
}
