import { type ReactNode, useState } from 'react';
import type { Instant } from '../../shared/ids.ts';
import { momentText, numberText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import type { OpenFieldAssessment } from './use-field-assessment.ts';

/** That the assessor was there: position with its accuracy, or why there is none. */
export function Arrived({ open }: { open: OpenFieldAssessment }): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  const [state, setState] = useState<'idle' | 'locating' | 'denied'>('idle');
  const [reason, setReason] = useState('');
  const { arrival } = open.sheet;
  const record = (more: object) => open.change((sheet) => ({ ...sheet, arrival: { at: new Date().toISOString() as Instant, ...more } }));
  const locate = () => {
    setState('locating');
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        record({
          position: {
            latitude: rounded(latitude, 6),
            longitude: rounded(longitude, 6),
            accuracyMetres: Math.min(100_000, rounded(accuracy, 1)),
          },
        });
        setState('idle');
      },
      () => setState('denied'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    );
  };
  return (
    <section className="card">
      <h2>{t.arrival}</h2>
      {arrival && (
        <p>
          {t.arrivedAt(momentText(arrival.at, language))}
          {arrival.position
            ? `: ${numberText(arrival.position.latitude, language, 5)}; ${numberText(arrival.position.longitude, language, 5)}, ${t.accuracy(numberText(arrival.position.accuracyMetres, language))}`
            : `: ${arrival.manualReason ?? t.noPosition}`}
        </p>
      )}
      <button type="button" className={`button ${arrival ? '' : 'main'}`} disabled={state === 'locating'} onClick={locate}>
        {state === 'locating' ? t.locating : arrival ? t.arriveAgain : t.arrive}
      </button>
      {state === 'denied' && (
        <div className="field" role="alert">
          <p>{t.noPosition}</p>
          <label htmlFor="manual-reason">{t.manualReason}</label>
          <p className="hint">{t.manualHint}</p>
          <input id="manual-reason" maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />
          <button
            type="button"
            className="button"
            disabled={!reason.trim()}
            onClick={() => {
              record({ manualReason: reason.trim() });
              setState('idle');
            }}
          >
            {t.saveReason}
          </button>
        </div>
      )}
    </section>
  );
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
