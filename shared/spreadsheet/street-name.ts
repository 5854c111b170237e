import { fold } from '../text/fold.ts';
import type { ListKind } from './reading.ts';

/** A street or market by its bare name: "Điện Biên Phủ", "Chợ Sắt". */
export type NamedStreet = { name: string; kind: ListKind };

/**
 * The street or market that a text names: "Đường Điện Biên Phủ", "Tuyến phố: TAM BẠC", "Chợ Sắt". A market keeps its word "Chợ", a street
 * loses "Đường" or "Phố"; names in capitals become proper case. Nothing when no name is left.
 */
export function streetName(text: string): NamedStreet | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  const name = properCase(beforeWard(line.replace(prefix, '').replace(/^[\s:–—-]+/, '')))
    .slice(0, 120)
    .trim();
  if (!/[\p{L}\p{N}]/u.test(name)) return undefined;
  // "Phố Chợ Hàng" is a street; "Chợ Sắt" and "Chợ: Sắt" are markets.
  if (!isMarket.test(line) && (!isMarket.test(name) || line.length > name.length + 2)) return { name, kind: 'street' };
  return { name: isMarket.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : `Chợ ${name}`, kind: 'market' };
}

/** Text in capitals in proper case: "HOÀNG VĂN THỤ" → "Hoàng Văn Thụ". Other text stays. */
export function properCase(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}/u.test(text)) return text;
  return text.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}

/** The part before what follows a street's name: ward, district, city, year. */
export function beforeWard(text: string): string {
  const end = text.search(followers);
  return (end < 0 ? text : text.slice(0, end)).replace(/[\s.:–—-]+$/, '').trim();
}

/** Whether a text begins like the name of a street or market. */
export const looksLikeStreet = (text: string): boolean =>
  isMarket.test(text) || (prefix.test(text) && /[\p{L}\d]/u.test(text.replace(prefix, '')));

/** A street that a sheet's name gives away; names such as "Sheet1", "DS", "Tổng hợp 2023" give none. */
export function streetOfSheetName(sheet: string): NamedStreet | undefined {
  const bare = sheet
    .replace(/^(ds|danh sách|danh sach|list)\b[\s:.–_-]*/iu, '')
    .replace(/[\s_-]*\(?\d{1,4}\)?$/, '')
    .trim();
  const key = fold(bare);
  // File names such as "ha-ly" or "danhsach" are no names of streets: a name has several words and a capital.
  if (generic.test(key) || /[_\\/]|\.\w{3,4}$/.test(bare) || !/\p{Lu}/u.test(bare) || !key.includes(' ')) return undefined;
  return streetName(bare);
}

// \b knows ASCII letters only, so the ends of Vietnamese words are spelt out.
const prefix =
  /^(?:(?:các )?(?:tuyến )?(?:đường phố|đường|phố|đại lộ)|tuyến|chợ(?=\s*:)|(?:tuyen )?(?:duong pho|duong|pho)|đ(?=\.)|street|market)(?=[\s:.])[\s:.]*/iu;
const isMarket = /^chợ(?=[\s:])|^(?:trung tâm thương mại|tttm)(?=\s)/iu;
const followers =
  /\s*[,;(].*$|\s[–—-]\s.*$|\s(?:thuộc|tại|trên)?\s?(?:địa bàn|phường|p\.|xã|thị trấn|quận|q\.|(?<!bà )huyện|thành phố|tp\.?)(?=[\s\d.]|$).*$|\s(?:năm|tháng|quý|đợt)\s(?:\d|[ivx]+\b).*$/iu;
const generic =
  /^(sheet|trang tinh|trang|tong hop|thong ke|danh sach|ds|bieu|bang|mau|form|data|du lieu|nhap lieu|huong dan|list|csv|co so|kinh doanh|ho kinh doanh|hkd|doanh nghiep|thang|quy|nam|dot|phu luc|bao cao|ket qua|khao sat|thanh toan|import|copy|page|table|workbook|pasted|cac|p|phuong|xa|ubnd|to|tdp|khu)\b/;
