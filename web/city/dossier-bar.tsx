import type { ReactNode } from 'react';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { cityTexts } from './city-texts.ts';
import { type Figures, type Group, groups, inGroup } from './rows.ts';

const order = Object.keys(groups) as Group[];

/** Dossiers by where they stand: in words, and as one bar whose parts have the same colours as the words. */
export function DossierBar({ figures }: { figures: Figures }): ReactNode {
  const t = useT(cityTexts);
  const { language } = useLanguage();
  const parts = order.map((group) => ({ group, count: inGroup(figures, group) })).filter(({ count }) => count > 0);
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  return (
    <div className="dossier-bar">
      <strong>{t.inAll(numberText(all, language))}</strong>
      {all > 0 && (
        <svg className="bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
          {parts.map(({ group, count }) => {
            const x = from;
            from += (100 * count) / all;
            return <rect key={group} className={group} x={x} width={(100 * count) / all} height="12" />;
          })}
        </svg>
      )}
      <ul>
        {parts.map(({ group, count }) => (
          <li key={group} className={group}>
            {t.groups[group]}: {numberText(count, language)}
          </li>
        ))}
      </ul>
    </div>
  );
}
