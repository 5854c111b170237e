import type { ReactNode } from 'react';
import { type Merchant, methodCodes } from '../../shared/merchants/merchant.ts';
import { methodNames } from '../../shared/merchants/merchant-names.ts';
import type { Street } from '../../shared/streets/street.ts';
import { banks } from '../../shared/vietqr/bank-table.ts';
import { bankLabel } from '../../shared/vietqr/banks.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { Icon } from '../components/icon.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { useDraft } from '../device/draft.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { useWorking } from '../session/use-session.ts';
import { heldBy, nameOf } from './grid-changes.ts';
import type { Edit, Methods } from './grid-columns.ts';
import { gridTexts } from './grid-texts.ts';
import { type EditedMethod, isMasked, partsOf, tidied, withPart, wrongParts } from './method-fields.ts';
import { FromCode } from './method-from-code.tsx';
import { Reveal } from './reveal.tsx';

const sortedBanks = [...banks].sort((a, b) => bankLabel(a).localeCompare(bankLabel(b), 'vi'));

type Props = {
  street: Street;
  locked: boolean;
  merchant: Merchant | undefined;
  edit: Edit | undefined;
  keep: (methods: Methods) => void;
  revealed: (merchant: Merchant) => void;
  close: () => void;
};

/** The payment methods of one merchant: each with what identifies it, read from a code or typed. */
export function MerchantPanel({ street, locked, merchant, edit, keep, revealed, close }: Props): ReactNode {
  const t = useT(gridTexts);
  const { me } = useWorking();
  const held = heldBy(merchant, edit, 'methods') as Methods;
  const draft = useDraft<Methods>(`methods ${merchant?.id ?? 'new'} ${me.id}`, held);
  const methods = draft.value;
  const name = nameOf(merchant, edit) || t.newRow;
  const done = (kept?: Methods) => {
    if (kept) keep(kept);
    void draft.clear();
    close();
  };
  const isWrong = methods.some((each) => wrongParts(each).length > 0);
  const isClosed = locked || merchant?.state === 'closed';
  return (
    <Dialog title={t.methodsOf(name)} close={close}>
      {methods.length === 0 && <p className="quiet">{t.noMethods}</p>}
      {methods.map((method, at) => (
        <MethodFields
          // biome-ignore lint/suspicious/noArrayIndexKey: methods have no names of their own
          key={at}
          method={method}
          fixed={isClosed}
          change={(to) => draft.set(methods.map((each, index) => (index === at ? to : each)))}
          remove={() => draft.set(methods.filter((_, index) => index !== at))}
        />
      ))}
      {!isClosed && (
        <>
          <div className="buttons">
            <button
              type="button"
              className="button"
              disabled={methods.length >= 20}
              onClick={() => draft.set([...methods, { method: 'QR_VIETQR_ACCOUNT' }])}
            >
              <Icon name="plus" /> {t.addMethod}
            </button>
            <SavedNote state={draft.state} />
          </div>
          <FromCode
            take={(method) =>
              draft.set([...methods.filter((each) => Object.keys(each).length > 1 || each.method !== method.method), method])
            }
          />
        </>
      )}
      {merchant?.methods.some(({ account }) => account) && <Reveal street={street} merchant={merchant} revealed={revealed} />}
      <div className="buttons">
        {!isClosed && (
          <button type="button" className="button main" disabled={isWrong} onClick={() => done(methods.map(tidied))}>
            {t.keep}
          </button>
        )}
        <button type="button" className="button" onClick={() => done()}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  );
}

type FieldsProps = { method: EditedMethod; fixed: boolean; change: (to: EditedMethod) => void; remove: () => void };

function MethodFields({ method, fixed, change, remove }: FieldsProps): ReactNode {
  const t = useT(gridTexts);
  const { language } = useLanguage();
  const wrong = wrongParts(method);
  const labels = { bankBin: t.bank, account: t.account, provider: t.provider, phone: t.phone, code: t.code };
  const parts = partsOf[method.method];
  // What an import found beyond the usual parts (a bank that is not in the table) stays visible.
  const extra = (['provider', 'code', 'phone'] as const).filter((part) => method[part] && !parts.includes(part));
  return (
    <fieldset className="card" disabled={fixed}>
      <legend className="visually-hidden">{methodNames[language][method.method]}</legend>
      <div className="row">
        <Field label={t.kind}>
          {(given) => (
            <select {...given} value={method.method} onChange={({ target }) => change(withPart(method, 'method', target.value))}>
              {methodCodes.map((code) => (
                <option key={code} value={code}>
                  {methodNames[language][code]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {[...parts, ...extra].map((part) =>
          part === 'bankBin' ? (
            <Field key={part} label={labels[part]}>
              {(given) => (
                <select {...given} value={method.bankBin ?? ''} onChange={({ target }) => change(withPart(method, part, target.value))}>
                  <option value="">{t.bankUnset}</option>
                  {sortedBanks.map((bank) => (
                    <option key={bank.bin} value={bank.bin}>
                      {bankLabel(bank)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ) : (
            <Field
              key={part}
              label={labels[part]}
              hint={part === 'account' && isMasked(method.account) ? t.accountMasked : undefined}
              wrong={wrong.includes(part) ? (part === 'phone' ? t.wrong.phone : t.wrongAccount) : undefined}
            >
              {(given) => (
                <input
                  {...given}
                  value={method[part] ?? ''}
                  maxLength={60}
                  autoComplete="off"
                  onFocus={({ target }) => isMasked(target.value) && target.select()}
                  onChange={({ target }) => change(withPart(method, part, target.value))}
                />
              )}
            </Field>
          ),
        )}
      </div>
      <button type="button" className="button plain" onClick={remove}>
        {t.removeMethod} <span className="visually-hidden">{methodNames[language][method.method]}</span>
      </button>
    </fieldset>
  );
}
