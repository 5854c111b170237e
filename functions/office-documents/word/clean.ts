/**
 * Text as a document may hold it: NFC, on one line, without what XML 1.0 forbids (control characters, halves of letters, U+FFFE) and
 * without signs that nobody sees but that turn the order of the letters round. Room left open (no-break spaces) stays.
 */
export const clean = (text: string): string => cleanRun(text).trim();

/** The same for a piece of a line, which may begin or end with the space to its neighbour. */
export const cleanRun = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unwanted, '')
    .replace(/[^\S\u00a0]+/gu, ' ');

// The joiner of emoji is a format character too, and may stay.
const unwanted = /(?!\s)\p{Cc}|(?!\u200d)\p{Cf}|[\p{Cs}\ufffe\uffff]/gu;
