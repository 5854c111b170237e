import type { ReactNode } from 'react';
import { CertificateDownload } from '../certificates/download.tsx';
import { useCertificate } from '../certificates/queries.ts';
import { CertificateState } from '../certificates/state.tsx';
import { Icon } from '../components/icon.tsx';
import { calendarDay, dayText, momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { dossierTexts } from './dossier-texts.ts';
import { type NominationShown, useNominationHistory } from './queries.ts';

/** What was advised and decided, by whom and why, and the certificate that came of it. */
export function Decided({ nomination }: { nomination: NominationShown }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const name = useNameOf(nomination.id);
  return (
    <>
      {nomination.state === 'returned' && (
        <section className="card">
          <h2>{t.returnedFor}</h2>
          <dl className="facts">
            <Line label={t.reason}>{nomination.returned.reason}</Line>
            <Line label={t.by}>{name(nomination.returned.by)}</Line>
            <Line label={t.at}>{momentText(nomination.returned.at, language)}</Line>
          </dl>
        </section>
      )}
      {'recommendation' in nomination && (
        <section className="card">
          <h2>{t.recommendation}</h2>
          <p>
            <span className={`badge ${nomination.recommendation.inFavour ? 'ok' : 'danger'}`}>
              <Icon name={nomination.recommendation.inFavour ? 'check' : 'cross'} />{' '}
              {nomination.recommendation.inFavour ? t.inFavour : t.against}
            </span>
          </p>
          <dl className="facts">
            <Line label={t.reason}>{nomination.recommendation.reason}</Line>
            <Line label={t.by}>{name(nomination.recommendation.by)}</Line>
            <Line label={t.at}>{momentText(nomination.recommendation.at, language)}</Line>
          </dl>
        </section>
      )}
      {nomination.state === 'declined' && (
        <section className="card">
          <h2>{t.declined}</h2>
          <dl className="facts">
            <Line label={t.reason}>{nomination.declined.reason}</Line>
            <Line label={t.by}>{name(nomination.declined.by)}</Line>
            <Line label={t.at}>{momentText(nomination.declined.at, language)}</Line>
          </dl>
        </section>
      )}
      {'certificateCode' in nomination && (
        <section className="card">
          <h2>{t.certificate}</h2>
          <dl className="facts">
            <Line label={t.certificateNumber}>{nomination.certificateNumber}</Line>
            {nomination.decision.number && <Line label={t.decisionNumber}>{nomination.decision.number}</Line>}
            {nomination.decision.date && <Line label={t.decisionDate}>{calendarDay(nomination.decision.date)}</Line>}
            <Line label={t.by}>{name(nomination.decision.by)}</Line>
            <Line label={t.at}>{momentText(nomination.decision.at, language)}</Line>
            <Line label={t.certificateCode}>
              <a href={`/C/${nomination.certificateCode}`}>{nomination.certificateCode}</a>
            </Line>
            {nomination.state === 'revoked' && (
              <>
                <Line label={t.revoked}>{dayText(nomination.revoked.at, language)}</Line>
                <Line label={t.reason}>{nomination.revoked.reason}</Line>
              </>
            )}
          </dl>
          {nomination.state === 'certified' && nomination.pending.kind !== 'none' && (
            <div className="notice warning">
              <p>
                <strong>{nomination.pending.kind === 'correction' ? t.pendingCorrection : t.pendingRevocation}</strong> (
                {name(nomination.pending.by)}, {momentText(nomination.pending.at, language)})
              </p>
              <p>{nomination.pending.reason}</p>
            </div>
          )}
          <CertificateFile code={nomination.certificateCode} />
        </section>
      )}
    </>
  );
}

const Line = ({ label, children }: { label: ReactNode; children: ReactNode }): ReactNode => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** Names of the people who moved a dossier, as its history knows them. */
export function useNameOf(nominationId: string): (id: string) => string {
  const history = useNominationHistory(nominationId);
  return (id) => history.data?.items.find((step) => step.by === id)?.byName ?? '–';
}

/** Whether the certificate is in force, and its PDF. */
function CertificateFile({ code }: { code: string }): ReactNode {
  const certificate = useCertificate(code);
  const { role } = useWorking();
  if (!certificate.data) return null;
  return (
    <>
      <p>
        <CertificateState state={certificate.data.state} />
      </p>
      <CertificateDownload certificate={certificate.data} mayRetry={role === 'leader' || role === 'officer'} />
    </>
  );
}
