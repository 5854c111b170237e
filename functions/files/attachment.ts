import { create } from 'content-disposition';

/** Types that a browser only shows or saves; everything else, above all HTML and SVG, is mere bytes. */
const passiveTypes = new Set([
  'application/geo+json',
  'application/json',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/zip',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/csv',
  'text/plain',
]);

/** The type under which a stored file leaves: its own, if a browser does nothing with it. */
export const passiveType = (type: string): string =>
  passiveTypes.has((type.split(';')[0] ?? '').trim().toLowerCase()) ? type : 'application/octet-stream';

/** `Content-Disposition` of a download (RFC 6266): the name in full as RFC 5987 writes it, and without diacritics for old programs. */
export function attachment(name: string): string {
  const clean =
    name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, '_')
      .slice(0, 150) || 'file';
  const plain = clean
    .replace(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|[%;]/g, '_');
  return create(clean, { fallback: plain });
}
