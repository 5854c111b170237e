import type { ReactNode } from 'react';
import { isLocated } from '../../shared/streets/street.ts';
import { lengthOf } from '../components/line.ts';
import { Loaded } from '../components/loaded.tsx';
import { LineMap } from '../components/map.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { momentText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { Assessments } from './assessments.tsx';
import { Decided } from './decided.tsx';
import { dossierTexts } from './dossier-texts.ts';
import { Files } from './files.tsx';
import { type DossierShown, type NominationShown, type ProgrammeShown, useStreet } from './queries.ts';
import { Pinned, PinnedRest, type RemarkSlot, RemarksContext, remarksOf } from './remarks.tsx';
import { Drawn } from './sample.tsx';
import { NominationHistory } from './timeline.tsx';
import '../styles/nominations.css';

/**
 * Everything that a dossier holds, on one page and read only: officers and leaders decide below it. `remark` puts something beside each
 * field, for example a button that pins a remark to it.
 */
export function DossierFacts({
  dossier,
  programme,
  remark,
}: {
  dossier: DossierShown;
  programme: ProgrammeShown;
  remark?: RemarkSlot;
}): ReactNode {
  const { nomination } = dossier;
  const follows = useWorking().role === 'city';
  return (
    <RemarksContext value={{ remarks: remarksOf(dossier), ...(remark && { slot: remark }) }}>
      <div className="dossier">
        <Whereabouts nomination={nomination} />
        <FiguresNow nomination={nomination} />
        <Files nomination={nomination} />
        <PinnedRest />
        {/* The city follows: sheets and histories belong to those who run the programme. */}
        {!follows && <Assessments dossier={dossier} programme={programme} />}
        {!follows && <Drawn dossier={dossier} />}
        <Decided nomination={nomination} />
        {!follows && <NominationHistory id={nomination.id} />}
      </div>
    </RemarksContext>
  );
}

/** Which stretch or market it is, and whom to ask. */
function Whereabouts({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const street = useStreet(nomination.streetId);
  return (
    <section className="card">
      <h2>{t.place}</h2>
      <Loaded query={street}>
        {(of) => (
          <>
            <dl className="facts">
              <Pinned field="street.name" label={t.kinds[of.kind]}>
                {of.name}
              </Pinned>
              {of.kind === 'street' ? (
                <>
                  <Pinned field="street.from">{of.from ?? t.notGiven}</Pinned>
                  <Pinned field="street.to">{of.to ?? t.notGiven}</Pinned>
                  {of.side && <Pinned field="street.side">{t.sides[of.side]}</Pinned>}
                </>
              ) : (
                <Pinned field="street.address">{isLocated(of) ? of.address : t.notGiven}</Pinned>
              )}
              <Pinned field="contact.name">{nomination.contact?.name ?? t.notGiven}</Pinned>
              <Pinned field="contact.phone">{nomination.contact?.phone ?? t.notGiven}</Pinned>
              <Pinned field="street.line">
                {of.line && of.line.length > 1 ? t.drawn(numberText(lengthOf(of.line), language)) : t.notGiven}
              </Pinned>
            </dl>
            {of.line && of.line.length > 0 && <LineMap label={t.mapOf(of.name)} line={of.line} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

const shares = ['cashless', 'qr', 'card', 'wallet', 'mobileMoney', 'twoMethods', 'ownerAccount', 'commitment'] as const;

/** The figures that count: as handed in, and before that as the registry has them now. */
function FiguresNow({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const street = useStreet(nomination.streetId);
  const submission = 'submission' in nomination ? nomination.submission : undefined;
  const figures = submission?.figures ?? street.data?.figures;
  return (
    <section className="card">
      <h2>{submission ? t.figures : t.figuresNow}</h2>
      <dl className="facts">
        {submission && (
          <div>
            <dt>{t.handedIn}</dt>
            <dd>
              {momentText(submission.submittedAt, language)} ({submission.onTime ? t.onTime : t.notOnTime}) · {t.roundOf(nomination.round)}
            </dd>
          </div>
        )}
        <Pinned field="merchants" label={t.merchants}>
          {figures?.merchants ?? t.notGiven}
        </Pinned>
      </dl>
      {figures && (
        <ul className="figures">
          {shares.map((each) => (
            <li key={each}>
              <ShareBar label={t.figure[each]} part={figures[each]} of={figures.merchants} />
            </li>
          ))}
          <li>
            <ShareBar label={t.figure.eInvoiceInScope} part={figures.eInvoiceInScope} of={figures.eInvoiceScope} />
          </li>
        </ul>
      )}
    </section>
  );
}
