import { create } from 'content-disposition';
import { fold } from '../../shared/text/fold.ts';

/** Longest name in characters, before the ending: some systems take 255 bytes, and a Vietnamese letter takes three. */
const most = 80;

/**
 * How a browser is to name the file: in plain letters for every system, and as people write it (RFC 6266, RFC 8187). Signs that a
 * system or a header would take for something else become spaces.
 */
export function disposition(name: string): string {
  const plain = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, most)
    .replace(/^-+|-+$/g, '');
  const shown = [
    ...name
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N} ,()-]+/gu, ' ')
      .replace(/ +/g, ' '),
  ]
    .slice(0, most)
    .join('')
    .trim();
  return create(`${shown || 'van-ban'}.docx`, { fallback: `${plain || 'van-ban'}.docx` });
}
