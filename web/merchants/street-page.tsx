import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { registryTexts } from '../../shared/failures/registry-texts.ts';
import type { Street } from '../../shared/streets/street.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { merchantTexts } from './merchant-texts.ts';
import { useStreet, useStreetId } from './street.ts';
import '../styles/merchants.css';

const parts = [
  ['grid', 'co-so'],
  ['import', 'nhap'],
  ['duplicates', 'can-kiem'],
  ['visits', 'di-tung-nha'],
  ['signs', 'ma-qr'],
] as const;
type Part = (typeof parts)[number][0];

/** What all pages about the merchants of a street stand in: its name, the way to the other pages, and whether it is locked. */
export function StreetPage({ part, children }: { part: Part; children: (street: Street) => ReactNode }): ReactNode {
  const t = useT(merchantTexts);
  const streetId = useStreetId();
  const street = useStreet(streetId);
  const [path] = useLocation();
  return (
    <Loaded query={street}>
      {(found) => (
        <>
          <div className="title">
            <h1>
              {t[part]} – {found.name}
            </h1>
          </div>
          <nav className="parts no-print" aria-label={t.parts}>
            <Link href={`/duong/${streetId}`}>
              <Icon name="back" /> {t.back}
            </Link>
            {parts.map(([name, slug]) => {
              const to = `/duong/${streetId}/${slug}`;
              return (
                <Link key={name} href={to} aria-current={path === to ? 'page' : undefined}>
                  {t[name]}
                </Link>
              );
            })}
          </nav>
          <Locked street={found} />
          {children(found)}
        </>
      )}
    </Loaded>
  );
}

/** Why nothing can be changed just now, before any typing. */
function Locked({ street }: { street: Street }): ReactNode {
  const t = useT(merchantTexts);
  const { language } = useLanguage();
  if (!street.lockedBy) return null;
  return (
    <p className="notice warning no-print">
      <strong>{t.locked}.</strong> {registryTexts['street-locked'][language]()}
    </p>
  );
}
