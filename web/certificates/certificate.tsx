import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { certificateLines } from '../../shared/certificates/certificate-text.ts';
import { Icon } from '../components/icon.tsx';
import { Loaded } from '../components/loaded.tsx';
import { calendarDay, sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { Timeline } from '../nominations/timeline.tsx';
import { useWorking } from '../session/use-session.ts';
import { certificateTexts } from './certificate-texts.ts';
import { CertificateDownload } from './download.tsx';
import { CertificatePicture } from './picture.tsx';
import { type CertificateShown, useCertificate, useCertificateHistory } from './queries.ts';
import { SignedElsewhere, SignedFiles } from './signed-elsewhere.tsx';
import { CertificateState } from './state.tsx';
import '../styles/nominations.css';
import '../styles/certificates.css';

/** One certificate: what it says, whether it is in force, its file, and what became of it. */
export default function CertificatePage(): ReactNode {
  const { code = '' } = useParams();
  const certificate = useCertificate(code);
  return <Loaded query={certificate}>{(of) => <Certificate certificate={of} />}</Loaded>;
}

function Certificate({ certificate }: { certificate: CertificateShown }): ReactNode {
  const t = useT(certificateTexts);
  const { role } = useWorking();
  const { code, number, state, facts, nominationId } = certificate;
  return (
    <>
      <div className="title">
        <h1>{t.one(number)}</h1>
        <CertificateState state={state} />
      </div>
      {certificate.state === 'superseded' && (
        <div className="notice warning">
          <p>{t.supersededBy(calendarDay(certificate.supersededOn))}</p>
          <Link className="button" href={`/giay-chung-nhan/${certificate.supersededBy}`}>
            {t.newOne}
          </Link>
        </div>
      )}
      {certificate.state === 'revoked' && (
        <p className="notice danger">{t.revokedOn(calendarDay(certificate.revokedOn), certificate.reason)}</p>
      )}
      <CertificateDownload certificate={certificate} mayRetry={role === 'leader' || role === 'officer'} />
      <div className="buttons">
        <a className="button" href={`/C/${code}`}>
          <Icon name="check" /> {t.verify}
        </a>
        <Link className="button" href={`/ho-so/${nominationId}`}>
          {t.dossier}
        </Link>
        {role !== 'ward' && (
          <Link className="button" href="/giay-chung-nhan">
            {t.toList}
          </Link>
        )}
      </div>
      <section>
        <h2>{t.preview}</h2>
        <p className="quiet">{t.previewText}</p>
        <CertificatePicture facts={facts} />
      </section>
      <Facts certificate={certificate} />
      {certificate.signedElsewhere && <SignedFiles files={certificate.signedElsewhere} />}
      {role === 'leader' && state === 'valid' && <SignedElsewhere certificate={certificate} />}
      {(role === 'leader' || role === 'officer' || role === 'admin') && <History code={code} />}
    </>
  );
}

function Facts({ certificate: { code, facts, file } }: { certificate: CertificateShown }): ReactNode {
  const t = useT(certificateTexts);
  const { language } = useLanguage();
  const lines = certificateLines(facts);
  const rows: [string, ReactNode][] = [
    [t.street, [lines.name, lines.segment].filter(Boolean).join(', ')],
    [t.ward, lines.place],
    [t.issuer, facts.authorityName],
    [t.issuedOn, calendarDay(facts.issuedOn)],
    [t.decision, facts.decision ? t.decisionOf(facts.decision.number, calendarDay(facts.decision.date)) : t.notGiven],
    [t.signatory, `${lines.capacity.join(' ')} ${lines.signatory}`],
    [t.code, <code key="code">{code}</code>],
  ];
  return (
    <section className="card">
      <h2>{t.facts}</h2>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {facts.supersedes && (
          <div>
            <dt>{t.supersedes}</dt>
            <dd>{facts.supersedes}</dd>
          </div>
        )}
        {file.state === 'ready' && (
          <div>
            <dt>{t.file}</dt>
            <dd>
              {t.fileReady(sizeText(file.size, language))} <code className="fingerprint">{file.sha256}</code>
              {file.signedWith && (
                <>
                  <br />
                  {t.signedWith} <code className="fingerprint">{file.signedWith}</code>
                </>
              )}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function History({ code }: { code: string }): ReactNode {
  const t = useT(certificateTexts);
  const history = useCertificateHistory(code);
  return (
    <section className="card">
      <h2>{t.history}</h2>
      <Loaded query={history}>{(of) => <Timeline history={of} />}</Loaded>
    </section>
  );
}
