import { tidy } from './fold.ts';

/**
 * Cuts an address at commas and spaced dashes, in small letters with their marks: "phường" must stay apart from "Phương".
 * Numbered roads get one short form, and pairs of numbers lose the spaces inside ("12 – 14").
 */
export function addressSegments(text: string): string[] {
  return tidy(text.normalize('NFKC').replace(/[\r\n]+/g, ', '))
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[ðɖ]/g, 'đ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/(?<![\p{L}\d])(?:quốc lộ|quoc lo|ql)[\s.]*(\d{1,3}[a-z]?)(?![\p{L}\d])/gu, 'ql $1')
    .replace(/(?<![\p{L}\d])(?:tỉnh lộ|tinh lo|đường tỉnh|duong tinh|tl|đt)[\s.]*(\d{1,3}[a-z]?)(?![\p{L}\d])/gu, 'tl $1')
    .replace(/(\d[a-zđ]?)\s*(?:&|và|va)\s*(?=\d)/g, '$1-')
    .replace(/(\d[a-zđ]?)\s*([-/])\s*(?=[a-zđ]?\d)/g, '$1$2')
    .replace(/(\d)([dđp])\.\s*(?=\p{L})/gu, '$1 $2. ')
    .split(/[,;]|\s-+\s*|-+\s/)
    .map((segment) => segment.replace(/^[\s.:]+|[\s.:]+$/g, ''))
    .filter((segment) => segment !== '' && !isAdministrative(segment) && !abbreviated.test(segment));
}

/** A street without the ward, district, city and country that follow it without a comma. */
export function withoutAdministration(street: string): string {
  const plain = /^[\0-\x7F]*$/.test(street);
  const cuts = [afterMarks, afterLetter, ...(plain ? [afterPlain] : [])];
  const short = cuts.reduce((text, cut) => text.replace(cut, '$1'), street);
  return short.replace(/(?<=\S)(?:\s+(?:thành phố|tp)?[.\s]*(?:hải phòng|hai phong|hp|việt nam|viet nam|vn))+$/, '');
}

/** Names a ward, district or city in words: never a street, except Xã Đàn of Hà Nội. */
export const isAdministrative = (text: string): boolean =>
  /^(?:phường|quận|thành phố|tỉnh|huyện|thị xã|thị trấn|xã(?! đàn)|tp|tx)[\s.]/.test(text);

// A segment that begins with a letter and a dot is a ward; the same after a house number ("12 P. Tam Bạc") may be a street.
const abbreviated = /^(?:[pqhx]\.\s*\p{L}|[pq]\.?\s*\d+$|tt[\s.]|tp\s?hp$|(?:hải phòng|hai phong|hp|việt nam|viet nam|vn)$)/u;

// "Bà Huyện Thanh Quan" and "Nguyễn Tri Phương" are streets; a letter is a ward only after two words ("Trần Q. Khải" is a street).
const afterMarks = /^(\S.*?(?<!^bà))\s(?:phường|quận|thành phố|thị xã|thị trấn|huyện|tỉnh|xã)\s.*$/;
const afterLetter = /^(\S+\s.*?\S)\s(?:(?:p|q|tp|t\.p|tx|tt)[.\s]|h\.)\s*\S.*$/;
const afterPlain = /^(\S.*?(?<!\btri|\bba|\bthanh))\s(?:phuong|quan|huyen|thanh pho)\s.*$/;
