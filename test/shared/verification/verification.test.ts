import { expect, test } from 'vitest';
import { CertificateCode, Sha256, StreetId } from '../../../shared/ids.ts';
import { codeIn } from '../../../shared/verification/typed-code.ts';
import { type Answer, answerOfFile, type CertificateShown } from '../../../shared/verification/verification.ts';
import { wordsOf } from '../../../shared/verification/verification-words.ts';

const code = CertificateCode.parse('0123456789AB');
const shown: CertificateShown = {
  code,
  streetId: StreetId.parse('018f0000-0000-7000-8000-000000000000'),
  number: '12/GCN-UBND',
  kind: 'street',
  name: 'Hoàng Diệu',
  wardName: 'Phường Minh Khai',
  cityName: 'thành phố Hải Phòng',
  authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
  issuedOn: '2023-11-05',
  figures: { cashless: 24, merchants: 25 },
};
const asOf = '2023-11-20T03:00:00.000Z';
const listed = { status: 'listed', code, count: 12, issuedOn: '2023-11-05', asOf } as const;
const whyNot = ['busy', 'no-network', 'too-many', 'no-list', 'not-in-list', 'file-not-in-list', 'list-refused', 'key-unknown'] as const;
const answers: Answer[] = [
  { status: 'valid', ...shown },
  { status: 'superseded', supersededBy: code, supersededOn: '2023-12-01', ...shown },
  { status: 'revoked', revokedOn: '2023-12-01', ...shown },
  { status: 'changed', how: 'after-signing', ...shown },
  { status: 'changed', how: 'other-bytes', ...shown },
  { status: 'unknown', why: 'code', code },
  ...(['file', 'draft', 'signed'] as const).map((why): Answer => ({ status: 'unknown', why })),
  ...(['code', 'not-a-pdf', 'too-large', 'no-file'] as const).map((why): Answer => ({ status: 'unreadable', why })),
  ...whyNot.map((why): Answer => ({ status: 'cannot-check', why, waitSeconds: 42, asOf })),
  { ...listed, listedStatus: 'valid' },
  { ...listed, listedStatus: 'superseded', on: '2023-12-01', supersededBy: code },
  { ...listed, listedStatus: 'revoked', on: '2023-12-01' },
];

test('every answer says in both languages what it is and what it means, in sentences', () => {
  for (const answer of answers)
    for (const by of ['code', 'file'] as const)
      for (const language of ['vi', 'en'] as const) {
        const { title, texts } = wordsOf(answer, language, by);
        expect(title, JSON.stringify(answer)).toMatch(/^\p{Lu}.{5,60}$/u);
        expect(texts.length).toBeGreaterThan(0);
        for (const text of texts) expect(text).toMatch(/^\p{Lu}.*[.]$/u);
        expect(/[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/u.test([title, ...texts].join(' ').replaceAll('“BẢN THẢO”', ''))).toBe(language === 'vi');
      }
});

test('what cannot be checked is never called false, and a wait is said in seconds', () => {
  for (const why of whyNot) {
    const { tone, texts } = wordsOf({ status: 'cannot-check', why, waitSeconds: 42, asOf }, 'vi');
    expect([tone, texts[0], texts.at(-1)], why).toEqual([
      'cannot-check',
      'Điều này không có nghĩa là giấy không hợp lệ.',
      'Hãy thử lại sau 42 giây.',
    ]);
  }
});

test('the record’s facts are there to compare with the paper, as it prints them; the list has number, date and its own date', () => {
  const facts = Object.fromEntries(wordsOf({ status: 'valid', ...shown }, 'vi').facts);
  expect(facts).toMatchObject({ 'Tuyến đường': 'Đường Hoàng Diệu', Số: '12/GCN-UBND', 'Ngày cấp': 'ngày 05 tháng 11 năm 2023' });
  const inList = wordsOf({ ...listed, listedStatus: 'valid' }, 'vi');
  expect(inList).toMatchObject({
    tone: 'valid',
    title: 'Giấy chứng nhận có thật',
    facts: [
      ['Số', '12/…'],
      ['Ngày cấp', 'ngày 05 tháng 11 năm 2023'],
    ],
  });
  expect(inList.texts[0]).toContain('10:00 ngày 20/11/2023');
});

test('a file is judged by its bytes first, then by the certificate it names, and by a signature last', () => {
  const file = { isPdf: true, draft: false, signature: 'none' } as const;
  const certificate = {
    state: 'valid',
    code,
    streetId: shown.streetId,
    number: shown.number,
    facts: { ...shown, segment: {} },
    file: { state: 'ready', sha256: Sha256.parse('0'.repeat(64)), size: 1 },
  } as unknown as NonNullable<Parameters<typeof answerOfFile>[0]['names']>;
  expect(answerOfFile({ ...file, issuedAs: certificate, names: certificate, signature: 'changed' })).toMatchObject({ status: 'valid' });
  expect(answerOfFile({ ...file, names: certificate })).toMatchObject({ status: 'changed', how: 'other-bytes' });
  expect(answerOfFile({ ...file, names: certificate, signature: 'changed' })).toMatchObject({ how: 'after-signing' });
  expect(answerOfFile({ ...file, names: certificate, signature: 'ours' })).toMatchObject({ status: 'changed' });
  expect(answerOfFile({ ...file, signature: 'ours' })).toEqual({ status: 'unknown', why: 'signed' });
  expect(answerOfFile({ ...file, signature: 'foreign' })).toEqual({ status: 'unknown', why: 'file' });
  expect(answerOfFile({ ...file, draft: true })).toEqual({ status: 'unknown', why: 'draft' });
  expect(answerOfFile({ ...file, isPdf: false })).toEqual({ status: 'unreadable', why: 'not-a-pdf' });
});

test('a code is found in what people type, paste and scan, and nothing else is taken for one', () => {
  for (const text of [
    '0123456789AB',
    ' o123-4567 89ab',
    'OI23456789AB',
    'HTTPS://XACTHUC.VN/C/0123456789AB',
    'https://x.vn/C/0123456789ab/?lang=en#a',
  ])
    expect(codeIn(text), text).toBe(code);
  for (const text of ['', '0123456789A', '0123456789ABC', 'U123456789AB', 'https://x.vn/', '0123456789A!'])
    expect(codeIn(text), text).toBeUndefined();
});
