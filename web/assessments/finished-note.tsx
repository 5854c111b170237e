import type { ReactNode } from 'react';
import { momentText } from '../language/format.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { assessmentTexts } from './assessment-texts.ts';
import type { Finished } from './device-types.ts';
import { canWake } from './sending.ts';

/** That a visit is over: on this device, or taken by the server with the number of photos it holds. */
export function FinishedNote({ finished: { completedAt, receipt } }: { finished: Finished }): ReactNode {
  const t = useT(assessmentTexts);
  const { language } = useLanguage();
  return (
    <div className={`notice ${receipt ? 'ok' : 'warning'}`} role="status">
      <p>
        <strong>{t.finished(momentText(completedAt, language))}.</strong>{' '}
        {receipt
          ? `${t.receipt(momentText(receipt.receivedAt, language))}: ${t.received[receipt.state as keyof typeof t.received]}`
          : canWake()
            ? t.waitsForNetwork
            : t.waitsForOpening}
      </p>
      {receipt && receipt.photos > 0 && <p>{t.receiptPhotos(receipt.photos)}</p>}
    </div>
  );
}
