/** What an address says besides the street. Codes are normalised: "A-01" is "a1", "05" is "5". */
export type Parts = {
  house: string;
  alleys: { depth: number; code: string }[];
  stalls: string[];
  areas: string[];
  group: string;
};

/**
 * Takes house number, alleys, stall, lot, area and group off the front of a segment, in any order, writes them into `parts`
 * and gives what is left. After the street a bare number counts only where none was read before.
 */
export function readParts(segment: string, parts: Parts, where: 'before-street' | 'after-street'): string {
  let rest = segment;
  for (;;) {
    const shorter = (readNamed(rest, parts) ?? readHouse(rest, parts, where))?.replace(/^[\s.:]+/, '');
    if (shorter === undefined) return rest;
    rest = shorter;
  }
}

/** Splits "Lê Lợi số 12" and "Tam Bạc tổ 5" before the part that follows the street. */
export function splitAtPart(text: string): [street: string, after: string] {
  const at = inside.exec(text);
  return at?.[1] === undefined ? [text, ''] : [at[1], text.slice(at[1].length).trim()];
}

function readHouse(text: string, parts: Parts, where: 'before-street' | 'after-street'): string | undefined {
  const prefix = housePrefix.exec(text)?.[0] ?? '';
  const [number] = house.exec(text.slice(prefix.length)) ?? [];
  const taken = parts.house !== '' || (where === 'after-street' && parts.stalls.length + parts.alleys.length > 0);
  if (number === undefined || (prefix === '' && taken)) return undefined;
  if (parts.house === '') parts.house = codeKey(number);
  return text.slice(prefix.length + number.length);
}

function readNamed(text: string, parts: Parts): string | undefined {
  for (const { pattern, put } of named) {
    const match = pattern.exec(text);
    if (match?.[1] === undefined) continue;
    put(parts, codeKey(match[1]));
    return text.slice(match[0].length);
  }
  return undefined;
}

const codeKey = (code: string) =>
  code
    .replace(/^([a-zđ]+)[-. ]+(?=\d)/, '$1')
    .replace(/\s+/g, '')
    .replace(/(^|[^\d])0+(?=\d)/g, '$1');

const end = '(?![\\p{L}\\d])';
// A letter apart from its number belongs to it up to h: further ones begin a name or stand for phường, phố and đường.
const letter = `(?:\\s?(?:bis|ter)|[a-zđ]{1,2}\\d*|\\s(?:[a-h](?![\\p{L}\\d.])|đ$))?`;
const tail = `(?:[-/][a-zđ]{0,2}\\d+${letter})*`;
const house = new RegExp(`^(?:km\\s*\\d+(?:\\s*\\+\\s*\\d+)?|(?:[a-zđ]{1,2}-?)?\\d+${letter}${tail})${end}`, 'u');
const housePrefix =
  /^(?:(?:địa chỉ|dia chi|đ\/c|số nhà|so nha|nhà số|nha so|số|so|sn|s\.n|nhà|nha|no|#)[\s.:]*)+(?=(?:km\s*|[a-zđ]{1,2}-?)?\d)/;

const path = '\\d+[a-zđ]?(?:/\\d+[a-zđ]?)*';
const code = `(?:[a-zđ]{1,2}[-. ]?)?\\d+${letter}${tail}`;

const alley = (depth: number) => (parts: Parts, key: string) => void parts.alleys.push({ depth, code: key });
const stall = (word: string) => (parts: Parts, key: string) => void parts.stalls.push(`${word} ${key}`);
const area = (word: string) => (parts: Parts, key: string) => void parts.areas.push(`${word} ${key}`);
const group = (word: string) => (parts: Parts, key: string) => {
  parts.group = `${word} ${key}`;
};

const partWords: readonly { words: string; code: string; put: (parts: Parts, key: string) => void }[] = [
  { words: 'ngõ|ngo|kiệt|kiet', code: path, put: alley(0) },
  { words: 'ngách|ngach', code: path, put: alley(1) },
  { words: 'hẻm|hem', code: path, put: alley(2) },
  { words: 'k[ií][- ]?[oôốó]t|kiosk?|[oôố]t', code, put: stall('kiot') },
  { words: '(?:quầy|quay)(?: hàng| hang)?', code, put: stall('quay') },
  { words: 'sạp|sap', code, put: stall('sap') },
  { words: 'gian(?: hàng| hang)?', code, put: stall('gian') },
  { words: 'ô', code, put: stall('o') },
  { words: 'lô|lo', code, put: stall('lo') },
  { words: 'tổ(?: dân phố)?|to(?: dan pho)?|tdp', code: path, put: group('to') },
  { words: 'khu phố|khu pho|kp', code: path, put: group('khu pho') },
  { words: 'thôn|thon|xóm|xom|ấp|ap|đội|doi', code: path, put: group('thon') },
  { words: 'khu', code: `${code}|[a-zđ]`, put: area('khu') },
  { words: 'dãy|day', code: `${code}|[a-zđ]`, put: area('day') },
  { words: 'tòa(?: nhà)?|toà(?: nhà)?|toa(?: nha)?|block', code: `${code}|[a-zđ]`, put: area('toa') },
  { words: 'tầng|tang', code, put: area('tang') },
  { words: 'cổng|cong', code, put: area('cong') },
];

const named = partWords.map(({ words, code, put }) => ({
  pattern: new RegExp(`^(?:${words})[\\s.:]*(?:(?:số|so)\\s*)?(${code})${end}`, 'u'),
  put,
}));

// "Đường số 5" is the name of a street, and "Kiệt" that of a general.
const inside = new RegExp(
  `^((?!(?:(?:đường|duong|phố|pho|tuyến|tuyen)\\s)*(?:số|so)\\s*\\d).*?\\S)\\s+(?<!(?:thường|thuong)\\s+(?=kiệt|kiet))(?:số nhà|số|so|sn|${partWords.map(({ words }) => words).join('|')})[\\s.:]*(?:${code})${end}`,
  'u',
);
