import type { PDFDocument } from '@cantoo/pdf-lib';
import { at, broken, elements, value } from './objects.ts';

/** The rules for the signature of a file that has one (ISO 19005-2, 6.4.3; ETSI EN 319 142-1, 5). */
export function signatureRules(pdf: Uint8Array, document: PDFDocument): string[] {
  const form = at(document, document.context.trailerInfo.Root, 'AcroForm');
  if (form === undefined) return [];
  const of = (...path: (string | number)[]) => at(document, form, ...path);
  const signature = of('Fields', 0, 'V');
  const range = elements(at(document, signature, 'ByteRange')).map((each) => Number(value(each)));
  const [start, from, to, rest] = range as [number, number, number, number];
  const bytes = Buffer.from(pdf);
  return broken([
    ['The form says that it holds signatures', value(of('SigFlags')) === 3],
    ['The form is what is seen', of('XFA') === undefined && of('NeedAppearances') === undefined],
    [
      'The signature is of the kind of PAdES',
      value(at(document, signature, 'Filter')) === 'Adobe.PPKLite' && value(at(document, signature, 'SubFilter')) === 'ETSI.CAdES.detached',
    ],
    ['The signature is dated', /^D:\d{14}/.test(String(value(at(document, signature, 'M'))))],
    [
      'The signature covers the whole file but itself',
      range.length === 4 &&
        start === 0 &&
        to + rest === bytes.length &&
        bytes[from] === 0x3c &&
        bytes[to - 1] === 0x3e &&
        /^[0-9a-f]+$/.test(bytes.toString('latin1', from + 1, to - 1)),
    ],
  ]);
}
