import type { ReactNode } from 'react';
import type { SpotCheck } from '../../shared/assessments/assessment.ts';
import type { ScanResult } from '../../shared/assessments/spot-check.ts';
import { methodNames } from '../../shared/merchants/merchant-names.ts';
import { Icon } from '../components/icon.tsx';
import { Scroll } from '../components/scroll.tsx';
import { dayText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { dossierTexts } from './dossier-texts.ts';
import { Evidence } from './files.tsx';
import type { DossierShown } from './queries.ts';

/** The merchants that were drawn for the spot check, with what each assessor found there. */
export function Drawn({ dossier }: { dossier: DossierShown }): ReactNode {
  const t = useT(dossierTexts);
  const { language } = useLanguage();
  const methods = methodNames[language];
  const { nomination, samples, assessments } = dossier;
  const sample = samples.find((each) => each.round === nomination.round) ?? samples.at(-1);
  const visits = assessments.filter((each) => each.round === sample?.round && each.state !== 'unassigned');
  return (
    <section className="card">
      <h2>{t.sample}</h2>
      {!sample && <p className="quiet">{t.noSample}</p>}
      {sample && (
        <>
          <p>{t.sampleText(sample.merchants.length, dayText(sample.drawnAt, language))}</p>
          <Scroll label={t.sample}>
            <table>
              <thead>
                <tr>
                  <th>{t.shop}</th>
                  <th>{t.address}</th>
                  <th>{t.methods}</th>
                  <th>{t.found}</th>
                </tr>
              </thead>
              <tbody>
                {sample.merchants.map((merchant) => (
                  <tr key={merchant.merchantId}>
                    <td>{merchant.name}</td>
                    <td>{merchant.place}</td>
                    <td>{[...new Set(merchant.methods.map(({ method }) => methods[method]))].join(', ')}</td>
                    <td>
                      {visits.map((visit) => (
                        <Finding
                          key={visit.personId}
                          by={visits.length > 1 ? visit.personName : undefined}
                          scan={visit.scans?.[merchant.merchantId]}
                          check={visit.sheet.spotChecks.find((each) => each.merchantId === merchant.merchantId)}
                          nominationId={nomination.id}
                        />
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <p className="quiet">
            {t.seed}: <code className="fingerprint">{sample.seed}</code>
          </p>
        </>
      )}
    </section>
  );
}

type FindingOf = { by: string | undefined; check: SpotCheck | undefined; scan: ScanResult | undefined; nominationId: string };

function Finding({ by, check, scan, nominationId }: FindingOf): ReactNode {
  const t = useT(dossierTexts);
  const parts = !check
    ? [t.notVisited]
    : [
        t.outcomes[check.outcome],
        ...(check.outcome === 'found'
          ? [check.qrDisplayed ? t.qrShown : t.qrMissing, check.pricesDisplayed ? t.pricesShown : t.pricesMissing]
          : []),
        check.note,
      ];
  return (
    <div>
      {by && `${by}: `}
      {parts.filter(Boolean).join('; ')}
      {scan && (
        <>
          {' '}
          <span className={`badge wrapping ${scan === 'different-payee' ? 'danger' : scan === 'same-account' ? 'ok' : 'warning'}`}>
            <Icon name={scan === 'same-account' ? 'check' : 'warning'} /> {t.scans[scan]}
          </span>
        </>
      )}
      {check && <Evidence nominationId={nominationId} evidence={check.evidence} />}
    </div>
  );
}
