import type { PDFDocument } from '@cantoo/pdf-lib';
import { at, broken, elements, entries, unpacked, value } from './objects.ts';

/** The rules for the file as bytes: header, identifiers, lengths (ISO 19005-2, 6.1). */
export function fileRules(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const head = /^%PDF-1\.[0-7]\r?\n%([^\r\n]*)/.exec(text)?.[1] ?? '';
  const trailer = text.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? text.length));
  return broken([
    ['The file begins with its version and a comment of four bytes above 127', [...head].filter((sign) => sign > '\x7f').length >= 4],
    ['The trailer identifies the file', /\/ID\s*\[\s*<[0-9A-Fa-f]{32}>\s*<[0-9A-Fa-f]{32}>\s*\]/.test(trailer)],
    ['Nothing is encrypted', !/\/Encrypt\b/.test(text)],
    ['Every stream is as long as it says', lengthsAreExact(text)],
  ]);
}

function lengthsAreExact(text: string): boolean {
  return [...text.matchAll(/>>\s*stream\r?\n/g)].every(({ 0: start, index }) => {
    const length = Number(/\/Length (\d+)(?![\s\S]*\/Length )/.exec(text.slice(Math.max(0, index - 600), index + 2))?.[1]);
    return /^\r?\nendstream/.test(text.slice(index + start.length + length, index + start.length + length + 11));
  });
}

/** The rules for what the file says about itself (ISO 19005-2, 6.6; ISO 14289-1, 5). */
export function metadataRules(document: PDFDocument): string[] {
  const { Root: root, Info: info } = document.context.trailerInfo;
  const xmp = unpacked(at(document, root, 'Metadata')).toString('utf8');
  const output = (key: string) => value(at(document, info, key));
  const between = (pattern: RegExp) => pattern.exec(xmp)?.[1]?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const tag = (name: string) => between(new RegExp(`<${name}>([^<]*)</${name}>`));
  const listed = (name: string) => between(new RegExp(`<${name}>\\s*<rdf:\\w+>\\s*<rdf:li[^>]*>([^<]*)</rdf:li>`));
  return broken([
    ['The metadata are an XMP packet without encoding', xmp.startsWith('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>')],
    ['The metadata say PDF/A-2b', tag('pdfaid:part') === '2' && tag('pdfaid:conformance') === 'B'],
    ['The metadata say PDF/UA-1', tag('pdfuaid:part') === '1'],
    [
      'An extension schema describes the mark of PDF/UA',
      /<pdfaExtension:schemas>[\s\S]*<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<[\s\S]*<pdfaProperty:name>part<[\s\S]*<pdfaProperty:valueType>Integer<[\s\S]*<pdfaProperty:category>internal</.test(
        xmp,
      ),
    ],
    ['The title is the same in both places', Boolean(output('Title')) && output('Title') === listed('dc:title')],
    ['The author is the same in both places', Boolean(output('Author')) && output('Author') === listed('dc:creator')],
    ['The program is the same in both places', output('Creator') === tag('xmp:CreatorTool') && output('Producer') === tag('pdf:Producer')],
    [
      'The dates are the same in both places',
      instant(output('CreationDate')) === tag('xmp:CreateDate') && instant(output('ModDate')) === tag('xmp:ModifyDate'),
    ],
  ]);
}

const instant = (date: unknown): string =>
  String(date).replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'?$/, '$1-$2-$3T$4:$5:$6$7:$8');

/** The rules for the document as a whole: language, title, colours, and nothing that acts by itself. */
export function catalogRules(document: PDFDocument): string[] {
  const root = document.context.trailerInfo.Root;
  const of = (...path: (string | number)[]) => at(document, root, ...path);
  const intents = elements(of('OutputIntents'));
  const profile = unpacked(of('OutputIntents', 0, 'DestOutputProfile'));
  const allowed = [
    'Type',
    'Pages',
    'Metadata',
    'OutputIntents',
    'MarkInfo',
    'StructTreeRoot',
    'Lang',
    'ViewerPreferences',
    'AcroForm',
    'Outlines',
  ];
  return broken([
    ['The language is Vietnamese', value(of('Lang')) === 'vi-VN'],
    ['A reader shows the title', value(of('ViewerPreferences', 'DisplayDocTitle')) === true],
    ['The document says that it is tagged', value(of('MarkInfo', 'Marked')) === true],
    ['Nothing runs by itself and nothing is attached', entries(document, root).every(([name]) => allowed.includes(name))],
    ['One output intent for PDF/A', intents.length === 1 && value(of('OutputIntents', 0, 'S')) === 'GTS_PDFA1'],
    [
      'The output intent brings a profile for screens in RGB',
      profile.length > 128 &&
        profile.readUInt32BE(0) === profile.length &&
        profile.toString('latin1', 12, 20) === 'mntrRGB ' &&
        profile.toString('latin1', 36, 40) === 'acsp' &&
        value(of('OutputIntents', 0, 'DestOutputProfile', 'N')) === 3,
    ],
  ]);
}
