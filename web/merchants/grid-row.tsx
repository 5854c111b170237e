import { memo, type ReactNode } from 'react';
import type { MerchantId } from '../../shared/ids.ts';
import { fieldNames } from '../../shared/merchants/list-names.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { useLanguage, useT } from '../language/language.tsx';
import { RowActions } from './grid-actions.tsx';
import { type CellPosition, heldBy, nameOf } from './grid-changes.ts';
import { detailsOf, type Edit, type GridColumn, gridColumns, type Methods, shownText, type Wrong } from './grid-columns.ts';
import { type Commit, Editor } from './grid-editor.tsx';
import type { Sent } from './grid-saving.ts';
import { gridTexts } from './grid-texts.ts';
import { merchantTexts } from './merchant-texts.ts';
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
  go: (to: CellPosition) => void;
  open: (id: MerchantId) => void;
  commit: Commit;
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

/** The heads of the columns: the row's state first, what can be done with it last. */
export function GridHeads({ market }: { market: boolean }): ReactNode {
  const t = useT(gridTexts);
  const m = useT(merchantTexts);
  const { language } = useLanguage();
  const names = gridColumns.map((name) => (name === 'place' && market ? m.stall : fieldNames[language][name]));
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the cells take the focus
    <div role="row" className="grid-row heads" aria-rowindex={1}>
      {[t.state, ...names, t.action].map((head, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: heads do nothing
        <div role="columnheader" key={head} aria-colindex={index + 1}>
          {head}
        </div>
      ))}
    </div>
  );
}

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
          {!of.locked && (!of.isBlank || edit) && (
            <RowActions
              id={id}
              merchant={merchant}
              name={name}
              inFocus={active === gridColumns.length}
              isConflict={state === 'conflict'}
              dropRow={of.dropRow}
              settle={of.settle}
              closing={of.closing}
            />
          )}
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
