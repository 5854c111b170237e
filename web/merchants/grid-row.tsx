import { type KeyboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import type { MerchantId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchant.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { Dialog } from '../pieces/dialog.tsx';
import { Field } from '../pieces/field.tsx';
import { Icon, type IconName } from '../pieces/icon.tsx';
import { pieceTexts } from '../pieces/texts.ts';
import { heldBy, nameOf, type Place } from './grid-changes.ts';
import {
  choiceName,
  choicesOf,
  detailsOf,
  type Edit,
  type GridColumn,
  gridColumns,
  type Methods,
  shownText,
  type Wrong,
} from './grid-columns.ts';
import type { Sent } from './grid-saving.ts';
import { gridTexts } from './grid-texts.ts';
import { merchantTexts } from './texts.ts';
import type { Closing } from './use-closing.ts';

type Props = {
  id: MerchantId;
  index: number;
  merchant: Merchant | undefined;
  edit: Edit | undefined;
  sent: Sent | undefined;
  isBlank: boolean;
  locked: boolean;
  active: number | undefined;
  first: string | undefined;
  editing: boolean;
  from: number;
  to: number;
  go: (to: Place) => void;
  open: (id: MerchantId) => void;
  commit: (text: string, then: 'down' | 'right' | 'left' | 'stay') => void;
  cancel: () => void;
  startEdit: () => void;
  dropRow: (id: MerchantId) => void;
  settle: (id: MerchantId, keepMine: boolean) => void;
  closing: Closing;
};

const looks = {
  saved: ['check', 'ok'],
  typed: ['draft', ''],
  saving: ['sent', 'brand'],
  refused: ['warning', 'danger'],
  conflict: ['people', 'warning'],
  offline: ['offline', 'warning'],
} as const satisfies Record<string, readonly [IconName, string]>;

/** One merchant in the grid. Drawn again only when something about this very row changes. */
export const GridRow = memo(
  function GridRow(of: Props): ReactNode {
    const { id, index, merchant, edit, sent, active } = of;
    const t = useT(gridTexts);
    const m = useT(merchantTexts);
    const { language } = useLanguage();
    const wrong: Partial<Record<GridColumn, Wrong>> = edit ? detailsOf(merchant, edit).wrong : {};
    const about = sent && sent.of === edit ? sent : undefined;
    const refused = about?.state === 'refused' ? about.refusal : undefined;
    const faults = gridColumns.flatMap((column) => {
      const own = wrong[column];
      const server = refused?.fields?.filter(({ field }) => field === `details.${column}` || field.startsWith(`details.${column}[`));
      const message = own ? t.wrong[own] : server?.map((each) => each.message).join(' ');
      return message ? [{ column, message }] : [];
    });
    // A new row that has just begun lacks what is typed next; that is no fault yet.
    const begun = edit?.isNew && active !== undefined;
    const shown = begun ? faults.filter(({ column }) => edit.cells[column as 'name'] !== undefined) : faults;
    const state = edit ? (about?.state ?? (shown.length > 0 ? 'refused' : 'typed')) : 'saved';
    const closed = merchant?.state === 'closed';
    const name = nameOf(merchant, edit) || t.row(index + 1);
    const [icon, tone] = looks[state];
    return (
      // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the cells take the focus
      <div role="row" className={`grid-row${closed ? ' closed' : ''}`} aria-rowindex={index + 2} data-row={index}>
        {/* biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: tells only */}
        <div role="rowheader" aria-colindex={1} className="row-state">
          {of.isBlank && !edit ? (
            <span className="quiet">
              <Icon name="plus" /> {t.newRow}
            </span>
          ) : (
            <>
              <span className="row-number">{index + 1}</span>{' '}
              <span className={`badge ${tone}`}>
                <Icon name={icon} /> {closed ? m.closed : t.states[state]}
              </span>
              {shown.map(({ column, message }) => (
                <span className="wrong" key={column} id={`wrong-${id}-${column}`}>
                  {message}
                </span>
              ))}
              {refused && shown.length === 0 && <span className="wrong">{refused.detail}</span>}
            </>
          )}
        </div>
        {gridColumns.map((column, at) => (
          <Cell
            key={column}
            of={of}
            at={at}
            column={column}
            label={name}
            language={language}
            wrong={shown.find((each) => each.column === column)?.message}
          />
        ))}
        {/* biome-ignore lint/a11y/useSemanticElements: a cell of a grid */}
        <div
          role="gridcell"
          className="row-actions"
          aria-colindex={gridColumns.length + 2}
          data-column={gridColumns.length}
          tabIndex={active === gridColumns.length ? 0 : -1}
          onClick={(event) => event.target === event.currentTarget && of.go({ row: index, column: gridColumns.length })}
          onKeyDown={() => {}}
        >
          <Actions of={of} state={state} closed={closed} name={name} />
        </div>
      </div>
    );
  },
  (a, b) => shownBy.every((key) => a[key] === b[key]) && (a.active === undefined || a.commit === b.commit),
);

const shownBy = [
  'id',
  'index',
  'merchant',
  'edit',
  'sent',
  'isBlank',
  'locked',
  'active',
  'first',
  'editing',
  'from',
  'to',
  'closing',
] as const;

function Cell(props: {
  of: Props;
  at: number;
  column: GridColumn;
  label: string;
  language: 'vi' | 'en';
  wrong: string | undefined;
}): ReactNode {
  const { of, at, column, language, wrong } = props;
  const held = heldBy(of.merchant, of.edit, column);
  const active = of.active === at;
  const text = typeof held === 'string' ? held : '';
  const selected = at >= of.from && at <= of.to;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of a grid
    <div
      role="gridcell"
      aria-colindex={at + 2}
      aria-selected={selected || active}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={wrong ? `wrong-${of.id}-${column}` : undefined}
      aria-readonly={of.locked || of.merchant?.state === 'closed'}
      className={`cell-${column}${selected ? ' selected' : ''}`}
      data-column={at}
      tabIndex={active && !of.editing ? 0 : -1}
      onClick={() => !(active && of.editing) && of.go({ row: of.index, column: at })}
      onDoubleClick={() => active && of.startEdit()}
      onKeyDown={() => {}}
    >
      {active && of.editing ? (
        <Editor column={column} text={of.first ?? text} language={language} commit={of.commit} cancel={of.cancel} />
      ) : (
        shownText(column, text, column === 'methods' ? (held as Methods) : [], language)
      )}
    </div>
  );
}

type EditorProps = { column: GridColumn; text: string; language: 'vi' | 'en'; commit: Props['commit']; cancel: () => void };

/** The field in a cell while it is edited: Enter, Tab and leaving keep what was typed, Escape drops it. */
function Editor({ column, text, language, commit, cancel }: EditorProps): ReactNode {
  const m = useT(merchantTexts);
  const [value, setValue] = useState(text);
  const over = useRef(false);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  const end = (done: () => void) => {
    if (over.current) return;
    over.current = true;
    done();
  };
  const common = {
    ref: (element: (HTMLInputElement & HTMLSelectElement) | null) => {
      // At once and not in an effect: the key that began the editing is still on its way to the focused element.
      if (element && !field.current) element.focus();
      field.current = element;
    },
    'aria-label': merchantTexts[language].grid,
    onBlur: () => end(() => commit(value, 'stay')),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return;
      const then = event.key === 'Enter' ? 'down' : event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : undefined;
      if (then || event.key === 'Escape') {
        event.preventDefault();
        end(() => (then ? commit(value, then) : cancel()));
      }
      event.stopPropagation();
    },
  };
  const codes = choicesOf(column);
  if (codes) {
    return (
      <select {...common} value={value} onChange={({ target }) => setValue(target.value)}>
        {codes.map((code) => (
          <option key={code} value={code}>
            {code === '' ? m.no : choiceName(column, code, language)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...common}
      value={value}
      maxLength={600}
      {...(column === 'category' && { list: 'grid-categories' })}
      onChange={({ target }) => setValue(target.value)}
    />
  );
}

function Actions({ of, state, closed, name }: { of: Props; state: keyof typeof looks; closed: boolean; name: string }): ReactNode {
  const t = useT(gridTexts);
  const m = useT(merchantTexts);
  const p = useT(pieceTexts);
  const [asking, setAsking] = useState(false);
  const { merchant } = of;
  if (of.locked || (of.isBlank && !of.edit)) return null;
  const button = (label: string, act: () => void) => (
    <button type="button" className="button plain" tabIndex={of.active === gridColumns.length ? 0 : -1} onClick={act}>
      {label} <span className="visually-hidden">{name}</span>
    </button>
  );
  if (state === 'conflict')
    return (
      <>
        {button(p.useTheirs, () => of.settle(of.id, false))}
        {button(p.useMine, () => of.settle(of.id, true))}
      </>
    );
  if (!merchant) return button(t.dropRow, () => of.dropRow(of.id));
  return (
    <>
      {closed ? button(m.reopen, () => void of.closing.reopen(merchant)) : button(m.close, () => setAsking(true))}
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
