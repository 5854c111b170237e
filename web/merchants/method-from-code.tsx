import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isWarning } from '../../shared/vietqr/finding-texts.ts';
import { parseVietQr, type VietQrReading } from '../../shared/vietqr/parse.ts';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { findingText } from './finding-text.ts';
import { gridTexts } from './grid-texts.ts';
import type { EditedMethod } from './method-fields.ts';
import { methodOfCode } from './method-fields.ts';
import { bankText } from './method-text.ts';
import { readCode } from './read-code.ts';

/** A payment code from a picture or as text: shown as it is read, and taken over when it can be registered. */
export function FromCode({ take }: { take: (method: EditedMethod) => void }): ReactNode {
  const t = useT(gridTexts);
  const [text, setText] = useState('');
  const read = useMutation({ mutationFn: readCode, onSuccess: (found) => found !== undefined && setText(found) });
  const reading = text.trim() === '' ? undefined : parseVietQr(text.trim());
  return (
    <details
      className="card"
      onPaste={(event) => {
        const picture = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'));
        if (!picture) return;
        event.preventDefault();
        read.mutate(picture);
      }}
    >
      <summary>{t.fromQr}</summary>
      <Field label={t.picture} hint={t.pictureHint}>
        {(given) => (
          <input
            {...given}
            type="file"
            accept="image/*"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file) read.mutate(file);
            }}
          />
        )}
      </Field>
      <div role="status">
        {read.isPending && <p>{t.reading}</p>}
        {(read.error || (read.isSuccess && read.data === undefined)) && <p className="notice warning">{t.noCode}</p>}
      </div>
      <Field label={t.payload} hint={t.payloadHint}>
        {(given) => (
          <textarea {...given} rows={2} maxLength={600} spellCheck={false} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <div role="status">
        {reading && (
          <ReadAs
            reading={reading}
            take={(method) => {
              take(method);
              setText('');
            }}
          />
        )}
      </div>
    </details>
  );
}

function ReadAs({ reading, take }: { reading: VietQrReading; take: (method: EditedMethod) => void }): ReactNode {
  const t = useT(gridTexts);
  const { language } = useLanguage();
  const method = methodOfCode(reading);
  const findings = reading.ok ? reading.warnings : reading.errors;
  const facts = reading.ok
    ? ([
        [t.bank, bankText(reading.value.bankBin)],
        [t.account, method === 'card' ? undefined : reading.value.account],
        [t.system, reading.value.bankBin ? undefined : reading.value.guid],
        [t.nameInCode, reading.value.merchantName],
      ] as const)
    : [];
  return (
    <>
      {reading.ok && <h3>{t.readAs}</h3>}
      <dl className="facts">
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <ul className="findings">
        {findings.map((finding) => (
          <li key={finding.code + (finding.tag ?? '')} className={isWarning(finding) ? 'warning' : 'danger'}>
            <Icon name="warning" /> {findingText(finding, language)}
          </li>
        ))}
      </ul>
      {method === 'card' && <p className="notice danger">{t.cardCode}</p>}
      {method && method !== 'card' && (
        <button type="button" className="button" onClick={() => take(method)}>
          {t.takeCode}
        </button>
      )}
    </>
  );
}
