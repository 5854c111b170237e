import { type ReactNode, useState } from 'react';
import type { CorrectedFacts } from '../../shared/nominations/nomination.ts';
import {
  confirmCorrection as confirmCorrectionRow,
  confirmRevocation as confirmRevocationRow,
  dropRequest as dropRequestRow,
} from '../../shared/nominations/requests.ts';
import { BlockedButton } from '../components/blocked-button.tsx';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { Scroll } from '../components/scroll.tsx';
import { calendarDay, momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { leadershipTexts } from '../leadership/leadership-texts.ts';
import { type CertifiedShown, decided } from '../leadership/queries.ts';
import { useNameOf } from '../nominations/decided.tsx';
import { correctedFactNames } from '../nominations/names.ts';
import { useWhyNot } from '../nominations/why-not.ts';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { type CertificateShown, useCertificate } from './queries.ts';

type Pending<K extends string> = Extract<CertifiedShown['pending'], { kind: K }>;

/** A correction that was asked for: what stands on the certificate beside what would be printed. */
export function PendingCorrection({ nomination, pending }: { nomination: CertifiedShown; pending: Pending<'correction'> }): ReactNode {
  const t = useT(leadershipTexts);
  const names = useT(correctedFactNames);
  const notify = useNotify();
  const whyNot = useWhyNot();
  const { id, certificateCode } = nomination;
  const certificate = useCertificate(certificateCode);
  const confirm = useAction({
    perform: (version: number, actionId) =>
      ask(api.nominations[':id'].correction.confirmation.$post({ param: { id }, json: { actionId, version } })),
    changes: decided(id),
    done: () => notify(t.corrected),
  });
  return (
    <section className="card decision">
      <h2>{t.correction}</h2>
      <Asked nomination={nomination} pending={pending} />
      <Loaded query={certificate}>
        {({ facts }) => (
          <Scroll label={t.correction}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.field}</th>
                  <th scope="col">{t.before}</th>
                  <th scope="col">{t.after}</th>
                </tr>
              </thead>
              <tbody>
                {rowsOf(facts, pending.facts).map(({ field, before, after }) => (
                  <tr key={field}>
                    <th scope="row">{names[field]}</th>
                    <td>{before ?? t.empty}</td>
                    <td>
                      <strong>{after}</strong>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Loaded>
      <p>{t.correctionText}</p>
      <Refused error={confirm.error} />
      <div className="buttons">
        <BlockedButton
          tone="main"
          blocked={whyNot((asked) => confirmCorrectionRow.whyNot(asked, nomination, {}))}
          busy={confirm.isPending}
          press={() => confirm.mutate(nomination.version)}
        >
          <Icon name="award" /> {t.confirmCorrection}
        </BlockedButton>
        <Drop nomination={nomination} />
      </div>
    </section>
  );
}

/** A revocation that was asked for: another person confirms, and is asked twice. */
export function PendingRevocation({ nomination, pending }: { nomination: CertifiedShown; pending: Pending<'revocation'> }): ReactNode {
  const t = useT(leadershipTexts);
  const common = useT(componentTexts);
  const notify = useNotify();
  const whyNot = useWhyNot();
  const [step, setStep] = useState<'no' | 'told' | 'sure'>('no');
  const { id, certificateNumber } = nomination;
  const confirm = useAction({
    perform: (version: number, actionId) =>
      ask(api.nominations[':id'].revocation.confirmation.$post({ param: { id }, json: { actionId, version } })),
    changes: decided(id),
    done: () => notify(t.revoked(certificateNumber)),
  });
  return (
    <section className="card decision">
      <h2>{t.revocation}</h2>
      <Asked nomination={nomination} pending={pending} />
      <div className="buttons">
        <BlockedButton
          tone="danger"
          blocked={whyNot((asked) => confirmRevocationRow.whyNot(asked, nomination, {}))}
          press={() => setStep('told')}
        >
          <Icon name="warning" /> {t.confirmRevoke}
        </BlockedButton>
        <Drop nomination={nomination} />
      </div>
      {step !== 'no' && (
        <Dialog title={t.confirmRevokeTitle(certificateNumber)} close={() => setStep('no')}>
          <Refused error={confirm.error} />
          {step === 'told' ? <p>{t.confirmRevokeText}</p> : <p className="notice danger">{t.confirmRevokeSure(certificateNumber)}</p>}
          <div className="buttons">
            {step === 'told' ? (
              <button type="button" className="button main" onClick={() => setStep('sure')}>
                {t.next}
              </button>
            ) : (
              <button
                type="button"
                className="button danger"
                disabled={confirm.isPending}
                onClick={() => confirm.mutate(nomination.version)}
              >
                {confirm.isPending ? common.sending : t.confirmRevokeDo}
              </button>
            )}
            <button type="button" className="button" onClick={() => setStep('no')}>
              {common.cancel}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

function Asked({ nomination, pending }: { nomination: CertifiedShown; pending: Pending<'correction' | 'revocation'> }): ReactNode {
  const t = useT(leadershipTexts);
  const { language } = useLanguage();
  const name = useNameOf(nomination.id);
  return (
    <>
      <p className="quiet">{t.askedBy(name(pending.by), momentText(pending.at, language))}</p>
      <p>
        {t.reason}: {pending.reason}
      </p>
    </>
  );
}

function Drop({ nomination }: { nomination: CertifiedShown }): ReactNode {
  const t = useT(leadershipTexts);
  const notify = useNotify();
  const whyNot = useWhyNot();
  const { id } = nomination;
  const dismiss = useAction({
    perform: (version: number, actionId) =>
      ask(api.nominations[':id'].request.dropping.$post({ param: { id }, json: { actionId, version } })),
    changes: decided(id),
    done: () => notify(t.dropped),
  });
  return (
    <>
      <Refused error={dismiss.error} />
      <BlockedButton
        blocked={whyNot((asked) => dropRequestRow.whyNot(asked, nomination, {}))}
        busy={dismiss.isPending}
        press={() => dismiss.mutate(nomination.version)}
      >
        {t.drop}
      </BlockedButton>
    </>
  );
}

type Row = { field: keyof CorrectedFacts; before: string | undefined; after: string };

/** Each fact that would change, as it stands and as it would stand. */
function rowsOf(facts: CertificateShown['facts'], asked: Pending<'correction'>['facts']): Row[] {
  const now: Record<keyof CorrectedFacts, string | undefined> = {
    name: facts.name,
    from: facts.kind === 'street' ? facts.segment.from : undefined,
    to: facts.kind === 'street' ? facts.segment.to : undefined,
    address: facts.kind === 'market' ? facts.address : undefined,
    signatoryName: facts.signatory.name,
    decisionNumber: facts.decision?.number,
    decisionDate: facts.decision && calendarDay(facts.decision.date),
  };
  return (Object.keys(now) as (keyof CorrectedFacts)[]).flatMap((field) => {
    const after = asked[field];
    return after === undefined ? [] : [{ field, before: now[field], after: field === 'decisionDate' ? calendarDay(after) : after }];
  });
}
