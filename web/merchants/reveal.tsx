import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Street } from '../../shared/streets/street.ts';
import { Field } from '../components/field.tsx';
import { Refused } from '../components/refused.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { gridTexts } from './grid-texts.ts';
import { merchantTexts } from './merchant-texts.ts';
import { methodText } from './method-text.ts';
import { onStreet } from './street.ts';

type Props = { street: Street; merchant: Merchant; revealed: (merchant: Merchant) => void };

/** The accounts in full, for somebody who says why; the reason stands in the history. */
export function Reveal({ street, merchant, revealed }: Props): ReactNode {
  const t = useT(gridTexts);
  const m = useT(merchantTexts);
  const { language } = useLanguage();
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: () =>
      ask(
        api.streets[':streetId'].merchants[':merchantId']['account-reveal'].$post({
          ...onStreet(street.id, merchant.id),
          json: { actionId: uuidv7() as ActionId, version: merchant.version, reason: reason.trim() },
        }),
      ),
    onSuccess: ({ version }) => revealed({ ...merchant, version }),
  });
  return (
    <details className="card">
      <summary>{m.reveal}</summary>
      <Field label={t.revealReason} hint={t.revealHint}>
        {(given) => <input {...given} maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
      <button type="button" className="button" disabled={reason.trim() === '' || reveal.isPending} onClick={() => reveal.mutate()}>
        {m.reveal}
      </button>
      <Refused error={reveal.error} />
      {reveal.data && (
        <div role="status">
          <h3>{t.revealed}</h3>
          <ul>
            {reveal.data.methods
              .filter(({ account }) => account)
              .map((method) => (
                <li key={methodText(method, language)}>{methodText(method, language)}</li>
              ))}
          </ul>
        </div>
      )}
    </details>
  );
}
