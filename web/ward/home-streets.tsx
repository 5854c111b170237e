import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { failureText } from '../../shared/failures/failure-texts.ts';
import { whyNotBegin } from '../../shared/nominations/begin.ts';
import { heldPlaces } from '../../shared/nominations/quota.ts';
import { Icon } from '../components/icon.tsx';
import { NextStep } from '../components/next-step.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { BeginDossier } from '../nominations/begin.tsx';
import { useAsked } from '../nominations/why-not.ts';
import { isLive, type WardNomination, type WardProgramme, type WardStreet } from './queries.ts';
import { wardTexts } from './ward-texts.ts';

export type Everything = { streets: WardStreet[]; nominations: WardNomination[]; programmes: WardProgramme[] };

/** The ward's streets, those with a dossier first: state, who holds it, what comes next and until when. */
export function HomeStreets({ streets, nominations, programmes }: Everything): ReactNode {
  const t = useT(wardTexts);
  const { language } = useLanguage();
  const asked = useAsked();
  const open = programmes.find(({ state }) => state === 'open');
  // Said once for all streets of a kind, not beside each of them.
  const stop = (kind: 'street' | 'market') => {
    const street = streets.find((each) => each.kind === kind);
    if (!open || !street) return undefined;
    const held = heldPlaces(nominations, { programmeId: open.id, kind });
    return whyNotBegin(asked, { street, programme: open, wardName: nominations[0]?.wardName ?? '', held });
  };
  const stops = { street: stop('street'), market: stop('market') };
  const reasons = new Set([stops.street, stops.market].flatMap((why) => (why ? [failureText(why, language)] : [])));
  const rank = ({ id, figures }: WardStreet) => (nominations.some((each) => each.streetId === id) ? 0 : figures.merchants > 0 ? 1 : 2);
  const ordered = [...streets].sort((a, b) => rank(a) - rank(b));
  return (
    <section className="card" aria-labelledby="streets">
      <h2 id="streets">{t.streets}</h2>
      {streets.length === 0 && <p>{t.noStreets}</p>}
      {[...reasons].map((reason) => (
        <p key={reason} className="quiet">
          {reason}
        </p>
      ))}
      <ul className="tasks">
        {ordered.map((street) => {
          const own = nominations.filter((each) => each.streetId === street.id);
          const shown = own.find(isLive) ?? own[0];
          return (
            <li key={street.id}>
              <span>
                <Link href={`/duong/${street.id}`}>{street.name}</Link>{' '}
                <span className="quiet">{t.merchantCount(numberText(street.figures.merchants, language))}</span>
              </span>
              {shown && (
                <span className="next-step">
                  <Link href={`/ho-so/${shown.id}`}>
                    <StateBadge state={shown.state} />
                  </Link>
                  <NextStep dossier={shown} times={programmes.find(({ id }) => id === shown.programmeId)} />
                </span>
              )}
              {open && !stops[street.kind] && !own.some((each) => each.programmeId === open.id && isLive(each)) && (
                <BeginDossier programme={open} street={street} nominations={nominations} />
              )}
            </li>
          );
        })}
      </ul>
      <div className="buttons">
        <Link href="/duong/moi" className="button">
          <Icon name="plus" /> {t.addStreet}
        </Link>
        <Link href="/duong" className="button plain">
          {t.allStreets}
        </Link>
      </div>
    </section>
  );
}
