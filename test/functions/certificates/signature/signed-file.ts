import { createHash } from 'node:crypto';
import { detachedSignature } from '../../../../functions/certificates/signature/cms.ts';
import type { Signer } from '../../../../functions/certificates/signature/signer.ts';

const place = 8192;

/** A small PDF with one page and a signature field, signed by whoever makes a CMS from the bytes that it covers; `inside`: what else it holds. */
export async function signedBy(
  sign: (covered: Buffer) => Promise<Uint8Array>,
  words = 'Phố Hoàng Diệu',
  inside: Uint8Array = Buffer.alloc(0),
): Promise<Uint8Array> {
  return appended(Buffer.concat([Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), inside]), sign, [
    '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Annots [4 0 R] /Words (${words}) >>\nendobj\n`,
    '4 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /V 5 0 R /P 3 0 R /Rect [0 0 0 0] /F 132 >>\nendobj\n',
  ]);
}

/** The same, signed with one of our own keys. */
export const signedWith = (signer: Signer, words?: string): Promise<Uint8Array> =>
  signedBy((covered) => detachedSignature(createHash('sha256').update(covered).digest(), signer), words);

/** Adds a revision with a signature to the end of a PDF, as the programs of USB tokens do. */
export async function signedOnTop(pdf: Uint8Array, sign: (covered: Buffer) => Promise<Uint8Array>): Promise<Uint8Array> {
  const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 6 0 R] /SigFlags 3 >> >>\nendobj\n';
  const field = '6 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature2) /V 7 0 R /P 3 0 R /Rect [0 0 0 0] /F 132 >>\nendobj\n';
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(pdf).toString('latin1'))?.[1];
  return appended(Buffer.concat([pdf, Buffer.from('\n')]), sign, [catalog, field], { signature: 7, previous: previous ?? '0' });
}

async function appended(
  before: Buffer,
  sign: (covered: Buffer) => Promise<Uint8Array>,
  objects: string[],
  { signature, previous }: { signature: number; previous?: string } = { signature: 5 },
): Promise<Uint8Array> {
  const offsets = new Map<number, number>();
  let text = '';
  const add = (object: string) => {
    offsets.set(Number.parseInt(object, 10), before.length + Buffer.byteLength(text));
    text += object;
  };
  for (const object of objects) add(object);
  const blank = '0'.repeat(place * 2);
  const noRange = '[0 0000000000 0000000000 0000000000]';
  add(
    `${signature} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:20231105090000+07'00') /ByteRange ${noRange} /Contents <${blank}> >>\nendobj\n`,
  );
  const start = before.length + Buffer.byteLength(text);
  const entry = (number: number) => `${number} 1\n${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`;
  text += `xref\n0 1\n0000000000 65535 f \n${[...offsets.keys()].map(entry).join('')}trailer\n<< /Size ${signature + 1} /Root 1 0 R${previous ? ` /Prev ${previous}` : ''} >>\nstartxref\n${start}\n%%EOF\n`;
  const file = Buffer.concat([before, Buffer.from(text)]);
  const gap = file.indexOf(`<${blank}>`, before.length);
  const next = gap + blank.length + 2;
  const padded = (n: number) => String(n).padStart(10, '0');
  file.write(`[0 ${padded(gap)} ${padded(next)} ${padded(file.length - next)}]`, file.indexOf(noRange, before.length), 'latin1');
  const cms = await sign(Buffer.concat([file.subarray(0, gap), file.subarray(next)]));
  file.write(Buffer.from(cms).toString('hex'), gap + 1, 'latin1');
  return new Uint8Array(file);
}
