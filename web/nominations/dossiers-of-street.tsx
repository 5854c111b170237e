import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { NextStep } from '../components/next-step.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useT } from '../language/language.tsx';
import type { StreetShown } from '../streets/queries.ts';
import { streetTexts } from '../streets/street-texts.ts';
import { isLive, useWardNominations, useWardProgrammes } from '../ward/queries.ts';
import { BeginDossier } from './begin.tsx';

/** The dossiers of one street, and the way to begin one in the programme that is open. */
export function DossiersOfStreet({ street, wardId }: { street: StreetShown; wardId: string }): ReactNode {
  const t = useT(streetTexts);
  const nominations = useWardNominations(wardId).data;
  const programmes = useWardProgrammes(wardId).data;
  if (!nominations || !programmes) return null;
  const own = nominations.filter(({ streetId }) => streetId === street.id);
  const open = programmes.filter(({ state }) => state === 'open');
  const free = open.filter(({ id }) => !own.some((each) => each.programmeId === id && isLive(each)));
  return (
    <section className="card" aria-labelledby="dossiers">
      <h2 id="dossiers">{t.dossier}</h2>
      {open.length === 0 && <p>{t.noProgramme}</p>}
      <ul className="tasks">
        {own.map((each) => {
          const programme = programmes.find(({ id }) => id === each.programmeId);
          return (
            <li key={each.id}>
              <span>
                <Link href={`/ho-so/${each.id}`}>{programme?.name ?? t.openDossier}</Link> <StateBadge state={each.state} />
              </span>
              <NextStep dossier={each} times={programme} />
            </li>
          );
        })}
        {free.map((programme) => (
          <li key={programme.id}>
            <span>{t.beginIn(programme.name)}</span>
            <BeginDossier programme={programme} street={street} nominations={nominations} />
          </li>
        ))}
      </ul>
    </section>
  );
}
