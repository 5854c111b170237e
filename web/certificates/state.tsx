import type { ReactNode } from 'react';
import { Icon, type IconName } from '../components/icon.tsx';
import { useT } from '../language/language.tsx';
import { certificateTexts } from './certificate-texts.ts';
import type { CertificateShown } from './queries.ts';

const looks: Record<CertificateShown['state'], [tone: string, icon: IconName]> = {
  valid: ['ok', 'check'],
  superseded: ['warning', 'back'],
  revoked: ['danger', 'cross'],
};

/** Whether a certificate is in force: sign, word and colour together. */
export function CertificateState({ state }: { state: CertificateShown['state'] }): ReactNode {
  const t = useT(certificateTexts);
  const [tone, icon] = looks[state];
  return (
    <span className={`badge ${tone}`}>
      <Icon name={icon} /> {t.states[state]}
    </span>
  );
}
