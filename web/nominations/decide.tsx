import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { approve as approveRow, decline as declineRow, sendBack as sendBackRow } from '../../shared/nominations/decisions.ts';
import { BlockedButton } from '../components/blocked-button.tsx';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { leadershipTexts } from '../leadership/leadership-texts.ts';
import { decided, useLeaveQueue } from '../leadership/queries.ts';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import type { NominationShown } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useWhyNot } from './why-not.ts';

type Recommended = Extract<NominationShown, { state: 'recommended' }>;

/** What leadership can do with a recommendation; what cannot be done says why before anything is typed. */
export function Decide({ nomination }: { nomination: Recommended }): ReactNode {
  const t = useT(leadershipTexts);
  const { language } = useLanguage();
  const notify = useNotify();
  const [, go] = useLocation();
  const whyNot = useWhyNot();
  const [doing, setDoing] = useState<'approve' | 'sendBack' | 'decline'>();
  const { id, version, streetName, recommendation, outcome } = nomination;
  const leave = useLeaveQueue();
  const away = (wording: string) => () => {
    leave([id]);
    notify(wording);
    go('/');
  };
  const sendBack = useAction({
    perform: (reason: string, actionId) =>
      ask(api.nominations[':id']['sending-back'].$post({ param: { id }, json: { actionId, version, reason } })),
    changes: decided(id),
    done: away(t.sentBack(streetName)),
  });
  const decline = useAction({
    perform: (reason: string, actionId) =>
      ask(api.nominations[':id'].declination.$post({ param: { id }, json: { actionId, version, reason } })),
    changes: decided(id),
    done: away(t.declined(streetName)),
  });
  const close = () => setDoing(undefined);
  return (
    <section className="card decision">
      <h2>{t.decide}</h2>
      <p>
        <span className={`badge ${recommendation.inFavour ? 'ok' : 'danger'}`}>
          <Icon name={recommendation.inFavour ? 'check' : 'cross'} /> {recommendation.inFavour ? t.inFavour : t.against}
        </span>{' '}
        {t.score}: <strong>{numberText(outcome.score, language, 1)}</strong>
      </p>
      <p>{recommendation.reason}</p>
      <div className="buttons">
        <BlockedButton tone="main" blocked={whyNot((asked) => approveRow.whyNot(asked, nomination, {}))} press={() => setDoing('approve')}>
          <Icon name="award" /> {t.approve}
        </BlockedButton>
        <BlockedButton blocked={whyNot((asked) => sendBackRow.whyNot(asked, nomination, {}))} press={() => setDoing('sendBack')}>
          <Icon name="back" /> {t.sendBack}
        </BlockedButton>
        <BlockedButton
          tone="danger"
          blocked={whyNot((asked) => declineRow.whyNot(asked, nomination, {}))}
          press={() => setDoing('decline')}
        >
          <Icon name="cross" /> {t.decline}
        </BlockedButton>
      </div>
      {doing === 'sendBack' && (
        <ReasonDialog
          about={`send back ${id}`}
          title={t.sendBackTitle}
          text={t.sendBackText}
          action={t.sendBackDo}
          send={(reason, sent) => sendBack.mutate(reason, { onSuccess: sent })}
          busy={sendBack.isPending}
          error={sendBack.error}
          close={close}
        />
      )}
      {doing === 'decline' && (
        <ReasonDialog
          about={`decline ${id}`}
          title={t.declineTitle}
          text={t.declineText}
          action={t.declineDo}
          send={(reason, sent) => decline.mutate(reason, { onSuccess: sent })}
          busy={decline.isPending}
          error={decline.error}
          close={close}
        />
      )}
      {doing === 'approve' && <ApproveDialog nominations={[nomination]} close={close} />}
    </section>
  );
}
