import { createHash } from 'node:crypto';
import type { CertificateFacts } from '../../../shared/certificates/certificate-text.ts';
import type { Faces } from '../../pdf/faces.ts';
import { pdfDate } from '../../pdf/information.ts';
import { packed } from '../../pdf/packed.ts';
import { num, rectangle, stroke } from '../../pdf/paint.ts';
import type { Element } from '../../pdf/structure.ts';
import { fitted, type Run, type Style, show, widthOf } from '../../pdf/typeset.ts';
import { type PdfWriter, textString, type Written } from '../../pdf/writer.ts';
import type { Box } from './layout.ts';
import { template } from './template.ts';

/** Signs: takes the SHA-256 of the signed bytes (32 bytes), gives the signature as CMS in DER. */
export type Seal = (digest: Uint8Array) => Promise<Uint8Array>;

/** The numbers of the form field that is signed, and of its value. */
export type SignatureField = { field: number; value: number };

/** How long a signature may be, in bytes: our own takes 1.5 KB; a chain of certificates and a timestamp must fit as well. */
export const mostForSignature = 7168;

/** The field in the page's structure: a frame that says who signed, where a pen would sign. */
export function signatureWidget(
  file: PdfWriter,
  { field, value }: SignatureField,
  { facts, signing, faces }: { facts: CertificateFacts; signing: Box; faces: Faces },
): Element {
  const { x, y, width, height } = signing;
  const appearance = file.next();
  const size = [width, height].map(num).join(' ');
  file.stream(
    appearance,
    `/Type /XObject /Subtype /Form /BBox [0 0 ${size}] /Resources ${template().objects.resources} 0 R /Filter /FlateDecode`,
    packed(frame(signing, facts, faces)),
  );
  file.plain(
    value,
    `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M ${pdfDate(facts.issuedOn)} /ByteRange ${noRange} /Contents <${'0'.repeat(2 * mostForSignature)}> >>`,
  );
  const rect = [x, y, x + width, y + height].map(num).join(' ');
  const says = textString(`Chữ ký số của ${facts.authorityName}`);
  return {
    tag: 'Form',
    kids: [
      {
        annotation: field,
        entries: `/Subtype /Widget /FT /Sig /T (ChuKy) /TU ${says} /V ${value} 0 R /F 132 /Rect [${rect}] /AP << /N ${appearance} 0 R >>`,
      },
    ],
  };
}

function frame({ width, height }: Box, { authorityName, issuedOn }: CertificateFacts, { regular }: Faces): string {
  const authority = authorityName.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const [year, month, day] = issuedOn.split('-');
  const wording = ['Ký số bởi:', authority, `Ngày ký: ${day}/${month}/${year}`];
  const style: Style = { face: regular, size: 8.5, colour: 'red' };
  const room = width - 16;
  // Under three lines of capacity there is room for two, and none to break them.
  const runs: Omit<Run, 'x' | 'y'>[] =
    height < 34
      ? [`${wording[0]} ${authority}`, wording[2] ?? ''].map((text) => ({
          ...style,
          text,
          size: Math.min(8.5, (8.5 * room) / widthOf(text, style)),
        }))
      : wording.flatMap((text) => {
          const { lines, style: set } = fitted(text, style, room);
          return lines.map((line) => ({ ...set, text: line.text }));
        });
  const step = Math.min(12, (height - 5) / runs.length);
  const top = height / 2 + (step * runs.length) / 2 - 0.74 * step;
  const drawn = runs.map((run, i) => show({ ...run, size: Math.min(run.size, step), x: 8, y: top - i * step }));
  return stroke('gold', 0.8, rectangle(0.4, 0.4, width - 0.8, height - 0.8)) + drawn.join('');
}

// As wide as three numbers of ten digits: the range is filled in when the length of the file is known.
const noRange = `[0 ${'9'.repeat(10)} ${'9'.repeat(10)} ${'9'.repeat(10)}]`;

/** Fills in range and signature of a written file, in its own bytes. Throws what the seal throws, and if the signature is longer than the room kept for it. */
export async function sealed({ bytes, offsetOf }: Written, { value }: SignatureField, seal: Seal): Promise<Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const rangeAt = file.indexOf(noRange, offsetOf(value), 'latin1');
  const from = file.indexOf('<', rangeAt, 'latin1');
  const to = from + 2 * mostForSignature + 2;
  file.write(`[0 ${from} ${to} ${file.length - to}]`.padEnd(noRange.length), rangeAt, 'latin1');
  const digest = createHash('sha256').update(file.subarray(0, from)).update(file.subarray(to)).digest();
  const signature = await seal(digest);
  if (signature.length > mostForSignature) throw new Error(`A signature of ${signature.length} bytes has no room in the certificate`);
  file.write(Buffer.from(signature).toString('hex'), from + 1, 'latin1');
  return bytes;
}
