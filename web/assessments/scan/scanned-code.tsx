import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { SampledMerchant } from '../../../shared/nominations/nomination.ts';
import { bankByBin, bankLabel } from '../../../shared/vietqr/banks.ts';
import { compareScan } from '../../../shared/vietqr/compare.ts';
import { parseVietQr } from '../../../shared/vietqr/parse.ts';
import { Icon } from '../../components/icon.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useT } from '../../language/language.tsx';
import { assessmentTexts } from '../assessment-texts.ts';

const Camera = lazy(() => import('./camera.tsx'));

/** The code at the counter: scanned, or typed where the camera cannot, and compared with what the merchant registered. */
export function ScannedCode(of: {
  payload: string | undefined;
  shop: Pick<SampledMerchant, 'methods'>;
  set: (payload: string | undefined) => void;
}): ReactNode {
  const t = useT(assessmentTexts);
  const { payload, shop, set } = of;
  const [scanning, setScanning] = useState(false);
  const [typed, setTyped] = useState('');
  const take = (code: string) => {
    setScanning(false);
    set(code);
  };
  return (
    <section className="card">
      <h2>{t.scanCode}</h2>
      {payload !== undefined && <Result payload={payload} shop={shop} />}
      {scanning ? (
        <Suspense fallback={<Waiting lines={3} />}>
          <Camera found={take} stop={() => setScanning(false)} />
        </Suspense>
      ) : (
        <div className="buttons">
          <button type="button" className={`button ${payload === undefined ? 'main' : ''}`} onClick={() => setScanning(true)}>
            <Icon name="camera" /> {payload === undefined ? t.scanCode : t.scanAgain}
          </button>
          {payload !== undefined && (
            <button type="button" className="button" onClick={() => set(undefined)}>
              {t.forget}
            </button>
          )}
        </div>
      )}
      <details>
        <summary>{t.typeCode}</summary>
        <div className="field">
          <label htmlFor="typed-code">{t.payload}</label>
          <p className="hint">{t.typeHint}</p>
          <textarea id="typed-code" maxLength={1024} value={typed} onChange={({ target }) => setTyped(target.value)} />
          <button type="button" className="button" disabled={!typed.trim()} onClick={() => take(typed.trim())}>
            {t.useTyped}
          </button>
        </div>
      </details>
    </section>
  );
}

/** What the code says against the registry; a stranger's account is shown as loudly as it deserves. */
export function Result({ payload, shop }: { payload: string; shop: Pick<SampledMerchant, 'methods'> }): ReactNode {
  const t = useT(assessmentTexts);
  const result = compareScan(payload, shop.methods);
  const read = parseVietQr(payload);
  const registered = shop.methods.filter(({ account }) => account !== undefined);
  const tone = { 'same-account': 'ok', 'other-account': 'ok', 'different-payee': 'danger alarm', unreadable: 'warning', recorded: '' }[
    result
  ];
  return (
    <div className={`notice ${tone}`} role={result === 'different-payee' ? 'alert' : 'status'}>
      <p>
        <strong>{t.results[result]}</strong>
      </p>
      {result === 'different-payee' && <p>{t.differentPayeeText}</p>}
      <dl className="facts">
        {read.ok ? (
          <div>
            <dt>{t.payload}</dt>
            <dd>{[bankName(read.value.bankBin), read.value.account, read.value.merchantName].filter(Boolean).join(' · ')}</dd>
          </div>
        ) : (
          <div>
            <dt>{t.payload}</dt>
            <dd>{payload.slice(0, 80)}</dd>
          </div>
        )}
        <div>
          <dt>{t.registered}</dt>
          <dd>{registered.length > 0 ? registered.map(({ bankBin, account }) => `${bankName(bankBin)} ${account}`).join('; ') : t.none}</dd>
        </div>
      </dl>
    </div>
  );
}

function bankName(bin: string | undefined): string {
  const bank = bin === undefined ? undefined : bankByBin(bin);
  return bank ? bankLabel(bank) : (bin ?? '');
}
