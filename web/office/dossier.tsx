import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { Loaded } from '../components/loaded.tsx';
import { NextStep } from '../components/next-step.tsx';
import { StateBadge } from '../components/state-badge.tsx';
import { useT } from '../language/language.tsx';
import { ChangesSince } from '../nominations/changes-since.tsx';
import { CommentSlot } from '../nominations/comment.tsx';
import { DossierFacts } from '../nominations/dossier-facts.tsx';
import { Actions } from '../nominations/office-actions.tsx';
import { type DossierShown, type ProgrammeShown, useDossier, useProgramme } from '../nominations/queries.ts';
import { Documents } from '../office-documents/documents.tsx';
import { papersOf } from '../office-documents/papers.ts';
import { officeTexts } from './office-texts.ts';
import '../styles/office.css';

/** A dossier as the Economics office works on it: where it stands, what can be done, and everything it holds. */
export default function Dossier(): ReactNode {
  const { nominationId = '' } = useParams();
  const dossier = useDossier(nominationId);
  const programme = useProgramme(dossier.data?.nomination.programmeId);
  return (
    <Loaded query={dossier}>{(of) => <Loaded query={programme}>{(under) => <Whole dossier={of} programme={under} />}</Loaded>}</Loaded>
  );
}

function Whole({ dossier, programme }: { dossier: DossierShown; programme: ProgrammeShown }): ReactNode {
  const t = useT(officeTexts);
  const { nomination } = dossier;
  return (
    <>
      <p>
        <Link href={`/dot/${programme.id}/ho-so`}>{t.worklist}</Link> · <Link href={`/dot/${programme.id}`}>{programme.name}</Link>
      </p>
      <div className="title">
        <h1>
          {nomination.streetName}, {nomination.wardName}
        </h1>
        <StateBadge state={nomination.state} />
      </div>
      <p>
        <NextStep dossier={nomination} times={programme} />
      </p>
      <Actions dossier={dossier} programme={programme} />
      <Documents papers={papersOf(nomination, 'officer')} />
      <ChangesSince nomination={nomination} />
      <DossierFacts dossier={dossier} programme={programme} remark={(field) => <CommentSlot nomination={nomination} field={field} />} />
    </>
  );
}
