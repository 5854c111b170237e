import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderCertificate } from '../../../../functions/certificates/pdf/render.ts';
import { mostForSignature } from '../../../../functions/certificates/pdf/signature-field.ts';
import { certificateLines } from '../../../../shared/certificates/certificate-text.ts';
import { aDraft, aLongStreet, aMarket, anOverfullStreet, aStreet } from './certificate-facts.ts';
import { codesIn, metadataOf, pictureOf, printed, signed, textOf } from './reading.ts';

const all = {
  'a street': aStreet(),
  'a market': aMarket(),
  'a draft': aDraft(),
  'a long street': aLongStreet(),
  'an overfull street': anOverfullStreet(),
};

test.each(Object.entries(all))('the file of %s holds every line of the certificate, in NFC', async (_, facts) => {
  const text = (await textOf(await printed(facts))).join(' ');

  const { verification, capacity, ...single } = certificateLines(facts);
  const shown = verification ? [verification.invitation, verification.domain, verification.code] : [];
  for (const line of [...Object.values(single), ...capacity, ...shown]) expect(text).toContain(line);
  expect(text.normalize('NFC')).toBe(text);
});

test('a name typed in decomposed Unicode is printed in NFC, the same file as the composed one', async () => {
  const decomposed = { ...aStreet(), name: 'Điện Biên Phủ'.normalize('NFD') };
  expect(Buffer.from(await printed(decomposed)).equals(await printed(aStreet()))).toBe(true);
});

test('the same record is the same bytes, every time', async () => {
  expect(Buffer.from(await printed(aStreet())).equals(await printed(aStreet()))).toBe(true);
});

test('the QR of a printed certificate leads to its address, on 29 × 29 modules at level M', async () => {
  const found = await codesIn(await pictureOf(await printed(aStreet()), 2));

  expect(found.map(({ text }) => text)).toEqual(['HTTPS://XACTHUC.HONGBANG.GOV.VN/C/SAXN2YPG3Y7E']);
  expect(found[0]).toMatchObject({ ecLevel: 'M', version: '3' });
});

test('a draft says so, and has neither number nor code nor QR', async () => {
  const pdf = await printed(aDraft());
  const text = (await textOf(pdf)).join('\n');

  expect(text).toContain('BẢN THẢO');
  expect(text).not.toMatch(/Số:|Mã:|Quét mã/);
  expect(await codesIn(await pictureOf(pdf, 2))).toEqual([]);
  expect((await textOf(await printed(aStreet()))).join('\n')).not.toContain('BẢN THẢO');
});

test('a market is certified as a market', async () => {
  const text = await textOf(await printed(aMarket()));
  expect(text).toContain('CHỢ THANH TOÁN KHÔNG DÙNG TIỀN MẶT');
  expect(text).toContain('Chợ Sắt');
});

test.each([
  [{ name: 'Đường 龍' }, { field: 'name', characters: ['龍'] }],
  [{ segment: { from: 'ngã tư ☆★☆', to: 'cầu Đất' } }, { field: 'segment.from', characters: ['☆', '★'] }],
  [{ signatory: { capacity: 'chairman', name: 'Nguyễn \u200bHồng Ánh' } }, { field: 'signatory.name', characters: ['\u200b'] }],
  // A mark that composes with no letter would stand in an empty box of its own.
  [{ wardName: 'Phường q\u0309' }, { field: 'wardName', characters: ['\u0309'] }],
])('%j is refused, and the refusal names field and characters', async (change, refusal) => {
  expect(await renderCertificate(aStreet(change))).toEqual({ ok: false, failure: { code: 'missing-glyph', ...refusal } });
});

test('the file says in Vietnamese what it is, dated by its record and not by the clock', async () => {
  const { info } = await metadataOf(await printed(aStreet()));
  expect(info).toMatchObject({
    Title: 'Giấy chứng nhận 12/GCN-UBND – Đường Điện Biên Phủ',
    Author: 'Ủy ban nhân dân quận Hồng Bàng',
    Language: 'vi-VN',
    CreationDate: "D:20231105000000+07'00'",
    ModDate: "D:20231105000000+07'00'",
  });
});

test.each(Object.entries(all))('the file of %s is small enough to send, signed too: 75 KB at most', async (_, facts) => {
  expect((await printed(facts)).length).toBeLessThanOrEqual(60_000);
  expect((await signed(facts)).length).toBeLessThanOrEqual(75_000);
});

test('the seal gets the hash of the whole file but the signature, which then stands in its place', async () => {
  const digests: Uint8Array[] = [];
  const file = Buffer.from(
    await signed(aStreet(), async (digest) => {
      digests.push(digest);
      return Buffer.from('c0ffee', 'hex');
    }),
  );
  const [, from, to, rest] = (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\]/.exec(file.toString('latin1')) ?? []).slice(1).map(Number);

  expect(file.toString('latin1', from, to)).toMatch(/^<c0ffee0+>$/);
  expect((to ?? 0) + (rest ?? 0)).toBe(file.length);
  const covered = Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  expect(digests.map((each) => Buffer.from(each).toString('hex'))).toEqual([createHash('sha256').update(covered).digest('hex')]);
});

test('before it is signed, a file is the same bytes every time: the seal is asked for the same hash', async () => {
  const digests: string[] = [];
  const seal = async (digest: Uint8Array) => {
    digests.push(Buffer.from(digest).toString('hex'));
    return digest;
  };
  await signed(aStreet(), seal);
  await signed(aStreet(), seal);
  expect(digests[0]).toBe(digests[1]);
  expect(digests[0]).toHaveLength(64);
});

test('a seal that fails, and a signature without room, make no file', async () => {
  await expect(
    renderCertificate(aStreet(), async () => {
      throw new Error('The signing service is down');
    }),
  ).rejects.toThrow('The signing service is down');
  await expect(signed(aStreet(), async () => new Uint8Array(mostForSignature + 1))).rejects.toThrow('no room');
  expect((await signed(aStreet(), async () => new Uint8Array(mostForSignature).fill(7))).length).toBeGreaterThan(60_000);
});

test('a signed certificate says in its frame who signed it and when; a printed one leaves the room free', async () => {
  const [pen, seal] = [await printed(aStreet()), await signed(aStreet())].map((file) => Buffer.from(file).toString('latin1'));
  expect(seal).toContain('/ETSI.CAdES.detached');
  expect(seal).toContain("/M (D:20231105000000+07'00')");
  expect(pen).not.toMatch(/ByteRange|AcroForm/);
});
