import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { useOnline } from '../shell/use-online.ts';
import { assessmentTexts } from './assessment-texts.ts';
import { useSending, useUnsent } from './sending.ts';
import '../styles/assessments.css';

/** The assessor's three places, and always in sight: whether there is a network, and how much is still unsent. */
export default function BottomBar(): ReactNode {
  const t = useT(assessmentTexts);
  const { me } = useWorking();
  const [path] = useLocation();
  const online = useOnline();
  const items = useUnsent(me.id);
  useSending(me.id, true);
  const here = (to: string) => (path === to ? ('page' as const) : undefined);
  return (
    <nav className="bottom-bar" aria-label={t.bar}>
      <Link href="/" aria-current={here('/')}>
        <Icon name="clock" /> {t.today}
      </Link>
      <Link href="/quet" aria-current={here('/quet')}>
        <Icon name="camera" /> {t.scan}
      </Link>
      <Link href="/cho-gui" aria-current={here('/cho-gui')}>
        <span className="network">
          <Icon name={online ? 'sent' : 'offline'} /> {online ? t.outbox : t.offlineNow}
        </span>
        <span>{t.unsent(items.length)}</span>
      </Link>
    </nav>
  );
}
