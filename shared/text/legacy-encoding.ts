import { tcvn3, vniLetters, vniMarks } from './legacy-tables.ts';
import { type Decoded, decisiveWords, decodeMojibake } from './mojibake.ts';
import { isSyllable } from './syllable.ts';

/** How a text was written: in Unicode (composed or not), in an old font encoding, or as UTF-8 that was read as Windows-1252. */
export type Encoding = 'unicode' | 'nfd' | 'tcvn3' | 'vni' | 'mojibake';

/**
 * Gives text in NFC whatever encoding it came in. The text itself decides: it is repaired when more of its words are then spelt like
 * Vietnamese than before, so that correct Vietnamese, ASCII and foreign words stay. Short words can be right in two encodings
 * ("Bé" is also TCVN3 for "Bộ"): they stay, unless `hint`, the encoding of their column or sheet, says otherwise.
 * TCVN3 has no toned capitals, they were typed in a capital font: they come back small, except where all plain letters of the word are capitals.
 * Call it before `tidy`: soft hyphens and no-break spaces are letters in old encodings.
 * @param hint what `detectEncoding` found for the texts around
 */
export function repairText(text: string, hint: Encoding = 'unicode'): { text: string; was: Encoding } {
  const composed = text.normalize('NFC');
  const unicode = { text: composed, was: composed === text ? ('unicode' as const) : ('nfd' as const) };
  if (!isSuspicious(composed)) return unicode;

  const asItIs = unicodeScore(composed);
  const [best] = decoders
    .map(({ was, decode }) => ({ was, hinted: was === hint, ...decode(composed) }))
    .filter((each) => each.score > asItIs || (each.hinted && each.score === asItIs && each.score > 0))
    .sort((a, b) => b.score - a.score || Number(b.hinted) - Number(a.hinted));
  return best ? { text: best.text, was: best.was } : unicode;
}

/**
 * The encoding that explains most of the texts of one column or sheet: its words speak together where one short cell cannot.
 * `nfd` when they are Unicode and any of them is decomposed.
 */
export function detectEncoding(texts: readonly string[]): Encoding {
  const composed = texts.map((text) => text.normalize('NFC'));
  const open = composed.filter(isSuspicious);
  const surelyUnicode = composed.filter((text) => unicodeOnly.test(text)).length;
  const total = (score: (text: string) => number) => open.reduce((sum, text) => sum + score(text), 0);

  const asItIs = surelyUnicode + total(unicodeScore);
  const [best] = decoders
    .map(({ was, decode }) => ({ was, score: total((text) => decode(text).score) - surelyUnicode }))
    .sort((a, b) => b.score - a.score);
  if (best && best.score > asItIs) return best.was;
  return composed.some((text, at) => text !== texts[at]) ? 'nfd' : 'unicode';
}

// Vietnamese letters that none of the old encodings shows on screen.
const unicodeOnly = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]/;
const isSuspicious = (text: string) => /[\u0080-\u00FF]/.test(text) && !unicodeOnly.test(text);

const unicodeScore = (text: string) => decisiveWords(text).reduce((sum, word) => sum + (isSyllable(word) ? 1 : -1), 0);

const decoders: readonly { was: Encoding; decode: (text: string) => Decoded }[] = [
  { was: 'tcvn3', decode: (text) => decodeWords(text, decodeTcvn3) },
  { was: 'vni', decode: (text) => decodeWords(text, decodeVni) },
  { was: 'mojibake', decode: decodeMojibake },
];

/** Decodes word by word; a word with characters that the encoding does not have stays and speaks against it. */
function decodeWords(text: string, decodeWord: (word: string) => string | undefined): Decoded {
  const decisive = new Set(decisiveWords(text));
  let score = 0;
  const decoded = text.replace(/[^\s!-@[-`{-~]+/g, (word) => {
    if (!decisive.has(word)) return word;
    const read = decodeWord(word);
    score += read !== undefined && isSyllable(read) ? 1 : -1;
    return read ?? word;
  });
  return { text: decoded, score };
}

function decodeTcvn3(word: string): string | undefined {
  const letters = [...word].map((char) => (char <= '\x7F' ? char : tcvn3.get(char)));
  if (letters.includes(undefined)) return undefined;
  const read = letters.join('').replace(doubled, (pair, capital: string, vowel: string) => {
    const bare = vowel
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/, '')
      .normalize('NFC');
    return bare !== vowel && bare === capital.toLowerCase() ? vowel.toUpperCase() : pair;
  });
  return /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? read.toUpperCase() : read;
}

// Some converters write a toned capital as the capital and then the small toned letter.
const doubled = /([AĂÂEÊIOÔƠUƯY])(\p{Ll})/gu;

function decodeVni(word: string): string | undefined {
  let read = '';
  for (let at = 0; at < word.length; ) {
    const pair = vniMarks.get(word.slice(at, at + 2));
    const char = word.charAt(at);
    const letter = pair ?? vniLetters.get(char) ?? (char <= '\x7F' ? char : undefined);
    if (letter === undefined) return undefined;
    read += letter;
    at += pair ? 2 : 1;
  }
  return read;
}
