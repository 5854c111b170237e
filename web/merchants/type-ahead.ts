import { useRef } from 'react';
import type { MerchantId } from '../../shared/ids.ts';
import { fold } from '../../shared/text/fold.ts';
import { useLanguage, useT } from '../language/language.tsx';
import { typedAhead, type Value } from './grid-changes.ts';
import { choiceName, choicesOf, type GridColumn } from './grid-columns.ts';
import { merchantTexts } from './merchant-texts.ts';

type Cell = {
  id: MerchantId | undefined;
  column: GridColumn | undefined;
  now: (id: MerchantId, column: GridColumn) => Value;
  write: (value: Value) => void;
};

// Letters that follow each other within this time (milliseconds) are one word.
const oneWord = 700;

/** Chooses in a cell with a fixed choice by the letters typed, or marks it; tells whether the key was for such a cell. */
export function useTypeAhead({ id, column, now, write }: Cell): (key: string) => boolean {
  const m = useT(merchantTexts);
  const { language } = useLanguage();
  const ahead = useRef({ typed: '', when: 0 });
  return (key) => {
    const codes = column && choicesOf(column);
    if (!codes || !column || !id) return false;
    const held = now(id, column);
    const value = typeof held === 'string' ? held : '';
    if (key === ' ' && codes.length === 2) {
      write(value === '' ? 'x' : '');
      return true;
    }
    const when = performance.now();
    ahead.current = { typed: when - ahead.current.when < oneWord ? ahead.current.typed + fold(key) : fold(key), when };
    const names = codes.map((code) => fold(code === '' ? m.no : choiceName(column, code, language)));
    const found = typedAhead(names, ahead.current.typed, Math.max(0, codes.indexOf(value)));
    const marked = codes.length === 2 && /^[x1v]$/i.test(key) ? 'x' : codes[found];
    if (marked !== undefined) write(marked);
    return true;
  };
}
