import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import type { SpotCheck } from '../../shared/assessments/assessment.ts';
import type { MerchantId } from '../../shared/ids.ts';
import { methodNames } from '../../shared/merchants/merchant-names.ts';
import type { SampledMerchant } from '../../shared/nominations/nomination.ts';
import { useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import { PhotoField } from './photo-field.tsx';
import { ScannedCode } from './scan/scanned-code.tsx';
import type { OpenFieldAssessment } from './use-field-assessment.ts';
import { WithAssessment } from './with-assessment.tsx';

/** One drawn shop: met or not, code and prices displayed, the code scanned and compared. */
export default function ShopPage(): ReactNode {
  return <WithAssessment>{(open) => <Shop open={open} />}</WithAssessment>;
}

const outcomes = ['found', 'closed', 'not-found', 'refused'] as const;

function Shop({ open }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const methods = useT(methodNames);
  const { merchantId } = useParams<{ merchantId: string }>();
  const at = `/phieu/${open.visit.nominationId}`;
  const shops = open.assignment.sample.merchants;
  const index = shops.findIndex((each) => each.merchantId === merchantId);
  const shop = shops[index] as SampledMerchant | undefined;
  if (!shop) return <Link href={at}>{t.toOverview}</Link>;
  const check = open.sheet.spotChecks.find((each) => each.merchantId === merchantId);
  const set = (next: SpotCheck) =>
    open.change((sheet) => ({ ...sheet, spotChecks: [...sheet.spotChecks.filter((each) => each.merchantId !== merchantId), next] }));
  const choose = (outcome: (typeof outcomes)[number]) => {
    const shared = { merchantId: merchantId as MerchantId, evidence: check?.evidence ?? [], ...(check?.note && { note: check.note }) };
    if (outcome !== 'found') return set({ outcome, ...shared });
    if (check?.outcome !== 'found') set({ outcome, qrDisplayed: false, pricesDisplayed: false, ...shared });
  };
  const next = shops[index + 1];
  return (
    <>
      <p className="quiet">
        {t.shop} {index + 1}/{shops.length}
      </p>
      <h1>{shop.name}</h1>
      <p>
        {shop.place} · {shop.methods.map(({ method }) => methods[method]).join(', ')}
      </p>
      <fieldset disabled={open.visit.finished !== undefined}>
        <legend>{t.outcome}</legend>
        <div className="answers two">
          {outcomes.map((outcome) => (
            <button
              key={outcome}
              type="button"
              className="button answer"
              aria-pressed={check?.outcome === outcome}
              onClick={() => choose(outcome)}
            >
              {t.outcomes[outcome]}
            </button>
          ))}
        </div>
        {check?.outcome === 'found' && (
          <>
            <YesNo label={t.qrDisplayed} value={check.qrDisplayed} set={(qrDisplayed) => set({ ...check, qrDisplayed })} />
            <ScannedCode
              payload={check.payload}
              shop={shop}
              set={(payload) => {
                const { payload: _, ...rest } = check;
                set(payload === undefined ? rest : { ...rest, payload, qrDisplayed: true });
              }}
            />
            <YesNo label={t.pricesDisplayed} value={check.pricesDisplayed} set={(pricesDisplayed) => set({ ...check, pricesDisplayed })} />
          </>
        )}
        {check && (
          <>
            <PhotoField
              visit={open.visit}
              evidence={check.evidence}
              name={(hashes) =>
                open.change((sheet) => ({
                  ...sheet,
                  spotChecks: sheet.spotChecks.map((each) =>
                    each.merchantId === merchantId ? { ...each, evidence: hashes(each.evidence) } : each,
                  ),
                }))
              }
            />
            <div className="field">
              <label htmlFor="shop-note">{t.note}</label>
              <textarea
                id="shop-note"
                maxLength={1000}
                value={check.note ?? ''}
                onChange={({ target }) => {
                  const { note: _, ...rest } = check;
                  set(target.value ? { ...rest, note: target.value } : rest);
                }}
              />
            </div>
          </>
        )}
      </fieldset>
      <div className="steps">
        <Link className="button" href={at}>
          {t.toOverview}
        </Link>
        <Link className="button main" href={next ? `${at}/co-so/${next.merchantId}` : at}>
          {next ? t.next : t.toOverview}
        </Link>
      </div>
    </>
  );
}

function YesNo({ label, value, set }: { label: string; value: boolean; set: (value: boolean) => void }): ReactNode {
  const t = useT(assessmentTexts);
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="answers two">
        {[true, false].map((each) => (
          <button key={String(each)} type="button" className="button answer" aria-pressed={value === each} onClick={() => set(each)}>
            {each ? t.yes : t.no}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
