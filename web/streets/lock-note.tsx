import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language/language.tsx';
import type { StreetShown } from './queries.ts';
import { streetTexts } from './street-texts.ts';

/** Why a street cannot be changed just now, and where that is decided. */
export function LockNote({ street }: { street: Pick<StreetShown, 'lockedBy'> }): ReactNode {
  const t = useT(streetTexts);
  if (!street.lockedBy) return null;
  return (
    <div className="notice warning">
      <p>
        <Icon name="warning" /> <strong>{t.locked}.</strong> {t.lockedText}
      </p>
      <Link href={`/ho-so/${street.lockedBy}`}>{t.openDossier}</Link>
    </div>
  );
}
