import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MerchantId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { pastedCells } from '../../shared/spreadsheet/pasted.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { asBlock, type CellPosition, cleared, type Edits, filledDown, moved, pasted, type Step, type Value } from './grid-changes.ts';
import { type GridColumn, gridColumns, shownText } from './grid-columns.ts';
import { cellAt, rangeOf } from './grid-range.ts';
import { GridHeads, GridRow } from './grid-row.tsx';
import type { Sent } from './grid-saving.ts';
import { merchantTexts } from './merchant-texts.ts';
import { useTypeAhead } from './type-ahead.ts';
import type { Closing } from './use-closing.ts';

type Props = {
  market: boolean;
  locked: boolean;
  rows: MerchantId[];
  blank: MerchantId;
  stored: ReadonlyMap<MerchantId, Merchant>;
  edits: Edits;
  sent: ReadonlyMap<MerchantId, Sent>;
  now: (id: MerchantId, column: GridColumn) => Value;
  newId: () => MerchantId;
  apply: (step: Step) => void;
  undo: () => void;
  redo: () => void;
  stayIn: (id: MerchantId | undefined) => void;
  open: (id: MerchantId) => void;
  dropRow: (id: MerchantId) => void;
  settle: (id: MerchantId, keepMine: boolean) => void;
  closing: Closing;
};

const lastColumn = gridColumns.length;

