import { type ReactNode, useState } from 'react';
import type { MerchantId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { componentTexts } from '../components/component-texts.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { useT } from '../language/language.tsx';
import { gridTexts } from './grid-texts.ts';
import { merchantTexts } from './merchant-texts.ts';
import type { Closing } from './use-closing.ts';

type Props = {
  id: MerchantId;
  merchant: Merchant | undefined;
  name: string;
  inFocus: boolean;
  isConflict: boolean;
  dropRow: (id: MerchantId) => void;
  settle: (id: MerchantId, keepMine: boolean) => void;
  closing: Closing;
};

/** What can be done with a row: settle a conflict, drop what was not sent, close or reopen the merchant. */
export function RowActions(of: Props): ReactNode {
  const t = useT(gridTexts);
  const m = useT(merchantTexts);
  const p = useT(componentTexts);
  const [asking, setAsking] = useState(false);
  const { merchant, name } = of;
  const button = (label: string, act: () => void) => (
    <button type="button" className="button plain" tabIndex={of.inFocus ? 0 : -1} onClick={act}>
      {label} <span className="visually-hidden">{name}</span>
    </button>
  );
  if (of.isConflict)
    return (
      <>
        {button(p.useTheirs, () => of.settle(of.id, false))}
        {button(p.useMine, () => of.settle(of.id, true))}
      </>
    );
  if (!merchant) return button(t.dropRow, () => of.dropRow(of.id));
  return (
    <>
      {merchant.state === 'closed' ? button(m.reopen, () => void of.closing.reopen(merchant)) : button(m.close, () => setAsking(true))}
      {asking && <CloseDialog merchant={merchant} closing={of.closing} done={() => setAsking(false)} />}
    </>
  );
}

function CloseDialog({ merchant, closing, done }: { merchant: Merchant; closing: Closing; done: () => void }): ReactNode {
  const t = useT(gridTexts);
  const m = useT(merchantTexts);
  const [reason, setReason] = useState(t.closeReason);
  return (
    <Dialog title={t.closeTitle(merchant.name)} close={done}>
      <form
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={(event) => {
          event.preventDefault();
          void closing.close(merchant, reason.trim());
          done();
        }}
      >
        <Field label={m.reason}>
          {(given) => <input {...given} required maxLength={300} value={reason} onChange={({ target }) => setReason(target.value)} />}
        </Field>
        <div className="buttons">
          <button type="submit" className="button main" disabled={reason.trim() === ''}>
            {m.close}
          </button>
          <button type="button" className="button" onClick={done}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
