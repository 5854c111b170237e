import { cellLine, saysNothing } from './cell-text.ts';
import type { FieldCode } from './fields.ts';
import { headKey } from './head-words.ts';
import { cellIn, columnsOf, type OpenRow } from './layout.ts';
import { readMark } from './marks.ts';
import { readPayee } from './payee.ts';
import { looksLikeStreet, type NamedStreet, streetName } from './street-name.ts';
import { walletsIn } from './wallets.ts';
import type { WorksheetCell } from './worksheet.ts';

/** What a row of the table's body is. `section` names what the rows below it have in common. */
export type RowKind =
  | { kind: 'merchant' }
  | { kind: 'blank' }
  | { kind: 'total' | 'remark' | 'footer'; text: string }
  | { kind: 'section'; text: string; street: NamedStreet | undefined; residentialGroup: string | undefined };

/** Tells merchants from totals, section rows, remarks, signatures and rows that were only numbered in advance. */
export function rowKind(row: OpenRow, inFooter: boolean): RowKind {
  const wording = (field: FieldCode) => {
    const column = columnsOf(row, field)[0];
    return column ? cellLine(row.cells[column.column]) : '';
  };
  const number = wording('stt');
  const numbered = /^\d{1,6}[.)]?$/.test(number);
  if (numbered && !saysNothing(wording('name')) && !saysNothing(wording('place'))) return { kind: 'merchant' };

  const place = wording('place');
  const digits = (['phone', 'taxId', 'account'] as const).some((field) => wording(field).replace(/\D/g, '').length >= 8);
  if (digits && !saysNothing(wording('name')) && !saysNothing(place)) return { kind: 'merchant' };

  const isOrdinal = /^([IVXLC]{1,6}|[A-ZĐ])[.)]?$/u.test(number);
  const sttColumn = columnsOf(row, 'stt')[0]?.column;
  const cells = row.cells.filter((cell, column) => cell !== null && !(isOrdinal && column === sttColumn));
  const texts = cells.filter((cell) => typeof cell === 'string').map((cell) => cellLine(cell));
  const words = texts.filter((text) => /\p{L}{2}/u.test(text));
  if (cells.length === 0 || isPrepared(row, number)) return { kind: 'blank' };
  const first = words[0] ?? '';
  const text = texts.join(' ').slice(0, 200);
  if (numbered) return { kind: 'merchant' };

  if (total.test(headKey(first))) return { kind: 'total', text };
  if (texts.some((each) => signature.test(headKey(each)))) return { kind: 'footer', text };

  const somebody = (['place', 'owner', 'phone', 'taxId', 'account'] as const).some((field) => {
    const value = wording(field);
    return !saysNothing(value) && value !== first;
  });
  if (inFooter && !(somebody && /\d/.test(place))) return { kind: 'footer', text };
  if (somebody) return { kind: 'merchant' };
  if (words.length === 0) return { kind: 'total', text: cells.join(' ').slice(0, 200) };

  const section = readSection(number, first);
  if (section && words.length <= 2) return { kind: 'section', text, ...section };
  // A lone text in a numbered list is a remark; in a list without numbers it may be a merchant of whom only the name is known.
  if (columnsOf(row, 'stt').length > 0 && cells.length === 1) return { kind: 'remark', text };
  return wording('name') === '' && wording('place') === '' && columnsAreEmpty(row) ? { kind: 'remark', text } : { kind: 'merchant' };
}

/** A row under a merged merchant: a bank, an account or a wallet more, and nothing of who or where. */
export function continuesMerchant(row: OpenRow): boolean {
  const cells = (fields: readonly FieldCode[]) => fields.flatMap((field) => columnsOf(row, field).map((column) => cellIn(row, column)));
  if (cells(['stt', 'name', 'place', 'owner', 'phone', 'taxId', 'category']).some((cell) => cell !== null)) return false;
  const pays = (cell: WorksheetCell) => readPayee(cell).accounts.length > 0 || walletsIn(cellLine(cell)).providers.length > 0;
  return cells(['bank', 'account', 'wallet']).some(pays);
}

/** A number and nothing else, or with it only zeros and dashes that formulas fill in. */
function isPrepared(row: OpenRow, number: string): boolean {
  const stt = columnsOf(row, 'stt')[0]?.column;
  return row.cells.every(
    (cell, column) =>
      cell === null ||
      (column === stt && /^\d*$/.test(number)) ||
      cell === 0 ||
      cell === false ||
      (typeof cell === 'string' && cell.length <= 2 && readMark(cell) === 'no'),
  );
}

const columnsAreEmpty = (row: OpenRow): boolean =>
  [...row.layout.columns.values()].flat().every(({ column }) => (row.cells[column] ?? null) === null);

/** "I. Đường Điện Biên Phủ", "TỔ DÂN PHỐ SỐ 3", "B – Doanh nghiệp". */
function readSection(number: string, text: string): { street: NamedStreet | undefined; residentialGroup: string | undefined } | undefined {
  const ordinal = /^\s*([IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})?)\s*[.):–-]\s*(?=\p{L})/u.exec(text)?.[0] ?? '';
  const bare = text.slice(ordinal.length).trim();
  const key = headKey(bare);
  if (/^(to dan pho|tdp|to|khu dan cu|khu pho)( so)? \d+/.test(key))
    return { street: undefined, residentialGroup: bare.slice(0, 60).trim() };
  if (looksLikeStreet(bare)) return { street: streetName(bare), residentialGroup: undefined };
  const listed = ordinal !== '' || /^([IVXLC]{1,6}|[A-ZĐ])[.)]?$/u.test(number);
  if (!listed) return undefined;
  // "II. Tam Bạc" names a street; "B. Doanh nghiệp" or "I. Ăn uống" another way to sort.
  const street = /^\p{Lu}/u.test(bare) && bare.length <= 40 && !sorted.test(bare) ? streetName(bare) : undefined;
  return { street, residentialGroup: undefined };
}

// With their marks, because Tô Hiệu is a street and "Tổ 5" is none.
const sorted =
  /^(?:các |nhóm |ngành )?(?:hộ |hộ$|doanh nghiệp|công ty|cơ sở|ngành|nhóm|khu |tầng |dãy |lô |phường |tổ |ăn uống|tạp h|thời trang|dịch vụ|nhà thuốc|thuốc|vàng bạc|điện tử|điện máy|hàng (?:hó|ho|ăn|tạp|quán|rau|thịt|vải|khô|tươi)|vật liệu|nhà hàng|khách sạn|cà phê|khác|thực phẩm|mỹ phẩm|giải khát|sửa chữa|cửa hàng|siêu thị)/iu;
const total =
  /^(tong( cong| so)?|cong|tong hop|grand total|sub ?total|total|sum|luy ke|mang sang|cong don|cong trang|chuyen trang( sau)?|trang truoc chuyen sang)( (cong|so|chung|toan|theo)\b.*| (co so|ho|hkd|dn|duong|pho|tuyen|cho|to|tdp|khu|phuong|trang|muc|phan|i+v?|v|\d).*)?$/;
const signature =
  /^(nguoi (lap|bao cao|tong hop|kiem tra|duyet)|tm (uy ban|ubnd)|t m (uy ban|ubnd)|uy ban nhan dan|kt (chu tich|truong)|k t chu tich|q chu tich|chu tich|pho chu tich|ky ghi ro|ky ten|ky va|thu truong|xac nhan cua|noi nhan|can bo|cong chuc|truong phong|to truong|truong ban|ban quan ly|bi thu|lanh dao|.*\bngay \d* ?thang \d* ?nam\b.*|prepared by|signature|approved by)/;
