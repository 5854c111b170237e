import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { lastMoment } from '../../shared/texts/words.ts';
import { Dialog } from '../components/dialog.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { useDraft } from '../device/draft.ts';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useDelayed } from '../merchants/delayed.ts';
import { ChecklistShown } from '../nominations/checklist-shown.tsx';
import type { ProgrammeShown } from '../nominations/queries.ts';
import { Timeline } from '../nominations/timeline.tsx';
import { officeTexts } from '../office/office-texts.ts';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { useWorking } from '../session/use-session.ts';
import { type Extension, ExtensionFields, untilOf } from './extension-fields.tsx';
import { ProgrammeBadge } from './programme-words.tsx';
import { setupTexts } from './setup-texts.ts';

/** What moves a programme as a whole, what it goes by once it is open, and its history. */
export function Running({ programme, unsaved }: { programme: ProgrammeShown; unsaved: boolean }): ReactNode {
  const t = useT(setupTexts);
  const { authorityId, role } = useWorking();
  const mine = role === 'officer' && programme.advisingAuthorityId === authorityId;
  return (
    <>
      <p>
        <ProgrammeBadge state={programme.state} /> {!mine && t.notOfficer}
      </p>
      {mine && programme.state === 'draft' && <Open programme={programme} unsaved={unsaved} />}
      {mine && programme.state === 'open' && <OpenMoves programme={programme} />}
      {programme.state === 'closed' && <p className="notice">{t.isClosed}</p>}
      {programme.state !== 'draft' && <Frozen programme={programme} />}
      <ProgrammeHistory id={programme.id} />
    </>
  );
}

const changesOf = (programme: ProgrammeShown) => [['programmes'], ['programme', programme.id], ['board', programme.id]] as const;

function Open({ programme, unsaved }: { programme: ProgrammeShown; unsaved: boolean }): ReactNode {
  const t = useT(setupTexts);
  const notify = useNotify();
  const open = useAction({
    perform: (version: number, actionId) =>
      ask(api.programmes[':id'].opening.$post({ param: { id: programme.id }, json: { actionId, version } })),
    changes: changesOf(programme),
    done: () => notify(t.opened),
  });
  return (
    <section className="card">
      <h2>{t.open}</h2>
      <p>{t.openText}</p>
      <Refused error={open.error} />
      {unsaved && <p className="notice warning">{t.saveFirst}</p>}
      <button type="button" className="button main" disabled={open.isPending || unsaved} onClick={() => open.mutate(programme.version)}>
        {t.open}
      </button>
    </section>
  );
}

function OpenMoves({ programme }: { programme: ProgrammeShown }): ReactNode {
  const t = useT(setupTexts);
  const [extending, setExtending] = useState(false);
  const notify = useNotify();
  const close = useAction({
    perform: (version: number, actionId) =>
      ask(api.programmes[':id'].closing.$post({ param: { id: programme.id }, json: { actionId, version } })),
    changes: changesOf(programme),
    done: () => notify(t.closed),
  });
  const later = useDelayed<number>((version) => close.mutate(version));
  const closing = later.waits('close') || close.isPending;
  return (
    <section className="card">
      <ul className="tasks">
        <li>
          <span>
            <strong>{t.extend}</strong>
          </span>
          <button type="button" className="button" onClick={() => setExtending(true)}>
            {t.extend}
          </button>
        </li>
        <li>
          <span>
            <strong>{t.close}</strong>
            <br />
            <span className="quiet">{t.closeText}</span>
          </span>
          <button
            type="button"
            className="button danger"
            disabled={closing}
            onClick={() => {
              // Nobody opens it again, so it can be taken back for a while.
              later.add('close', programme.version);
              notify(t.closing, () => later.takeBack('close'));
            }}
          >
            {t.close}
          </button>
        </li>
      </ul>
      <Refused error={close.error} />
      {extending && <ExtendAll programme={programme} close={() => setExtending(false)} />}
    </section>
  );
}

function ExtendAll({ programme, close }: { programme: ProgrammeShown; close: () => void }): ReactNode {
  const t = useT(setupTexts);
  const { language } = useLanguage();
  const { me } = useWorking();
  const notify = useNotify();
  const draft = useDraft<Extension>(`extension ${programme.id} ${me.id}`, { reason: '', registration: '', assessment: '' });
  const extend = useAction({
    perform: (typed: Extension, actionId) =>
      ask(
        api.programmes[':id'].extension.$post({
          param: { id: programme.id },
          json: { actionId, version: programme.version, reason: typed.reason, ...untilOf(typed) },
        }),
      ),
    changes: changesOf(programme),
    done: () => {
      void draft.clear();
      notify(t.extended);
      close();
    },
  });
  const current = {
    registration: lastMoment(programme.registrationClosesAt, language),
    assessment: lastMoment(programme.assessmentDueAt, language),
  };
  return (
    <Dialog title={t.extend} close={close}>
      <ExtensionFields draft={draft} current={current} sending={extend} label={t.extend} cancel={close} />
    </Dialog>
  );
}

/** What the programme goes by, to read. */
function Frozen({ programme }: { programme: ProgrammeShown }): ReactNode {
  const t = useT(setupTexts);
  const office = useT(officeTexts);
  const { language } = useLanguage();
  const { certificate } = programme;
  const rows: [string, ReactNode][] = [
    [t.name, programme.name],
    [t.year, programme.year],
    [t.opensOn, momentText(programme.registrationOpensAt, language)],
    [t.registrationUntil, lastMoment(programme.registrationClosesAt, language)],
    [t.assessmentUntil, lastMoment(programme.assessmentDueAt, language)],
    [t.ceremony, momentText(programme.ceremonyAt, language)],
    [t.grace, programme.syncGraceHours],
    [t.quotaStreet, programme.quota.street],
    [t.quotaMarket, programme.quota.market],
    [t.minMerchants, programme.minMerchants],
    [t.wards, office.wardCount(programme.wardIds.length)],
    [t.authorityName, certificate.authorityName],
    [t.placeOfIssue, certificate.placeOfIssue],
    [t.numberTemplate, certificate.numberTemplate],
    [t.capacities[certificate.signatory.capacity], certificate.signatory.name],
  ];
  return (
    <section className="card">
      {programme.state === 'open' && <p className="quiet">{t.frozen}</p>}
      <dl className="facts">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{t.legalBasis}</dt>
          <dd>
            <ul className="plain-list">
              {programme.legalBasis.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <h2>{t.checklist}</h2>
      <ChecklistShown checklist={programme.checklist} />
    </section>
  );
}

function ProgrammeHistory({ id }: { id: string }): ReactNode {
  const t = useT(setupTexts);
  const history = useQuery({
    queryKey: ['programme', id, 'history'],
    queryFn: () => ask(api.history.programme[':id'].$get({ param: { id }, query: { limit: '99' } })),
  });
  return (
    <section className="card">
      <h2>{t.history}</h2>
      <Loaded query={history}>{(of) => <Timeline history={of} />}</Loaded>
    </section>
  );
}
