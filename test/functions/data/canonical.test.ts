import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AuditEntry, canonical, isIntact } from '../../../functions/data/audit.ts';

/** How histories were hashed before a library did it: their hashes must stay right for ever. */
function before(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => before(each ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${before(each)}`)
    .join(',')}}`;
}

const names = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('ngõ', 'Đ', 'a', 'B', '10', '9', '\u{1f600}', '\ufb33', '__proto__'));
const leaves = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('đường Điện Biên Phủ', 'a\u0000"\\\n\u2028', undefined, null, true, false, -0, 0),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(1e21, 1e-7, 5e-324, 1.7976931348623157e308, 9007199254740991, 0.1 + 0.2),
  fc.integer(),
);
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaves,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(names, tie('value'), { maxKeys: 6 }),
  ),
})).value;

test('whatever a record holds is written as it always was, so that histories that exist stay intact', () => {
  fc.assert(
    fc.property(values, (value) => {
      expect(canonical(value)).toBe(before(value));
    }),
    { numRuns: 2000 },
  );
  expect(canonical(undefined)).toBe('null');
});

test('an entry of an earlier version is intact, and no longer once a word of it is another', () => {
  const entry = kept();
  expect(isIntact(entry)).toBe(true);
  expect(isIntact({ ...entry, note: 'Thiếu biên bản họp tổ dân phố' })).toBe(false);
  const [first] = entry.personal?.values ?? [];
  expect(isIntact({ ...entry, personal: { salt: 'c2FsdA', values: [{ field: first?.field ?? '', now: 'Trần Văn B' }] } })).toBe(false);
});

/** As commit 287a010 wrote it. */
const kept = (): AuditEntry =>
  JSON.parse(`{
  "record": "merchant#018bd3f0-7c00-7000-8000-000000000001",
  "version": 2,
  "action": "merchant.change",
  "actionId": "018bd3f0-7c00-7000-8000-000000000002",
  "by": "018bd3f0-7c00-7000-8000-000000000003",
  "at": "2023-11-05T02:00:00.000Z",
  "from": "127.0.0.1",
  "note": "Đổi chủ tài khoản",
  "changes": [
    {
      "field": "name",
      "was": "Quán phở số 1",
      "now": "Quán phở \\"Đ\\" số 1"
    },
    {
      "field": "ownerName",
      "was": "Nguyễn Văn A",
      "now": "Trần Thị B"
    },
    {
      "field": "share",
      "was": 0.30000000000000004,
      "now": 1e+21
    },
    {
      "field": "tags",
      "was": [
        "qr",
        null
      ],
      "now": []
    },
    {
      "field": "address.note",
      "now": "góc\\nphố"
    }
  ],
  "sealed": [
    {
      "field": "phone",
      "commitment": "d5ebab6d666adfeae0214fab0eeca293c52df43cb768640a6fed635572aead3c"
    }
  ],
  "previous": "0000000000000000000000000000000000000000000000000000000000000000",
  "hash": "0f5daec3fbd9ef99454329bed085575ac5a91489fc0f5219b0687533685cc06c",
  "personal": {
    "salt": "bZKZaffsTd78nhH9Qox_oQ",
    "values": [
      {
        "field": "phone",
        "was": "0912000001",
        "now": "0912000002"
      }
    ]
  }
}`);
