import { lazy, type ReactNode, Suspense, useState } from 'react';
import { bankByBin, bankLabel } from '../../shared/vietqr/banks.ts';
import { parseVietQr } from '../../shared/vietqr/parse.ts';
import { Waiting } from '../components/waiting.tsx';
import { useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import '../styles/assessments.css';

const Camera = lazy(() => import('./scan/camera.tsx'));

/** Any code, outside a visit: whom it pays. Nothing is kept. */
export default function ScanPage(): ReactNode {
  const t = useT(assessmentTexts);
  const [code, setCode] = useState<string>();
  const [scanning, setScanning] = useState(false);
  const read = code === undefined ? undefined : parseVietQr(code);
  const bank = read?.ok && read.value.bankBin !== undefined ? bankByBin(read.value.bankBin) : undefined;
  return (
    <div className="visit">
      <h1>{t.scan}</h1>
      {scanning ? (
        <Suspense fallback={<Waiting lines={3} />}>
          <Camera
            found={(text) => {
              setCode(text);
              setScanning(false);
            }}
            stop={() => setScanning(false)}
          />
        </Suspense>
      ) : (
        <button type="button" className="button main wide" onClick={() => setScanning(true)}>
          {code === undefined ? t.scanCode : t.scanAgain}
        </button>
      )}
      {read && (
        <div className={`notice ${read.ok ? '' : 'warning'}`} role="status">
          {read.ok ? (
            <dl className="facts">
              <div>
                <dt>{t.bank}</dt>
                <dd>{bank ? bankLabel(bank) : (read.value.bankBin ?? t.none)}</dd>
              </div>
              <div>
                <dt>{t.account}</dt>
                <dd>{read.value.account ?? t.none}</dd>
              </div>
              <div>
                <dt>{t.payee}</dt>
                <dd>{read.value.merchantName ?? t.none}</dd>
              </div>
            </dl>
          ) : (
            <p>
              {t.results.unreadable}: {code?.slice(0, 120)}
            </p>
          )}
        </div>
      )}
    </div>
  );
}
