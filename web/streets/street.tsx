import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { Icon, type IconName } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { LineMap } from '../components/map.tsx';
import { calendarDay } from '../language/format.ts';
import { useT } from '../language/language.tsx';
import { DossiersOfStreet } from '../nominations/dossiers-of-street.tsx';
import { useWorking } from '../session/use-session.ts';
import { StreetFigures } from './figures.tsx';
import { LockNote } from './lock-note.tsx';
import { type StreetShown, useStreet } from './queries.ts';
import { segmentText } from './segment-text.ts';
import { streetTexts } from './street-texts.ts';
import '../styles/ward.css';

const work: readonly ['co-so' | 'nhap' | 'di-tung-nha' | 'can-kiem' | 'ma-qr', IconName][] = [
  ['co-so', 'draft'],
  ['nhap', 'download'],
  ['di-tung-nha', 'people'],
  ['can-kiem', 'search'],
  ['ma-qr', 'print'],
];

/** `/duong/:streetId`: one street with its figures and the work on it. */
export default function StreetPage(): ReactNode {
  const { streetId } = useParams<{ streetId: string }>();
  const street = useStreet(streetId);
  return <Loaded query={street}>{(found) => <Shown street={found} />}</Loaded>;
}

function Shown({ street }: { street: StreetShown }): ReactNode {
  const t = useT(streetTexts);
  const { authorityId } = useWorking();
  const { certified } = street;
  return (
    <>
      <div className="title">
        <h1>{street.name}</h1>
        <span className="quiet">
          {t.kinds[street.kind]} · {segmentText(street, t)}
          {street.kind === 'street' && street.side && ` · ${t.sides[street.side]}`}
        </span>
        {street.lockedBy ? null : (
          <Link href={`/duong/${street.id}/sua`} className="button">
            {t.edit}
          </Link>
        )}
      </div>
      <LockNote street={street} />
      {certified && (
        <p className="notice ok">
          <Icon name="award" /> <strong>{t.certified}.</strong> {t.certifiedText(certified.number, calendarDay(certified.issuedOn))}{' '}
          <a href={`/C/${certified.code}`}>{t.verify}</a>
        </p>
      )}
      <section className="card" aria-labelledby="work">
        <h2 id="work">{t.work}</h2>
        <ul className="tasks">
          {work.map(([path, icon]) => (
            <li key={path}>
              <Link href={`/duong/${street.id}/${path}`}>
                <Icon name={icon} /> {t.links[path]}
              </Link>
              <span className="quiet">{t.linkText[path]}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby="figures">
        <h2 id="figures">{t.figures}</h2>
        <StreetFigures figures={street.figures} />
      </section>
      <DossiersOfStreet street={street} wardId={authorityId} />
      {street.line && street.line.length > 0 && (
        <section className="card" aria-labelledby="map">
          <h2 id="map">{street.kind === 'market' ? t.marketLine : t.line}</h2>
          <LineMap label={t.mapOf(street.name)} line={street.line} />
        </section>
      )}
    </>
  );
}
