import { type PDFArray, PDFBool, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { aDraft, aLongStreet, aMarket, anOverfullStreet, aStreet } from './certificate-facts.ts';
import { packed, printed, signed } from './reading.ts';
import { all, at, elements, unpacked } from './rules/objects.ts';
import { brokenRules } from './rules.ts';

test.each([
  ['a street', () => printed(aStreet())],
  ['a market', () => printed(aMarket())],
  ['a draft', () => printed(aDraft())],
  ['a long street', () => printed(aLongStreet())],
  ['an overfull street', () => printed(anOverfullStreet())],
  ['names with signs of XML', () => printed(aStreet({ name: 'Chợ & <Quán> "Ốc"', authorityName: 'UBND "A" & B' }))],
  ['a signed street', () => signed(aStreet())],
  ['a signed market', () => signed(aMarket())],
  ['a signed long street', () => signed(aLongStreet())],
  ['a pack of certificates and drafts', () => packed([aStreet(), aDraft(), aMarket(), aLongStreet()])],
])('the file of %s keeps the rules of PDF/A-2b and PDF/UA-1', async (_, file) => {
  expect(await brokenRules(await file())).toEqual([]);
});

// Each rule is broken once: a checker that finds nothing proves nothing.
let good: Uint8Array;
beforeAll(async () => {
  good = await signed(aStreet());
});

const inBytes = (from: string, to: string) => () => {
  const text = Buffer.from(good).toString('latin1');
  expect(text).toContain(from);
  const at = text.lastIndexOf(from);
  return Buffer.from(text.slice(0, at) + to + text.slice(at + from.length), 'latin1');
};

test.each<[string, () => Buffer]>([
  ['The file begins with its version and a comment of four bytes above 127', inBytes('%\xe2\xe3\xcf\xd3', '%none')],
  ['The trailer identifies the file', inBytes('/ID [', '/IX [')],
  [
    'Every stream is as long as it says',
    () =>
      inBytes(
        firstLength(),
        firstLength().replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
      )(),
  ],
  ['The signature covers the whole file but itself', () => Buffer.concat([good, Buffer.from('\n')])],
  ['The signature is of the kind of PAdES', inBytes('/ETSI.CAdES.detached', '/adbe.pkcs7.detached')],
  ['The signature is dated', inBytes("/M (D:20231105000000+07'00')", "/N (D:20231105000000+07'00')")],
  ['The metadata say PDF/A-2b', inBytes('<pdfaid:part>2<', '<pdfaid:part>3<')],
  ['The metadata say PDF/UA-1', inBytes('<pdfuaid:part>1<', '<pdfuaid:part>2<')],
  ['An extension schema describes the mark of PDF/UA', inBytes('<pdfaExtension:schemas>', '<pdfaExtension:schemes>')],
  ['The title is the same in both places', () => utf8('Điện Biên Phủ</rdf:li>', 'Điện Biên Phú</rdf:li>')],
  ['The dates are the same in both places', inBytes('<xmp:CreateDate>2023-11-05', '<xmp:CreateDate>2023-11-06')],
])('in the bytes: %s', async (sentence, mutation) => {
  expect(await brokenRules(mutation())).toContain(sentence);
});

const utf8 = (from: string, to: string): Buffer => inBytes(Buffer.from(from).toString('latin1'), Buffer.from(to).toString('latin1'))();
const firstLength = (): string => /\/Length \d+/.exec(Buffer.from(good).toString('latin1'))?.[0] ?? '';

type Mutation = (document: PDFDocument, root: PDFDict) => void;
const name = (text: string) => PDFName.of(text);
const dictionary = (document: PDFDocument, ...path: (string | number)[]): PDFDict => {
  const found = at(document, document.context.trailerInfo.Root, ...path);
  if (found instanceof PDFRawStream) return found.dict;
  if (!(found instanceof PDFDict)) throw new Error(`No dictionary at ${path.join('.')}`);
  return found;
};
const remove =
  (key: string, ...path: (string | number)[]): Mutation =>
  (document) =>
    expect(dictionary(document, ...path).delete(name(key))).toBe(true);
const put =
  (key: string, object: PDFObject, ...path: (string | number)[]): Mutation =>
  (document) =>
    dictionary(document, ...path).set(name(key), object);
const font = ['Pages', 'Kids', 0, 'Resources', 'Font', 'regular'] as const;
const cid = [...font, 'DescendantFonts', 0] as const;
const page = ['Pages', 'Kids', 0] as const;
/** Rewrites a page's own operators. */
const rewrite =
  (from: RegExp, to: string): Mutation =>
  (document) => {
    const contents = at(document, document.getPages()[0]?.node, 'Contents') as PDFArray;
    const before = unpacked(at(document, contents.get(1))).toString('latin1');
    expect(before).toMatch(from);
    contents.set(1, document.context.register(document.context.flateStream(Buffer.from(before.replace(from, to), 'latin1'))));
  };
const structure = (tag: string) => (document: PDFDocument) => all(document, 'S', tag)[0] as PDFDict;

test.each<[string, Mutation]>([
  ['The language is Vietnamese', remove('Lang')],
  ['A reader shows the title', put('DisplayDocTitle', PDFBool.False, 'ViewerPreferences')],
  ['The document says that it is tagged', remove('MarkInfo')],
  ['Nothing runs by itself and nothing is attached', put('OpenAction', PDFString.of('x'))],
  ['One output intent for PDF/A', remove('OutputIntents')],
  ['The output intent brings a profile for screens in RGB', put('N', PDFNumber.of(4), 'OutputIntents', 0, 'DestOutputProfile')],
  ['A font is embedded', remove('FontFile2', ...cid, 'FontDescriptor')],
  ['A subset carries a tag of six capitals', put('BaseFont', name('Tinos-Regular'), ...font)],
  ['A font has the same name in its three dictionaries', put('FontName', name('PHOSOX+Tinos-Regular'), ...cid, 'FontDescriptor')],
  ['Codes are the numbers of glyphs', remove('CIDToGIDMap', ...cid)],
  ['A font lists no set of its glyphs', put('CIDSet', PDFString.of('x'), ...cid, 'FontDescriptor')],
  [
    'Widths are those of the font',
    (document) => (at(document, dictionary(document, ...cid), 'W', 1) as PDFArray).set(40, PDFNumber.of(333)),
  ],
  ['Every glyph that is shown has its character', remove('ToUnicode', ...font)],
  ['Every glyph that is shown is in the font', rewrite(/Td \[<..../, 'Td [<0fff')],
  ['Every form has resources of its own', remove('Resources', ...page, 'Resources', 'XObject', 'X0')],
  ['Colours are of the device that the profile describes', rewrite(/BT \S+ \S+ \S+ rg/, 'BT 0 0 0 1 k')],
  ['Whatever is painted is marked, as a piece or as decoration', rewrite(/\/Artifact BMC\n([\s\S]*?)EMC\n/, '$1')],
  ['The order of the tabulator is that of the structure', remove('Tabs', ...page)],
  ['The tree of parents knows every piece of the page', rewrite(/\/H1 <<\/MCID 3>>/, '/P <</MCID 3>>')],
  ['What can be touched is part of the structure and says what it is', remove('Contents', ...page, 'Annots', 1)],
  ['What can be touched is part of the structure and says what it is', remove('TU', 'AcroForm', 'Fields', 0)],
  ['What can be touched is part of the structure and says what it is', remove('StructParent', ...page, 'Annots', 1)],
  ['Every figure is said in words', (document) => void structure('Figure')(document).delete(name('Alt'))],
  ['Every figure says where it stands', (document) => void structure('Figure')(document).delete(name('A'))],
  ['Every piece has a standard role', (document) => structure('Sect')(document).set(name('S'), name('Certificate'))],
  ['The first heading is of the first level', (document) => structure('H1')(document).set(name('S'), name('H2'))],
  ['Every piece knows what it is part of', (document) => structure('H1')(document).set(name('P'), dictionary(document, 'StructTreeRoot'))],
  ['There is a structure', remove('StructTreeRoot')],
  ['The form says that it holds signatures', put('SigFlags', PDFNumber.of(0), 'AcroForm')],
  ['The form is what is seen', put('NeedAppearances', PDFBool.True, 'AcroForm')],
])('in the objects: %s', async (sentence, mutation) => {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  mutation(document, document.catalog);

  const broken = await brokenRules(await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false }));

  expect(broken).toContain(sentence);
});

test('a file that is only written anew breaks no rule but that of its signature, so each mutation is found by itself', async () => {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  const again = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  expect(await brokenRules(again)).toEqual(['The signature covers the whole file but itself']);
  expect(elements(at(document, document.catalog, 'AcroForm', 'Fields'))).toHaveLength(1);
});
