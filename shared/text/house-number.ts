import { type Parts, readParts, splitAtPart } from './address-parts.ts';
import { addressSegments, isAdministrative, withoutAdministration } from './address-text.ts';
import { foldMarks, nameKey } from './fold.ts';

/** Normalised keys: `number` is house, alley, lot and stall ("12a", "5 ngo 12/3", "kiot a1"), `street` its folded name. */
export type Address = { number: string; street: string };

/**
 * Reads a Vietnamese address into keys that are equal for two spellings of one place and differ for two places: 12, 12A, 12/3 and
 * 12-14 are four. Prefixes (Số nhà, SN, đường, phố), ward, district and city are left out; a residential group counts only
 * where no street is named. What cannot be taken apart stays as the street.
 * @param onStreet the street to assume where the text names none, as in a list that has a column for it
 */
export function parseAddress(text: string, onStreet = ''): Address {
  const parts: Parts = { house: '', alleys: [], stalls: [], areas: [], group: '' };
  let street = '';
  const segments = addressSegments(text.slice(0, longest));
  for (let segment = segments.shift(); segment !== undefined; segment = segments.shift()) {
    const rest = readParts(segment, parts, street === '' ? 'before-street' : 'after-street');
    if (rest === '' || street !== '' || isAdministrative(rest)) continue;
    const [before, after] = splitAtPart(rest);
    street = withoutAdministration(before);
    if (after !== '') segments.unshift(after);
  }
  const number = numberKey(parts);
  // "Điện Biên Phủ 35": where no other number is said, the one after the name is the house.
  const trailing = number === '' ? /^(\p{L}+\s+\p{L}.*\S)\s+(\d+[a-zđ]?(?:[-/]\d+[a-zđ]?)*)$/u.exec(street) : null;
  if (trailing?.[1] && trailing[2]) return { number: trailing[2], street: streetKey(trailing[1]) };
  return { number, street: streetKey(street) || nameKey(parts.group) || streetKey(onStreet.toLowerCase()) };
}

// Longer text is no address, and reading it would only cost time.
const longest = 300;

/** One text for number and street, to index and compare: "12a, dinh tien hoang". Empty when the address is. */
export function addressKey(text: string, onStreet = ''): string {
  const { number, street } = parseAddress(text, onStreet);
  return [number, street].filter((part) => part !== '').join(', ');
}

/** Two texts name one place. An empty address is nowhere, so it is the same as none. */
export function sameAddress(a: string, b: string, onStreet = ''): boolean {
  const key = addressKey(a, onStreet);
  return key !== '' && key === addressKey(b, onStreet);
}

function numberKey({ house, alleys, stalls, areas }: Parts): string {
  const path = alleyPath(alleys);
  return [house, ...(path ? [`ngo ${path}`] : []), ...stalls, ...[...areas].sort()].filter((part) => part !== '').join(' ');
}

/** From the widest alley inwards: "ngách 3 ngõ 12", "ngõ 12 ngách 3" and "ngõ 12/3" are one place. */
function alleyPath(alleys: Parts['alleys']): string {
  const byDepth = [...alleys].sort((a, b) => a.depth - b.depth);
  return byDepth.reduce((path, { code }) => (path === '' || code.startsWith(`${path}/`) ? code : `${path}/${code}`), '');
}

/**
 * Prefixes go for every street alike, also where they are part of a name (Phó Đức Chính, Dương Đình Nghệ), because without marks
 * they cannot be told apart; "Quốc lộ 5" and "3 tháng 2" have one form however they are written.
 */
function streetKey(street: string): string {
  const folded = nameKey(
    foldMarks(street)
      .replace(/(\d)\s*thang\s*(\d)/g, '$1/$2')
      .replace(/(^|\D)0+(?=\d)/g, '$1'),
  );
  const bare = folded.replace(/^(?:(?:tuyen|truc|duong|pho|dai lo|d|p)(?: |$))+/, '');
  return bare === '' ? folded : bare;
}
