/** A piece of a line: plain, bold or italic. */
export type DocumentRun = string | { bold: string } | { italic: string };
export type Align = 'left' | 'centre' | 'right';

/** A column of a table; widths are in millimetres and add up to the width of the text (`textWidth`). */
export type DocumentColumn = { title: string; width: number; align?: Align };
/** What stands in a cell, as one or several lines. */
export type DocumentCell = string | readonly string[];

/** What the body of a paper is made of, from top to bottom. */
export type Block =
  | { kind: 'paragraph'; text: readonly DocumentRun[] }
  | { kind: 'basis'; text: string }
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'centred'; text: string }
  | { kind: 'table'; columns: readonly DocumentColumn[]; rows: readonly (readonly DocumentCell[])[]; total?: readonly DocumentCell[] };

/** A list that goes with a paper: on pages of its own, numbered from 1. */
export type Appendix = {
  /** "DANH SÁCH CƠ SỞ KINH DOANH": what it holds. */
  title: string;
  /** "(Kèm theo Tờ trình số … của …)" */
  of: string;
  blocks: readonly Block[];
};

/**
 * An administrative paper as Decree 30/2020/NĐ-CP, annex I, orders its parts. Only words and their places: `word/` turns it into a file,
 * and cleans every text. What the clerk still has to fill in stands as dots or room (`open` in `words.ts`).
 */
export type OfficeDocument = {
  /** Superior above the authority (offices have one, People's Committees do not); the authority in one or two lines. */
  letterhead: { superior?: string; authority: readonly string[]; number: string; placeAndDate: string; draft?: boolean };
  /** "TỜ TRÌNH" and what it is about. */
  title: { type: string; about: string };
  /** Whom it goes to. */
  to?: readonly string[];
  body: readonly Block[];
  /** "Nơi nhận". */
  recipients: readonly string[];
  /** "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH": lines of the capacity, and the name when it is known. */
  signature: { capacity: readonly string[]; name?: string };
  appendices: readonly Appendix[];
  /** Properties of the file: who issues it, and the instant of the record it was drawn from, so that the same record is the same file. */
  author: string;
  at: string;
};

/** A paper with the name of its file, without ending: in letters for people, from which the plain one follows. */
export type NamedDocument = { name: string; paper: OfficeDocument };

export const paragraph = (...text: readonly DocumentRun[]): Block => ({ kind: 'paragraph', text });
export const basis = (text: string): Block => ({ kind: 'basis', text });
export const part = (text: string): Block => ({ kind: 'heading', level: 1, text });
export const point = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const centred = (text: string): Block => ({ kind: 'centred', text });
export const table = (
  columns: readonly DocumentColumn[],
  rows: readonly (readonly DocumentCell[])[],
  total?: readonly DocumentCell[],
): Block => ({
  kind: 'table',
  columns,
  rows,
  ...(total && { total }),
});

/** Millimetres between the margins of a page: 210 − 30 − 20 (Decree 30/2020/NĐ-CP, annex I, part I.1). */
export const textWidth = 160;
