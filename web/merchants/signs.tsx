import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Street } from '../../shared/streets/street.ts';
import { Field } from '../components/field.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { merchantTexts } from './merchant-texts.ts';
import { canHaveSign } from './sign.ts';
import { SignPages } from './sign-pages.tsx';
import { signTexts } from './sign-texts.ts';
import { useMerchants } from './street.ts';
import { StreetPage } from './street-page.tsx';
import { useSigns } from './use-signs.ts';
import '../styles/signs.css';

/** QR signs for the merchants of a street, from their registered accounts. */
export default function SignsPage(): ReactNode {
  return <StreetPage part="signs">{(street) => <Signs street={street} />}</StreetPage>;
}

function Signs({ street }: { street: Street }): ReactNode {
  const merchants = useMerchants(street.id);
  return <Loaded query={merchants}>{(all) => <Choose street={street} merchants={all.filter(({ state }) => state === 'active')} />}</Loaded>;
}

function Choose({ street, merchants }: { street: Street; merchants: Merchant[] }): ReactNode {
  const t = useT(signTexts);
  const m = useT(merchantTexts);
  const able = merchants.filter(({ methods }) => methods.some(canHaveSign));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState(t.reasonDefault);
  const making = useSigns(street);
  const chosen = able.filter(({ id }) => !left.has(id));
  if (making.signs) return <SignPages street={street} signs={making.signs} again={making.forget} />;
  if (merchants.length === 0) return <p className="notice">{m.noMerchants}</p>;
  const without = merchants.length - able.length;
  return (
    <>
      <p>{t.intro}</p>
      {without > 0 && (
        <p className="notice">
          {able.length === 0 ? t.noneReady : t.without(without)} <Link href={`/duong/${street.id}/co-so`}>{t.toGrid}</Link>
        </p>
      )}
      <fieldset className="card" disabled={making.busy}>
        <legend>{t.choose}</legend>
        <label className="choice">
          <input
            type="checkbox"
            checked={left.size === 0}
            onChange={({ target }) => setLeft(target.checked ? new Set() : new Set(able.map(({ id }) => id)))}
          />
          <strong>{t.all}</strong>
        </label>
        <div className="choices">
          {able.map(({ id, name, place }) => (
            <label className="choice" key={id}>
              <input
                type="checkbox"
                checked={!left.has(id)}
                onChange={() => setLeft((was) => new Set(was.has(id) ? [...was].filter((each) => each !== id) : [...was, id]))}
              />
              <span>
                {name} <span className="quiet">{place}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field label={t.reason} hint={t.reasonHint}>
        {(given) => <input {...given} maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />}
      </Field>
      <Refused error={making.error} />
      <div className="buttons" role="status">
        <button
          type="button"
          className="button main"
          disabled={making.busy || chosen.length === 0 || reason.trim() === ''}
          onClick={() => void making.make(chosen, reason.trim())}
        >
          {t.make(chosen.length)}
        </button>
        {chosen.length === 0 && <span>{t.nobody}</span>}
        {making.busy && <span>{t.making(making.done, chosen.length)}</span>}
      </div>
      {making.busy && <progress max={chosen.length} value={making.done} aria-label={t.making(making.done, chosen.length)} />}
    </>
  );
}
