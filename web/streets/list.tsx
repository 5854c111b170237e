import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Scroll } from '../components/scroll.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { numberText, shareText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { isLive, useWardNominations, useWardStreets, type WardStreet } from '../ward/queries.ts';
import { segmentText } from './segment-text.ts';
import { streetTexts } from './street-texts.ts';
import '../styles/ward.css';

/** `/duong`: the streets and markets of the ward. */
export default function Streets(): ReactNode {
  const t = useT(streetTexts);
  const { language } = useLanguage();
  const { authorityId } = useWorking();
  const streets = useWardStreets(authorityId);
  return (
    <>
      <div className="title">
        <h1>{t.title}</h1>
        <Link href="/duong/moi" className="button main">
          <Icon name="plus" /> {t.add}
        </Link>
      </div>
      <Loaded query={streets}>
        {(all) =>
          all.length === 0 ? (
            <p className="notice">{t.none}</p>
          ) : (
            <Scroll label={t.title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t.name}</th>
                    <th scope="col">{t.segment}</th>
                    <th scope="col">{t.merchants}</th>
                    <th scope="col">{t.cashless}</th>
                    <th scope="col">{t.state}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((street) => (
                    <tr key={street.id}>
                      <th scope="row">
                        <Link href={`/duong/${street.id}`}>{street.name}</Link>
                        {street.kind === 'market' && <span className="quiet"> ({t.kinds.market})</span>}
                      </th>
                      <td>{segmentText(street, t)}</td>
                      <td>{numberText(street.figures.merchants, language)}</td>
                      <td>{shareText(street.figures.cashless, street.figures.merchants, language)}</td>
                      <td>
                        <StreetState street={street} wardId={authorityId} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )
        }
      </Loaded>
    </>
  );
}

/** Where a street stands: its live dossier, its certificate, or nothing that holds it. */
function StreetState({ street, wardId }: { street: WardStreet; wardId: string }): ReactNode {
  const t = useT(streetTexts);
  const nominations = useWardNominations(wardId).data ?? [];
  const live = nominations.find((each) => each.streetId === street.id && isLive(each));
  if (live)
    return (
      <Link href={`/ho-so/${live.id}`}>
        <StateBadge state={live.state} />
      </Link>
    );
  if (street.certified)
    return (
      <span className="badge ok">
        <Icon name="award" /> {t.certified}
      </span>
    );
  return <span className="quiet">{t.free}</span>;
}
