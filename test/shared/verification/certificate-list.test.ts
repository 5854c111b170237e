import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certificateCode } from '../../../shared/certificates/certificate.ts';
import { CertificateCode, Sha256 } from '../../../shared/ids.ts';
import { type ListEntry, listedCode, listedFile, readList, writeList } from '../../../shared/verification/certificate-list.ts';

const code = fc.uint8Array({ minLength: 12, maxLength: 12 }).map(certificateCode);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2179-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const hash = fc.stringMatching(/^[0-9a-f]{32}$/);
const common = { code, count: fc.nat(65_535), issuedOn: day, hashes: fc.array(hash, { maxLength: 3 }) };
const entry: fc.Arbitrary<ListEntry> = fc.oneof(
  fc.record({ ...common, listedStatus: fc.constant('valid' as const) }),
  fc.record({ ...common, listedStatus: fc.constant('revoked' as const), on: day }),
  fc.record({ ...common, listedStatus: fc.constant('superseded' as const), on: day, supersededBy: code }),
);
const asOf = '2023-11-20T03:00:00.000Z';

test('what is written into the list is read out of it, in the order of the codes', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: (each) => each.code, maxLength: 40 }), (entries) => {
      const sorted = entries.toSorted((a, b) => (a.code < b.code ? -1 : 1));
      expect(readList(writeList({ asOf, entries }))).toEqual({ asOf, entries: sorted });
    }),
  );
});

test('a certificate of every ward of the country takes less than a hundred kilobytes', () => {
  const entries = Array.from({ length: 3321 }, (_, n): ListEntry => {
    const random = Uint8Array.from({ length: 12 }, (__, at) => (n * 2_654_435_761 + at * 40_503 + (n >> at)) >>> 7);
    return {
      code: certificateCode(random),
      listedStatus: 'valid',
      count: (n % 40) + 1,
      issuedOn: '2026-11-05',
      hashes: [n.toString(16).padStart(32, '0')],
    };
  });
  const bytes = writeList({ asOf, entries });
  expect(bytes.length).toBe(12 + 28 * 3321);
  expect(bytes.length).toBeLessThan(100_000);
});

test('a certificate is found by its code and by each of its files, also when another has none yet', () => {
  const [a, b] = ['0123456789AB', 'ZZZZZZZZZZZZ'].map((each) => CertificateCode.parse(each)) as [CertificateCode, CertificateCode];
  const files = ['a', 'b'].map((digit) => Sha256.parse(digit.repeat(64))) as [Sha256, Sha256];
  const list = readList(
    writeList({
      asOf,
      entries: [
        { code: b, listedStatus: 'valid', count: 2, issuedOn: '2023-11-05', hashes: [] },
        { code: a, listedStatus: 'superseded', count: 1, issuedOn: '2023-11-01', on: '2023-11-05', supersededBy: b, hashes: files },
      ],
    }),
  );
  if (!list) throw new Error('the list was not read');
  expect(listedCode(list, a)).toMatchObject({ listedStatus: 'superseded', supersededBy: b, on: '2023-11-05' });
  for (const file of files) expect(listedFile(list, file)?.code).toBe(a);
  expect(listedCode(list, b)).toMatchObject({ listedStatus: 'valid', hashes: [] });
  expect(listedFile(list, Sha256.parse('c'.repeat(64)))).toBeUndefined();
});

test('bytes that are no list are none: another beginning, an end too early or too late, anything at all', () => {
  const bytes = writeList({
    asOf,
    entries: [{ code: CertificateCode.parse('0123456789AB'), listedStatus: 'valid', count: 1, issuedOn: '2023-11-05', hashes: [] }],
  });
  expect(readList(bytes)?.entries).toHaveLength(1);
  for (const spoilt of [bytes.slice(1), bytes.slice(0, -1), Uint8Array.from([...bytes, 0]), new Uint8Array()])
    expect(readList(spoilt)).toBeUndefined();
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => readList(any) === undefined));
});
