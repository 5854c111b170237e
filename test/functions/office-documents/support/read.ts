import { strFromU8, unzipSync } from 'fflate';

/** A Word file taken apart: its XML parts by name, and the words of each paragraph of its body in order. */
export function opened(file: Uint8Array): { parts: Record<string, string>; paragraphs: string[]; text: string } {
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const paragraphs = [...(parts['word/document.xml'] ?? '').matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) =>
    [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => unescaped(words)).join(''),
  );
  return { parts, paragraphs, text: paragraphs.join('\n') };
}

const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => names[name] ?? '?');

/** What keeps a part from being XML: an element that is not closed, or a character that XML 1.0 does not know. */
export function faultOf(xml: string): string | undefined {
  const open: string[] = [];
  let rest = 0;
  for (const { 0: tag, 1: close, 2: name = '', 3: empty, index } of xml.matchAll(
    /<(?:[?!][^>]*|(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?))>/g,
  )) {
    if (/[<>]/.test(xml.slice(rest, index))) return `markup in ${xml.slice(rest, index).slice(0, 80)}`;
    rest = index + tag.length;
    if (name === '' || empty) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) return `</${name}> closes nothing`;
  }
  if (open.length > 0 || xml.slice(rest).trim() !== '') return `unclosed ${open.join(' ')}`;
  if (/&(?!amp;|lt;|gt;|quot;|apos;|#\d+;)/.test(xml)) return 'a bare &';
  return /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(xml) ? 'a forbidden character' : undefined;
}
