import { memo, type ReactNode, useEffect, useState } from 'react';
import type { Street } from '../../shared/streets/street.ts';
import { Icon } from '../components/icon.tsx';
import { Refused } from '../components/refused.tsx';
import { download } from '../device/download.ts';
import { useT } from '../language/language.tsx';
import { bankText } from './method-text.ts';
import { readPixels } from './read-code.ts';
import { matrixOf, paysTo, pixelsOf, type Sign, stretchesOf } from './sign.ts';
import type { PaperFormat } from './sign-pdf.ts';
import { signTexts } from './sign-texts.ts';

/** The signs as they will be printed, each scanned back first. */
export function SignPages({ street, signs, again }: { street: Street; signs: Sign[]; again: () => void }): ReactNode {
  const t = useT(signTexts);
  const [paper, setPaper] = useState<PaperFormat>('a4');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const checked = useScannedBack(signs);
  const safe = signs.every(({ key }) => checked.get(key) === true);
  const pdf = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { signsPdf } = await import('./sign-pdf.ts');
      download(await signsPdf(signs, paper, street.name), `${t.fileName}-${paper}.pdf`);
    } catch (thrown) {
      setError(thrown as Error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <div className="buttons no-print">
        <strong role="status">{checked.size < signs.length ? t.checking : t.ready(signs.length)}</strong>
        <label className="inline">
          {t.size}
          <select value={paper} onChange={({ target }) => setPaper(target.value as PaperFormat)}>
            {(['a4', 'a5', 'a6'] as const).map((each) => (
              <option key={each} value={each}>
                {t.sizes[each]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button main" disabled={!safe} onClick={() => window.print()}>
          <Icon name="print" /> {t.print}
        </button>
        <button type="button" className="button" disabled={!safe || busy} onClick={() => void pdf()}>
          <Icon name="download" /> {busy ? t.pdfBusy : t.pdf}
        </button>
        <button type="button" className="button" onClick={again}>
          {t.again}
        </button>
      </div>
      <Refused error={error} />
      <ul className={`signs ${paper}`}>
        {signs.map((sign) => (
          <li key={sign.key}>
            <OneSign sign={sign} street={street.name} />
            <p className="no-print">
              <Checked right={checked.get(sign.key)} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Checked({ right }: { right: boolean | undefined }): ReactNode {
  const t = useT(signTexts);
  if (right === undefined) return <span className="quiet">{t.checking}</span>;
  return (
    <span className={`badge ${right ? 'ok' : 'danger'}`}>
      <Icon name={right ? 'check' : 'warning'} /> {right ? t.checked : t.broken}
    </span>
  );
}

/** One sign; its words are Vietnamese, for the buyers in the street. */
const OneSign = memo(function OneSign({ sign, street }: { sign: Sign; street: string }): ReactNode {
  const t = signTexts.vi.sign;
  const matrix = matrixOf(sign.payload);
  const path = stretchesOf(matrix)
    .map(([row, from, length]) => `M${from} ${row}h${length}v1h${-length}z`)
    .join('');
  return (
    <section className="sign" lang="vi">
      <p className="sign-title">{t.title}</p>
      <h2>{sign.merchantName}</h2>
      <svg
        viewBox={`-4 -4 ${matrix.length + 8} ${matrix.length + 8}`}
        role="img"
        aria-label={`VietQR ${bankText(sign.bankBin)} ${sign.account}`}
      >
        <rect x="-4" y="-4" width={matrix.length + 8} height={matrix.length + 8} className="paper" />
        <path d={path} className="ink" />
      </svg>
      <p className="sign-bank">{bankText(sign.bankBin)}</p>
      <p>
        {t.account}: <strong>{sign.account}</strong>
      </p>
      <p className="sign-place">
        {sign.place} – {street}
        <br />
        {t.cashless}
      </p>
    </section>
  );
});

/** Draws each code and reads it back as a phone would; true when it pays to the registered account. */
function useScannedBack(signs: readonly Sign[]): ReadonlyMap<string, boolean> {
  const [checked, setChecked] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => {
    let left = false;
    void (async () => {
      for (const sign of signs) {
        const right = await readPixels(pixelsOf(sign.payload))
          .then((read) => paysTo(sign, read))
          .catch(() => false);
        if (left) return;
        setChecked((was) => new Map(was).set(sign.key, right));
      }
    })();
    return () => {
      left = true;
    };
  }, [signs]);
  return checked;
}
