import { expect, test } from 'vitest';
import { passwords } from '../../../../infra/local/identity/password.ts';
import { passwordFault } from '../../../../infra/local/identity/password-rule.ts';

test.each([
  ['ngắn quá', 'too-short'],
  ['ă'.normalize('NFD').repeat(9), 'too-short'],
  ['a b c d e f'.repeat(30), 'too-long'],
  ['matkhau2023', 'too-common'],
  ['P@ssword2023!', 'too-common'],
  ['Haiphong@1955', 'too-common'],
  ['Đăng nhập 123', 'too-common'],
  ['P@ssw0rd!!!!', 'too-common'],
  ['dangnhap1234', 'too-common'],
  ['aaaaaaaaaaaa', 'too-simple'],
  ['1234567890', 'too-simple'],
  ['abcdefghijkl', 'too-simple'],
  ['hoabanghoabang', undefined],
  ['ab12!ab12!ab12!', 'too-simple'],
  ['minhkhai99', 'contains-login'],
  ['minhkhai bán hoa ở chợ Sắt', undefined],
  ['hoa phượng đỏ tháng năm', undefined],
  ['xK7#mQ2$vL9', undefined],
] as const)('the password %j is judged %s', (password, fault) => {
  expect(passwordFault(password, 'minh-khai@hongbang.vn')).toBe(fault);
});

test('a hash of the full cost tells the right password from others, also when its keyboard decomposes letters', async () => {
  const hashes = passwords({ atOnce: 2, waiting: 10 });
  const made = await hashes.hash('hoa phượng đỏ');
  if (made === 'busy') throw new Error('nobody else is here');
  expect(made.hash).toMatch(/^scrypt\$15\$8\$3\$/);
  expect(
    await Promise.all([
      hashes.matches('hoa phượng đỏ'.normalize('NFD'), made.hash),
      hashes.matches('hoa phượng vàng', made.hash),
      hashes.matches('hoa phượng đỏ', undefined),
    ]),
  ).toEqual([true, false, false]);
});

test('when everybody comes at once some wait and the rest are told to come back', async () => {
  const hashes = passwords({ atOnce: 1, waiting: 2, logN: 8 });
  const answers = await Promise.all(Array.from({ length: 5 }, () => hashes.hash('hoa phượng đỏ')));
  expect(answers.filter((each) => each === 'busy')).toHaveLength(2);
  expect(await hashes.hash('hoa phượng đỏ')).not.toBe('busy');
});
