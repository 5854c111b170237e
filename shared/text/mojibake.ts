import { cp1252Bytes } from './legacy-tables.ts';
import { isSyllable } from './syllable.ts';

/** A decoded text, and how much its words speak for the encoding: +1 a Vietnamese word, −1 one that the encoding cannot explain. */
export type Decoded = { text: string; score: number };

/** The words that can tell an encoding: runs of letters and signs with something beyond ASCII. One sign alone (×, ·) is a mark, not a word. */
export const decisiveWords = (text: string): string[] =>
  (text.match(/[^\s!-@[-`{-~]+/g) ?? []).filter((word) => /[^\0-\x7F]/.test(word) && (word.length > 1 || /\p{L}/u.test(word)));

/**
 * Undoes UTF-8 that was read as Windows-1252 ("HoÃ ng" → "Hoàng"). Bytes that this reading loses (those it leaves undefined, the
 * soft hyphen, a no-break space that became a space) are put back where exactly one choice spells Vietnamese; other words stay.
 */
export function decodeMojibake(text: string): Decoded {
  const words = text.split(' ');
  const done: string[] = [];
  let score = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    const joined = /[ÃÆ]$|á[º»]$/.test(word) && next !== undefined ? readings(`${word}\u00A0${next}`).filter(isSpelt) : [];
    if (joined.length === 1) at++;
    const all = readings(word);
    const spelt = all.filter(isSpelt);
    const [reading] = joined.length === 1 ? joined : all.length === 1 ? all : spelt.length === 1 ? spelt : [];
    done.push(reading ?? word);
    if (decisiveWords(word).length > 0) score += reading === undefined || reading === word ? -1 : isSpelt(reading) ? 1 : 0;
  }
  return { text: done.join(' '), score };
}

const isSpelt = (word: string) => {
  const decisive = decisiveWords(word);
  return decisive.length > 0 && decisive.every(isSyllable);
};

// Undefined in Windows-1252, or invisible and often stripped.
const lostBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xa0, 0xad];

/** Every way to read a word as UTF-8: one where no byte is missing, several where one is, none where it is no UTF-8. */
function readings(word: string): string[] {
  let found = [''];
  const chars = [...word];
  for (let at = 0; at < chars.length; ) {
    const lead = byteOf(chars[at]);
    const length = lead === undefined ? 0 : lead < 0x80 ? 1 : lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe1 && lead <= 0xef ? 3 : 0;
    if (lead === undefined || length === 0) return [];
    const tail = chars.slice(at + 1, at + length).map(byteOf);
    const cut = tail.findIndex((byte) => byte === undefined || byte < 0x80 || byte > 0xbf);
    const whole = cut < 0 && tail.length === length - 1;
    const present = (whole ? tail : tail.slice(0, cut < 0 ? tail.length : cut)) as number[];
    if (!whole && present.length !== length - 2) return [];
    const letters = whole
      ? [letter(lead, present)]
      : lostBytes.map((byte) => letter(lead, [...present, byte])).filter((each) => vietnamese.test(each));
    // A word with many gaps is no word worth guessing.
    if (letters.length === 0 || found.length * letters.length > 64) return [];
    found = found.flatMap((start) => letters.map((each) => start + each));
    at += 1 + present.length;
  }
  return found;
}

const byteOf = (char: string | undefined): number | undefined => {
  const code = char?.codePointAt(0);
  return code === undefined || code < 0x100 ? code : cp1252Bytes.get(char ?? '');
};

function letter(lead: number, tail: readonly number[]): string {
  const first = tail.length === 0 ? lead : tail.length === 1 ? lead & 0x1f : lead & 0x0f;
  return String.fromCodePoint(tail.reduce((code, byte) => code * 64 + (byte & 0x3f), first));
}

const vietnamese = /[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;