/** The grid itself: one cell has the focus, keys move and edit (WAI-ARIA grid pattern). */
export function GridTable(of: Props): ReactNode {
  const { rows, now, apply, stored, edits, locked, stayIn } = of;
  const m = useT(merchantTexts);
  const { language } = useLanguage();
  const [at, setAt] = useState<CellPosition>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<CellPosition>();
  const [editing, setEditing] = useState<{ first: string | undefined }>();
  const box = useRef<HTMLDivElement>(null);
  const row = Math.min(at.row, rows.length - 1);
  const id = rows[row];
  const column = gridColumns[at.column];
  const range = useMemo(() => rangeOf({ row, column: at.column }, anchor), [row, at.column, anchor]);

  const go = useCallback((to: CellPosition, keepAnchor?: CellPosition) => {
    flushSync(() => {
      setEditing(undefined);
      setAt(to);
      setAnchor(keepAnchor);
    });
    const cell = cellAt(box.current, to);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  // The row with the focus is not sent while somebody is in it.
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current) stayIn(id);
  }, [id, stayIn]);

  const write = useCallback(
    (value: Value, place: CellPosition = { row, column: at.column }) => {
      const target = rows[place.row];
      const name = gridColumns[place.column];
      if (locked || !target || !name || stored.get(target)?.state === 'closed') return;
      const before = now(target, name);
      if (JSON.stringify(before) !== JSON.stringify(value))
        apply({ changes: [{ id: target, column: name, before, after: value }], made: [] });
    },
    [rows, row, at.column, now, apply, locked, stored],
  );
  const commit = useCallback(
    (text: string, then: 'down' | 'right' | 'left' | 'stay') => {
      write(text);
      const step = { down: [1, 0], right: [0, 1], left: [0, -1], stay: [0, 0] }[then];
      go({ row: Math.min(rows.length - 1, row + (step[0] ?? 0)), column: Math.max(0, Math.min(lastColumn, at.column + (step[1] ?? 0))) });
    },
    [write, go, rows.length, row, at.column],
  );

  const edit = (first?: string) => {
    if (locked || !id || stored.get(id)?.state === 'closed') return;
    if (column === 'methods') of.open(id);
    else if (column === undefined) cellAt(box.current, { row, column: at.column })?.querySelector('button')?.click();
    else flushSync(() => setEditing({ first }));
  };

  const choose = useTypeAhead({ id, column, now, write });

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.defaultPrevented || event.altKey) return;
    const { key } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const inCell = event.target instanceof HTMLButtonElement;
    const does = (act: () => void): void => {
      event.preventDefault();
      act();
    };
    const low = key.toLowerCase();
    if (ctrl && low === 'z') return does(event.shiftKey ? of.redo : of.undo);
    if (ctrl && low === 'y') return does(of.redo);
    if (ctrl && low === 'd') return does(fillDown);
    if (ctrl && low === 'a') return does(() => go({ row: rows.length - 1, column: lastColumn - 1 }, { row: 0, column: 0 }));
    const to = moved(key, ctrl, { row, column: at.column }, rows.length);
    if (to) return does(() => go(to, event.shiftKey ? (anchor ?? { row, column: at.column }) : undefined));
    if (key === 'Tab') return tab(event);
    if (inCell && (key === 'Enter' || key === ' ')) return;
    if (key === 'Enter' || key === 'F2') return does(() => edit());
    if (key === 'Escape') return setAnchor(undefined);
    if (key === 'Delete' || key === 'Backspace') return does(clear);
    // An input method for Vietnamese hides the letter behind "Process".
    const isLetter = key.length === 1 || key === 'Process';
    if (ctrl || !isLetter) return;
    if (key.length === 1 && choose(key)) return event.preventDefault();
    // The letter itself goes into the field that has just got the focus; so input methods for Vietnamese begin right.
    if (column !== 'methods' && column !== undefined) edit('');
  };

  /** Tab walks through the cells of a row and on to the next; at either end of the grid it leaves. */
  const tab = (event: KeyboardEvent) => {
    const next = at.column + (event.shiftKey ? -1 : 1);
    if (next >= 0 && next <= lastColumn) {
      event.preventDefault();
      go({ row, column: next });
    } else if (!event.shiftKey && row < rows.length - 1) {
      event.preventDefault();
      go({ row: row + 1, column: 0 });
    } else if (event.shiftKey && row > 0) {
      event.preventDefault();
      go({ row: row - 1, column: lastColumn });
    }
  };

  const open = (each: MerchantId) => !locked && stored.get(each)?.state !== 'closed';
  const fillDown = () => {
    const columns = gridColumns.slice(range.left, range.right + 1);
    const step = filledDown(range.top, range.bottom, columns, rows, now);
    apply({
      ...step,
      changes: step.changes.filter((change) => open(change.id) && JSON.stringify(change.before) !== JSON.stringify(change.after)),
    });
  };
  const clear = () => {
    const step = cleared(rows.slice(range.top, range.bottom + 1), gridColumns.slice(range.left, range.right + 1), now);
    apply({ ...step, changes: step.changes.filter((change) => open(change.id)) });
  };
  const textAt = (each: MerchantId, name: GridColumn): string => {
    const value = now(each, name);
    return typeof value === 'string' ? shownText(name, value, [], language) : shownText(name, '', value, language);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing) return;
    event.preventDefault();
    const lines = rows
      .slice(range.top, range.bottom + 1)
      .map((each) => gridColumns.slice(range.left, range.right + 1).map((name) => textAt(each, name)));
    event.clipboardData.setData('text/plain', asBlock(lines));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing || locked || column === undefined) return;
    event.preventDefault();
    const step = pasted(pastedCells(event.clipboardData.getData('text/plain')), { row, column: at.column }, rows, of.newId, now);
    apply({ ...step, changes: step.changes.filter(({ id: each }) => open(each)) });
  };

  const categories = useMemo(() => [...new Set([...stored.values()].flatMap(({ category }) => category ?? []))], [stored]);
  return (
    <div className="grid-frame">
      <datalist id="grid-categories">
        {categories.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {/* biome-ignore lint/a11y/useSemanticElements: a table element could not scroll rows out of layout */}
      <div
        role="grid"
        tabIndex={-1}
        aria-label={m.grid}
        aria-describedby="grid-help"
        aria-rowcount={rows.length + 1}
        aria-colcount={gridColumns.length + 2}
        aria-multiselectable="true"
        aria-readonly={locked}
        className="grid"
        ref={box}
        onFocus={() => {
          inside.current = true;
          stayIn(id);
        }}
        // A field that closes leaves the focus nowhere for a moment, before its cell takes it.
        onBlur={() =>
          setTimeout(() => {
            if (!box.current || box.current.contains(document.activeElement)) return;
            inside.current = false;
            stayIn(undefined);
          })
        }
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
      >
        <GridHeads market={of.market} />
        {rows.map((each, index) => (
          <GridRow
            key={each}
            id={each}
            index={index}
            merchant={stored.get(each)}
            edit={edits[each]}
            sent={of.sent.get(each)}
            isBlank={each === of.blank}
            locked={locked}
            active={index === row ? at.column : undefined}
            first={index === row ? editing?.first : undefined}
            editing={index === row && editing !== undefined}
            from={index >= range.top && index <= range.bottom && anchor ? range.left : -1}
            to={index >= range.top && index <= range.bottom && anchor ? range.right : -1}
            go={go}
            open={of.open}
            commit={commit}
            cancel={() => go({ row, column: at.column })}
            startEdit={() => edit()}
            dropRow={of.dropRow}
            settle={of.settle}
            closing={of.closing}
          />
        ))}
      </div>
    </div>
  );
}
