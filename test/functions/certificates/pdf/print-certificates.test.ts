import { expect, test } from 'vitest';
import { printCertificates } from '../../../../functions/certificates/pdf/print-certificates.ts';
import { aDraft, aMarket, aStreet } from './certificate-facts.ts';
import { codesIn, metadataOf, packed, pictureOf, printed, textOf } from './reading.ts';

test('a pack has its certificates and drafts as pages in the order of the ceremony', async () => {
  const pack = await packed([aMarket(), aDraft(), aStreet()]);

  expect(await textOf(pack, 1)).toContain('Chợ Sắt');
  expect(await textOf(pack, 2)).toContain('BẢN THẢO');
  expect((await textOf(pack, 3)).join(' ')).toContain('Số: 12/GCN-UBND');
  await expect(textOf(pack, 4)).rejects.toThrow();
});

test('a page of a pack says and looks what the single certificate does, and its QR leads there', async () => {
  const [single, pack] = [await printed(aStreet()), await packed([aStreet()])];

  expect(await textOf(pack)).toEqual(await textOf(single));
  const [alone, among] = [await pictureOf(single, 1.5), await pictureOf(pack, 1.5)];
  expect(Buffer.from(among.data).equals(Buffer.from(alone.data))).toBe(true);
  expect((await codesIn(among)).map(({ text }) => text)).toEqual(['HTTPS://XACTHUC.HONGBANG.GOV.VN/C/SAXN2YPG3Y7E']);
});

test('a pack says how many it holds, dated by the last of them, and is the same bytes every time', async () => {
  const facts = [aStreet(), aStreet({ issuedOn: '2023-12-01' }), aDraft()];
  const pack = await packed(facts);
  const { info } = await metadataOf(pack);

  expect(info).toMatchObject({ Title: 'Bản in 3 giấy chứng nhận', CreationDate: "D:20231201000000+07'00'" });
  expect(Buffer.from(await packed(facts)).equals(pack)).toBe(true);
});

test('pages share fonts and ornament: a hundred more cost less than 4 KB each', async () => {
  const many = await packed(Array.from({ length: 101 }, (_, i) => aStreet({ number: `${i + 1}/GCN-UBND` })));
  expect(many.length - (await packed([aStreet()])).length).toBeLessThan(400_000);
});

test('the first certificate that cannot be printed is named with its place in the pack', async () => {
  expect(await printCertificates([aStreet(), aMarket(), aStreet({ name: 'Đường 龍' }), aStreet({ wardName: '☆' })])).toEqual({
    ok: false,
    failure: { code: 'missing-glyph', field: 'name', characters: ['龍'], index: 2 },
  });
});
