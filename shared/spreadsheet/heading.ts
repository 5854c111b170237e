import { headKey } from './head-words.ts';
import { beforeWard, type NamedStreet, properCase, streetName } from './street-name.ts';
import type { WorksheetCells } from './worksheet.ts';

/** What stands above a table: its title, the street or market and the ward that it is about. */
export type Heading = { title?: string; street?: NamedStreet; ward?: string };

/** Reads the rows `from` to before `to`, where titles, the office and the national motto stand. */
export function readHeading(cells: WorksheetCells, from: number, to: number): Heading {
  const texts = cells
    .slice(Math.max(from, to - 40), to)
    .flatMap((row) => row.filter((cell) => typeof cell === 'string' && cell.length <= 300).flatMap((cell) => String(cell).split('\n')));
  const titles = texts.filter((text) => !isOffice(text));
  const title =
    titles.find((text) => /^(danh sach|bang|bieu|thong ke|tong hop|phu luc|bao cao)\b/.test(headKey(text))) ??
    titles.find((text) => text.includes(' '));
  const street = first(titles, streetIn);
  const ward = first(texts, wardIn);
  return { ...(title && { title: title.slice(0, 200) }), ...(street && { street }), ...(ward && { ward }) };
}

/** The ward that a line of a heading names: "ỦY BAN NHÂN DÂN PHƯỜNG MINH KHAI" → "Minh Khai". */
function wardIn(text: string): string | undefined {
  const found =
    /(?<!\p{L})(?:phường|thị trấn|đặc khu|(?<!thị )xã(?! hội))[\s:]+(.+)$/iu.exec(text)?.[1] ??
    /^(?:ubnd )?(?:phuong|p\.)\s+(.+)$/iu.exec(text)?.[1];
  const words = beforeWard(found ?? '').split(' ');
  // In a sentence only the words with a capital are the name: "phường Minh Khai đã vận động".
  const end = words.findIndex((word) => !/^[\p{Lu}\d]/u.test(word));
  const name = properCase(words.slice(0, end < 0 ? 6 : end).join(' '));
  return /\p{L}|\d/u.test(name) && name.length <= 60 ? name : undefined;
}

/** The street or market that a line of a heading names, if it names one. */
function streetIn(text: string): NamedStreet | undefined {
  // "Tuyến phố thanh toán không dùng tiền mặt: Tam Bạc" speaks of the programme before it names the street.
  const line = text
    .replace(programme, ' ')
    .replace(/\s+[,\s]*/g, ' ')
    .trim();
  const found = streetWords.exec(line)?.[0];
  const street = found === undefined ? undefined : streetName(found);
  if (!found || !street || street.name.length > 60) return undefined;
  // A name has a capital: "chợ Sắt", not "chợ trên địa bàn".
  const bare = street.kind === 'market' ? found.replace(/^\S+[\s:]+/, '') : street.name;
  return /^[\p{Lu}\d]/u.test(bare) && !/^(?:đi bộ|sách)/iu.test(bare) ? street : undefined;
}

const streetWords =
  /(?<!\p{L})(?<!thành |dân |khu |hè |lòng |thanh |dan )(?:tuyến đường|tuyến phố|tuyến(?=\s?:)|đường phố|đường|phố|đại lộ|chợ|duong|pho)(?=[\s:]).*$/iu;
const programme =
  /(?:(?:các )?hình thức )?(?:thanh toán )?(?:không (?:dùng|sử dụng) tiền mặt|không tiền mặt|ktm)|thanh toán (?:số|điện tử)|văn minh(?: đô thị)?|kiểu mẫu|thí điểm/giu;

const isOffice = (text: string) =>
  /^(cong hoa|doc lap tu do|uy ban nhan dan|ubnd|dang uy|quan|thanh pho|phuong|so \d|.*\bngay \d* ?thang)\b/.test(headKey(text));

function first<T>(texts: readonly string[], read: (text: string) => T | undefined): T | undefined {
  for (const text of texts) {
    const found = read(text);
    if (found) return found;
  }
  return undefined;
}
