import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { Loaded } from '../components/loaded.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useT } from '../language/language.tsx';
import { DossierFacts } from '../nominations/dossier-facts.tsx';
import { useDossier, useProgramme } from '../nominations/queries.ts';
import { Documents } from '../office-documents/documents.tsx';
import { papersOf } from '../office-documents/papers.ts';
import { cityTexts } from './city-texts.ts';

/** A dossier as the city reads it: everything it holds, nothing to press. */
export default function CityDossier(): ReactNode {
  const t = useT(cityTexts);
  const { nominationId = '' } = useParams();
  const dossier = useDossier(nominationId);
  const programme = useProgramme(dossier.data?.nomination.programmeId);
  return (
    <Loaded query={dossier}>
      {(of) => (
        <Loaded query={programme}>
          {(under) => (
            <>
              <p>
                <Link href="/">{t.overview}</Link> · <Link href={`/dot/${under.id}`}>{under.name}</Link>
              </p>
              <div className="title">
                <h1>
                  {of.nomination.streetName}, {of.nomination.wardName}
                </h1>
                <StateBadge state={of.nomination.state} />
              </div>
              <Documents papers={papersOf(of.nomination, 'city')} />
              <DossierFacts dossier={of} programme={under} />
            </>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
