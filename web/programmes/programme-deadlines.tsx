import type { ReactNode } from 'react';
import type { Programme } from '../../shared/programmes/programme.ts';
import { DeadlineText } from '../components/deadline-text.tsx';
import { useT } from '../language/language.tsx';
import { officeTexts } from '../office/office-texts.ts';

/** Until when wards hand in and assessors assess, with the time left. */
export function ProgrammeDeadlines({ programme }: { programme: Pick<Programme, 'registrationClosesAt' | 'assessmentDueAt'> }): ReactNode {
  const t = useT(officeTexts);
  return (
    <dl className="deadline-facts">
      {(['registrationClosesAt', 'assessmentDueAt'] as const).map((name) => (
        <div key={name}>
          <dt>{t[name]}</dt>
          <dd>
            <DeadlineText until={programme[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
