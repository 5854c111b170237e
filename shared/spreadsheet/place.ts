import { type NamedStreet, streetName } from './street-name.ts';

/** An address cell in its two parts: the house number or stall as written, and the street if the cell names one. */
export type PlaceCell = { place: string; street?: NamedStreet };

/** Splits "Số 12A, đường Điện Biên Phủ, phường Minh Khai" into "12A" and "Điện Biên Phủ"; what cannot be taken apart stays the place. */
export function splitPlace(text: string): PlaceCell {
  if (simple.test(text)) return { place: text };
  const bare = text.replace(/^(?:số nhà|nhà số|số|so nha|so|sn|nhà)(?=[\s.:]*\d)[\s.:]*/iu, '');
  const number = start.exec(bare)?.[0];
  if (number === undefined || number === '') return { place: text };

  const segments = bare.slice(number.length).split(/[,;]|\s[–—-]\s/);
  const written = segments.map((segment) => segment.replace(/^[\s.:–—-]+|[\s.:–—-]+$/g, '')).filter((segment) => segment !== '');
  const named = written.find((segment) => !area.test(segment));
  // After a stall alone follows a street only when it says so: "Kiot 5 Cổng Bắc" is all stall.
  const words = startsWithHouse.test(number) ? streetOrName : streetWord;
  const street = named !== undefined && words.test(named) ? streetName(named) : undefined;
  // "12 cạnh chợ", "5 tổ 3": not a street, so every word stays.
  if (!street && written.length > 0) return { place: bare };
  return { place: tidyNumber(number), ...(street && { street }) };
}

/** What Excel makes of the house number 12/3: a date, its serial number, or its short form. */
export function becameDate(cell: string | number | boolean | null): boolean {
  if (typeof cell === 'number') return cell >= 20_000 && cell < 80_000;
  return (
    typeof cell === 'string' &&
    /^\d{1,2}\/\d{1,2}\/\d{4}$|^\d{1,2}[-\s](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|thg ?\d{1,2})$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-\d{1,2}$/i.test(
      cell,
    )
  );
}

const tidyNumber = (number: string) =>
  number
    .replace(/[\s,–-]+$/, '')
    .replace(/\s*([/–-])\s*(?=\d)/g, (_, sign: string) => (sign === '/' ? '/' : '-'))
    .replace(/^(\d+) ([A-Za-zĐđ])$/, '$1$2');

const house = String.raw`\d+(?:\s?[A-Za-zĐđ](?![\p{L}\d.]))?(?![\p{L}\d])(?:\s?[/–-]\s?\d+[A-Za-zĐđ]?(?![\p{L}\d]))*`;
const alley = String.raw`(?:ngõ|ngách|hẻm|kiệt|lô|ki[ -]?ốt|kiot|ki[ -]?ot|kios|quầy|sạp|ô|gian hàng|gian|tầng|dãy|số)[\s.:]+[\p{L}]?\d[\p{L}\d./-]*|(?:kiot|quầy|lô|tầng|dãy)[\s.:]+[A-ZĐ]{1,2}(?!\p{L})`;

const simple = /^\d+[A-Za-zĐđ]?(?:[/-]\d+[A-Za-zĐđ]?)*$/;
const start = new RegExp(`^(?:(?:${house}|${alley})[\\s,–-]*)*`, 'iu');
const startsWithHouse = /^\d/;
const streetWord = /^(?:(?:đường|phố|tuyến|đại lộ|đ\.|duong|pho)[\s:.]*\S|chợ\s+\S)/iu;
const streetOrName = new RegExp(
  `${streetWord.source}|^(?!chung cư|tòa|toà|cạnh|gần|đối|sau|trong|ngã|khách|cổng|đầu|cuối|tttm|trung tâm|siêu thị|vincom)[\\p{Lu}\\d]`,
  'u',
);
const area = /^(?:tổ|tdp|tổ dân phố|to|khu|kdc|phường|p\.|quận|q\.|tp\.?|thành phố|hải phòng|việt nam)(?=[\s\d.]|$)/iu;
