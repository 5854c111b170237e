import type { PDFDocument, PDFImage } from '@cantoo/pdf-lib';
import type { Sha256 } from '../../../shared/ids.ts';
import { type Blobs, blobKey } from '../../data/blobs.ts';

/** A piece of evidence with what it shows. */
export type Evidence = { sha256: Sha256; caption: string };
/** As it can be printed: a picture, or only its name with the reason. */
export type Printed = Evidence & ({ image: PDFImage } | { reason: string });

// A phone sends at most 300 kB. What is larger, or too much in all, is named: the server's memory is small.
const mostBytesEach = 1_500_000;
const mostBytesInAll = 40_000_000;
const mostPixels = 4_000_000;

/** Embeds the photos one after the other, each once; what cannot be embedded is named instead. */
export async function embedded(pdf: PDFDocument, blobs: Blobs, evidence: readonly Evidence[]): Promise<Printed[]> {
  const printed: Printed[] = [];
  const images = new Map<Sha256, { image: PDFImage } | { reason: string }>();
  let total = 0;
  for (const each of evidence) {
    let made = images.get(each.sha256);
    if (!made) {
      const size = (await blobs.stat(blobKey.upload(each.sha256)))?.size;
      if (size === undefined) made = { reason: 'chưa có trên máy chủ' };
      else if (size > mostBytesEach || total + size > mostBytesInAll) made = { reason: 'tệp quá lớn, xem trong hồ sơ điện tử' };
      else {
        made = await imageOf(pdf, await blobs.get(blobKey.upload(each.sha256)));
        if ('image' in made) total += size;
      }
      images.set(each.sha256, made);
    }
    printed.push({ ...each, ...made });
  }
  return printed;
}

async function imageOf(pdf: PDFDocument, bytes: Uint8Array | undefined): Promise<{ image: PDFImage } | { reason: string }> {
  const notAPicture = { reason: 'không in được dạng tệp này, xem trong hồ sơ điện tử' };
  if (!bytes) return notAPicture;
  try {
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return { image: await pdf.embedJpg(bytes) };
    // Unlike a JPEG, a PNG is unpacked: its size is asked before (width and height stand at byte 16).
    if (bytes[0] === 0x89 && bytes.length > 24) {
      const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      if (head.getUint32(16) * head.getUint32(20) <= mostPixels) return { image: await pdf.embedPng(bytes) };
    }
  } catch {
    // A torn picture is evidence all the same: it is named.
  }
  return notAPicture;
}
