import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { useLanguage, useT } from '../language/language.tsx';
import { DossierFacts } from '../nominations/dossier-facts.tsx';
import { dueOf, holderOf } from '../nominations/due.ts';
import { type DossierShown, type ProgrammeShown, useDossier, useProgramme } from '../nominations/queries.ts';
import { DeadlineText } from '../pieces/deadline-text.tsx';
import { Loaded } from '../pieces/loaded.tsx';
import { StateBadge } from '../pieces/state-badge.tsx';
import { shellTexts } from '../shell/texts.ts';
import { Actions } from './actions.tsx';
import { CommentSlot } from './comment.tsx';
import { officeTexts } from './texts.ts';
import './office.css';

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
  const roles = useT(shellTexts).roles;
  const { language } = useLanguage();
  const { nomination } = dossier;
  const due = dueOf(nomination, programme);
  const holder = holderOf(nomination.state);
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
      <dl className="standing" lang={language}>
        <div>
          <dt>{t.holder}</dt>
          <dd>{holder ? roles[holder] : t.nobody}</dd>
        </div>
        {due && (
          <div>
            <dt>{t.nextDue}</dt>
            <dd>
              <DeadlineText until={due} />
            </dd>
          </div>
        )}
      </dl>
      <Actions dossier={dossier} programme={programme} />
      <DossierFacts dossier={dossier} programme={programme} remark={(field) => <CommentSlot nomination={nomination} field={field} />} />
    </>
  );
}
