import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useT } from '../language/language.tsx';
import { choiceName, choicesOf, type GridColumn } from './grid-columns.ts';
import { merchantTexts } from './merchant-texts.ts';

export type Commit = (text: string, then: 'down' | 'right' | 'left' | 'stay') => void;
type EditorProps = { column: GridColumn; text: string; language: 'vi' | 'en'; commit: Commit; cancel: () => void };

/** The field in a cell while it is edited: Enter, Tab and leaving keep what was typed, Escape drops it. */
export function Editor({ column, text, language, commit, cancel }: EditorProps): ReactNode {
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
