import type { ReactNode } from 'react';
import { outreachStates } from '../../shared/merchants/merchant.ts';
import type { Figures } from '../../shared/streets/street.ts';
import { ShareBar } from '../components/share-bar.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { streetTexts } from './street-texts.ts';

/** How far a street has come, in bars with their words. */
export function StreetFigures({ figures }: { figures: Figures }): ReactNode {
  const t = useT(streetTexts);
  const { language } = useLanguage();
  const of = figures.merchants;
  if (of === 0) return <p>{t.noMerchants}</p>;
  return (
    <>
      <p className="quiet">{t.ofMerchants(numberText(of, language))}</p>
      <div className="columns">
        <div className="bars">
          <h3>{t.reached}</h3>
          <ShareBar label={t.figure.cashless} part={figures.cashless} of={of} />
          <ShareBar label={t.figure.twoMethods} part={figures.twoMethods} of={of} />
          <ShareBar label={t.figure.commitment} part={figures.commitment} of={of} />
          <ShareBar label={t.figure.eInvoice} part={figures.eInvoiceInScope} of={figures.eInvoiceScope} />
        </div>
        <div className="bars">
          <h3>{t.methods}</h3>
          {(['qr', 'card', 'wallet', 'mobileMoney'] as const).map((method) => (
            <ShareBar key={method} label={t.figure[method]} part={figures[method]} of={of} />
          ))}
        </div>
        <div className="bars">
          <h3>{t.outreach}</h3>
          {outreachStates.map((state) => (
            <ShareBar key={state} label={t.outreachStates[state]} part={figures.outreach[state]} of={of} />
          ))}
        </div>
      </div>
    </>
  );
}
