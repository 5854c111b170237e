import { type ReactNode, useState } from 'react';
import { belongings } from '../../shared/certificates/certificate-file-texts.ts';
import { useNotify } from '../components/notify.tsx';
import { Refused } from '../components/refused.tsx';
import { Upload } from '../components/upload.tsx';
import { dayText, momentText, sizeText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import type { CertificateShown } from './queries.ts';
import { signedTexts } from './signed-texts.ts';

const examine = (code: string, sha256: string) =>
  ask(api.certificates[':code']['signed-file'].examination.$post({ param: { code }, json: { sha256 } }));
type Examined = Awaited<ReturnType<typeof examine>> & { name: string };

/** Leadership puts a PDF that was signed elsewhere in the place of ours: first it sees who signed, then it decides. */
export function SignedElsewhere({ certificate: { code, version } }: { certificate: CertificateShown }): ReactNode {
  const t = useT(signedTexts);
  const notify = useNotify();
  const [examined, setExamined] = useState<Examined>();
  const substitute = useAction({
    perform: ({ sha256, name }: Examined, actionId) =>
      ask(api.certificates[':code']['signed-file'].$post({ param: { code }, json: { actionId, version, sha256, name } })),
    changes: [['certificate', code], ['certificates']],
    done: () => {
      setExamined(undefined);
      notify(t.done);
    },
  });
  return (
    <section className="card">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <Upload
        label={t.choose}
        attach={async ({ sha256, name }) => {
          setExamined(undefined);
          setExamined({ ...(await examine(code, sha256)), name });
        }}
      />
      {examined && (
        <div className="notice ok" role="status">
          <h3>{t.examined(examined.name)}</h3>
          <Signer of={examined} />
          <p className="quiet">{t.whose}</p>
          <div className="buttons">
            <button type="button" className="button main" disabled={substitute.isPending} onClick={() => substitute.mutate(examined)}>
              {t.substitute}
            </button>
            <button type="button" className="button" onClick={() => setExamined(undefined)}>
              {t.cancel}
            </button>
          </div>
          <Refused error={substitute.error} />
        </div>
      )}
    </section>
  );
}

/** Who signed a file, with what, when, and how the file belongs to the certificate. */
export function Signer({ of }: { of: Pick<Examined, 'belonging' | 'signedBy' | 'size'> }): ReactNode {
  const t = useT(signedTexts);
  const { language } = useLanguage();
  const { subject, issuer, serial, validFrom, validTo, signedAt } = of.signedBy;
  const late = signedAt !== undefined && (signedAt < validFrom || signedAt > validTo);
  const rows: [string, ReactNode][] = [
    [t.signer, subject],
    [t.issuer, subject === issuer ? t.selfSigned : issuer],
    [t.serial, <code key="serial">{serial}</code>],
    [t.validity, t.fromTo(dayText(validFrom, language), dayText(validTo, language))],
    [t.signedAt, signedAt === undefined ? t.notSaid : momentText(signedAt, language)],
    [t.belonging, belongings[of.belonging][language]],
    [t.size, sizeText(of.size, language)],
  ];
  return (
    <>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {late && <p className="wrong">{t.outOfValidity}</p>}
    </>
  );
}

/** The files that were signed elsewhere, the one that is handed out first. */
export function SignedFiles({ files }: { files: NonNullable<CertificateShown['signedElsewhere']> }): ReactNode {
  const t = useT(signedTexts);
  const { language } = useLanguage();
  return (
    <section className="card">
      <h2>{t.files}</h2>
      {files.toReversed().map((file, at) => (
        <div key={file.sha256}>
          <h3>{at === 0 ? t.handedOut(file.name) : t.before(file.name)}</h3>
          <Signer of={file} />
          <p className="quiet">
            {t.taken(momentText(file.at, language))} <code className="fingerprint">{file.sha256}</code>
          </p>
        </div>
      ))}
    </section>
  );
}
