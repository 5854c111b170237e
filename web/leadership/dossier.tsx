import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { Certified } from '../certificates/certified.tsx';
import { Loaded } from '../components/loaded.tsx';
import { NextStep } from '../components/next-step.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { Decide } from '../nominations/decide.tsx';
import { DossierFacts } from '../nominations/dossier-facts.tsx';
import { useDossier, useProgramme } from '../nominations/queries.ts';
import { Documents } from '../office-documents/documents.tsx';
import { papersOf } from '../office-documents/papers.ts';
import { useWorking } from '../session/use-session.ts';
import '../styles/leadership.css';

/** A dossier on one page for those who decide: what can be decided first, then everything it rests on. */
export default function LeadershipDossier(): ReactNode {
  const { nominationId = '' } = useParams();
  const { role } = useWorking();
  const dossier = useDossier(nominationId);
  const programme = useProgramme(dossier.data?.nomination.programmeId ?? '');
  return (
    <Loaded query={dossier}>
      {(of) => (
        <>
          <div className="title">
            <h1>{of.nomination.streetName}</h1>
            <span>{of.nomination.wardName}</span>
            <StateBadge state={of.nomination.state} />
          </div>
          <p>
            <NextStep dossier={of.nomination} times={programme.data} />
          </p>
          {of.nomination.state === 'recommended' && <Decide nomination={of.nomination} />}
          {of.nomination.state === 'certified' && <Certified nomination={of.nomination} />}
          <Documents papers={papersOf(of.nomination, role)} />
          <Loaded query={programme}>{(p) => <DossierFacts dossier={of} programme={p} />}</Loaded>
        </>
      )}
    </Loaded>
  );
}
