import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { askToRevoke as askToRevokeRow } from '../../shared/nominations/requests.ts';
import { BlockedButton } from '../components/blocked-button.tsx';
import { Icon } from '../components/icon.tsx';
import { useNotify } from '../components/notify.tsx';
import { useT } from '../language/language.tsx';
import { leadershipTexts } from '../leadership/leadership-texts.ts';
import { type CertifiedShown, decided } from '../leadership/queries.ts';
import { ReasonDialog } from '../nominations/reason-dialog.tsx';
import { useWhyNot } from '../nominations/why-not.ts';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { PendingCorrection, PendingRevocation } from './pending.tsx';

/** What leadership can do with a certified street: ask to revoke, or answer what somebody asked. */
export function Certified({ nomination }: { nomination: CertifiedShown }): ReactNode {
  const t = useT(leadershipTexts);
  const notify = useNotify();
  const whyNot = useWhyNot();
  const [asking, setAsking] = useState(false);
  const { id, version, certificateCode, certificateNumber, pending } = nomination;
  const request = useAction({
    perform: (reason: string, actionId) =>
      ask(api.nominations[':id'].revocation.$post({ param: { id }, json: { actionId, version, reason } })),
    changes: decided(id),
    done: () => {
      setAsking(false);
      notify(t.askedRevoke);
    },
  });
  return (
    <>
      {pending.kind === 'correction' && <PendingCorrection nomination={nomination} pending={pending} />}
      {pending.kind === 'revocation' && <PendingRevocation nomination={nomination} pending={pending} />}
      <section className="card">
        <h2>{t.certificate}</h2>
        <div className="buttons">
          <Link className="button" href={`/giay-chung-nhan/${certificateCode}`}>
            <Icon name="award" /> {t.seeCertificate(certificateNumber)}
          </Link>
          {pending.kind === 'none' && (
            <BlockedButton
              tone="danger"
              blocked={whyNot((asked) => askToRevokeRow.whyNot(asked, nomination, {}))}
              press={() => setAsking(true)}
            >
              <Icon name="warning" /> {t.askRevoke}
            </BlockedButton>
          )}
        </div>
      </section>
      {asking && (
        <ReasonDialog
          about={`ask to revoke ${id}`}
          title={t.askRevokeTitle}
          text={t.askRevokeText}
          sure={t.askRevokeSure(certificateNumber)}
          action={t.askRevokeDo}
          send={(reason, sent) => request.mutate(reason, { onSuccess: sent })}
          busy={request.isPending}
          error={request.error}
          close={() => setAsking(false)}
        />
      )}
    </>
  );
}
