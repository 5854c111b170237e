import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** What lies at a path, references followed: `at(page, 'Resources', 'Font')`. */
export function at(document: PDFDocument, from: PDFObject | undefined, ...path: (string | number)[]): PDFObject | undefined {
  let here = resolved(document, from);
  for (const step of path) {
    if (here instanceof PDFRawStream) here = here.dict;
    if (typeof step === 'string') here = here instanceof PDFDict ? here.get(PDFName.of(step)) : undefined;
    else here = here instanceof PDFArray && step < here.size() ? here.get(step) : undefined;
    here = resolved(document, here);
  }
  return here;
}

const resolved = (document: PDFDocument, object: PDFObject | undefined): PDFObject | undefined =>
  object instanceof PDFRef ? document.context.lookup(object) : object;

/** A name, number, text or truth as JavaScript has it; undefined for anything else. */
export function value(object: PDFObject | undefined): string | number | boolean | undefined {
  if (object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
  if (object instanceof PDFNumber) return object.asNumber();
  return object instanceof PDFBool ? object.asBoolean() : undefined;
}

export const elements = (object: PDFObject | undefined): PDFObject[] => (object instanceof PDFArray ? object.asArray() : []);

export const entries = (document: PDFDocument, object: PDFObject | undefined): [name: string, object: PDFObject][] => {
  const dictionary = at(document, object);
  return dictionary instanceof PDFDict ? dictionary.entries().map(([name, each]) => [name.decodeText(), each]) : [];
};

/** What a stream holds, unpacked; empty for what is no stream. */
export const unpacked = (object: PDFObject | undefined): Buffer =>
  object instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(object).decode()) : Buffer.alloc(0);

/** Every dictionary of the file, those of streams included, whose entry has this value. */
export function all(document: PDFDocument, key: string, is: string): (PDFDict | PDFRawStream)[] {
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const dictionary = object instanceof PDFRawStream ? object.dict : object;
    if (!(dictionary instanceof PDFDict) || value(at(document, dictionary, key)) !== is) return [];
    return [object as PDFDict | PDFRawStream];
  });
}

/** The sentences whose condition does not hold. */
export const broken = (rules: readonly (readonly [sentence: string, holds: boolean])[]): string[] =>
  rules.flatMap(([sentence, holds]) => (holds ? [] : [sentence]));
