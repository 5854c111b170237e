import { cp1252Bytes, tcvn3, vniLetters, vniMarks } from '../../../../shared/text/legacy-tables.ts';

const latinOfByte = new Map([...cp1252Bytes].map(([char, byte]) => [byte, char]));
const tcvn3Of = new Map([...tcvn3].map(([raw, letter]) => [letter, raw]));
const vniOf = new Map([...[...vniMarks].reverse(), ...vniLetters].map(([raw, letter]) => [letter, raw]));

/** Text as typed with a TCVN3 font; capitals with a tone were typed small in a capital font. */
export const inTcvn3 = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => tcvn3Of.get(letter) ?? tcvn3Of.get(letter.toLowerCase()) ?? letter).join('');

/** Text as typed with a VNI font. */
export const inVni = (text: string): string => Array.from(text.normalize('NFC'), (letter) => vniOf.get(letter) ?? letter).join('');

/** UTF-8 that a program took for Windows-1252. */
export const asMojibake = (text: string): string =>
  [...Buffer.from(text.normalize('NFC'), 'utf8')].map((byte) => latinOfByte.get(byte) ?? String.fromCharCode(byte)).join('');
