import { inflateSync } from 'node:zlib';

/** How much is unpacked of one file, in bytes and streams: certificates need a hundredth of it, a bomb gets no further. */
const mostUnpacked = 4_000_000;
const mostStreams = 200;

/**
 * What a PDF says of itself, whoever made or changed it: the code of the one certificate that it names by its address, and whether it calls
 * itself a draft of ours. A file that names several certificates is none of them. Nothing here is proof: it only finds the record to compare.
 */
export function readPdf(pdf: Uint8Array): { code?: string; draft: boolean } {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length);
  const codes = new Set<string>();
  let draft = false;
  for (const text of [file, ...unpacked(file)].map((part) => part.toString('latin1'))) {
    for (const [, code] of text.matchAll(/\/C\/([0-9A-HJKMNP-TV-Z]{12})(?![0-9A-Z])/gi)) if (code) codes.add(code.toUpperCase());
    draft ||= draftWords.test(text);
  }
  const [code, ...others] = codes;
  return { ...(code && others.length === 0 && { code }), draft: draft && codes.size === 0 };
}

/** "(bản thảo)" after our title, as XMP (UTF-8) and as the information dictionary (UTF-16 in hex) write it. */
const title = 'Giấy chứng nhận (bản thảo)';
const draftWords = new RegExp(
  [Buffer.from(title).toString('latin1').replace(/[()]/g, '\\$&'), Buffer.from(title, 'utf16le').swap16().toString('hex')].join('|'),
  'i',
);

/** The unpacked streams of a file, as far as they can be unpacked: a changed byte may spoil one of them. */
function unpacked(file: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let left = mostUnpacked;
  for (let at = file.indexOf('stream'), n = 0; at >= 0 && n < mostStreams && left > 0; at = file.indexOf('stream', at + 6), n++) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + 6 + (file[at + 6] === 0x0d ? 2 : 1);
    const end = file.indexOf('endstream', start);
    const part = end < 0 ? undefined : inflated(file.subarray(start, end), left);
    if (!part) continue;
    left -= part.length;
    parts.push(part);
  }
  return parts;
}

function inflated(packed: Buffer, most: number): Buffer | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}
