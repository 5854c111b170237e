import { type PDFArray, PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { template } from '../../../../functions/certificates/pdf/template.ts';
import { repertoire } from '../../../../functions/pdf/repertoire.ts';
import type { CertificateFacts } from '../../../../shared/certificates/certificate-text.ts';
import { aDraft, aLongStreet, aMarket, aStreet } from './certificate-facts.ts';
import { guillocheFaults, guillocheScale, registerOriginals } from './guilloche.ts';
import { pictureOf, printed } from './reading.ts';
import { at, unpacked } from './rules/objects.ts';

beforeAll(registerOriginals);

// Every letter of Vietnamese appears in these names, in the face of the name and in those of segment, ward and signatory.
const letters = [...repertoire].filter((character) => character > '~');
const alphabet = [0, 1, 2, 3].map((i) => letters.slice(i * 37, (i + 1) * 37).join(''));

test.each<[string, CertificateFacts]>([
  ['a street', aStreet()],
  ['a market', aMarket()],
  ['a draft', aDraft()],
  ['a long street', aLongStreet()],
  ...alphabet.map((some): [string, CertificateFacts] => [
    `the letters ${some}`,
    aStreet({
      name: `Phố ${some}`,
      segment: { from: some },
      wardName: some,
      districtName: undefined,
      authorityName: some,
      number: some,
      signatory: { capacity: 'chairman', name: some },
    }),
  ]),
])('the ink of %s is the ink of its letters: none dropped, none boxed', async (_, facts) => {
  expect(guillocheFaults(facts, await pictureOf(await printed(facts), guillocheScale))).toEqual([]);
});

test('a box, nothing, and a letter without its mark or its tone are seen, though the text be right', async () => {
  const { display } = template().faces;
  const others = { ủ: '0000', P: display.glyphOf(' ').code, ệ: display.glyphOf('ê').code, ờ: display.glyphOf('ơ').code };
  const document = await PDFDocument.load(await printed(aStreet()), { updateMetadata: false });
  const contents = at(document, document.getPages()[0]?.node, 'Contents') as PDFArray;
  const right = unpacked(at(document, contents.get(1))).toString('latin1');
  // Only in the name of the street, which is set in the display face.
  const wrong = right.replace(/\/display \S+ Tf \.\d+ Tc[^\n]*/, (name) =>
    Object.entries(others).reduce((text, [letter, code]) => text.replaceAll(display.glyphOf(letter).code, code), name),
  );
  contents.set(1, document.context.register(document.context.flateStream(Buffer.from(wrong, 'latin1'))));

  const faults = guillocheFaults(aStreet(), await pictureOf(await document.save(), guillocheScale));

  const letters = faults.flatMap((fault) => /^(.) in Đường Điện Biên Phủ/.exec(fault)?.[1] ?? []);
  expect(letters).toEqual(expect.arrayContaining(['ờ', 'ệ', 'P', 'ủ']));
});
