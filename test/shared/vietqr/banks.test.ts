import { describe, expect, test } from 'vitest';
import { banks } from '../../../shared/vietqr/bank-table.ts';
import { bankByBin, bankByName, bankLabel, bankName } from '../../../shared/vietqr/banks.ts';

test('every name and alias finds its own bank, also in capitals without marks', () => {
  const lost = banks.flatMap((bank) =>
    [bank.bin, ...bank.names.map(({ name }) => name), ...bank.aliases]
      .flatMap((name) => [name, name.toUpperCase(), name.normalize('NFD').replace(/[\u0300-\u036f]/g, '')])
      .filter((name) => bankByName(name)?.bin !== bank.bin),
  );
  expect(lost).toEqual([]);
});

test('no code is listed twice', () => expect(new Set(banks.map(({ bin }) => bin)).size).toBe(banks.length));

describe('what people write', () => {
  test.each([
    [
      '970436',
      'Vietcombank',
      'VCB',
      'vcb ',
      'NH Ngoại thương',
      'Ngân hàng TMCP Ngoại Thương Việt Nam',
      'NH TMCP Ngoại thương VN - CN Hải Phòng',
      'Vietcombank Chi nhánh Hồng Bàng',
      'Vietcombank (VCB)',
      'Vietcombank Hải Phòng',
      'ngan hang ngoai thuong',
      'Vietcom bank',
    ],
    ['970422', 'MB', 'MB Bank', 'mbbank', 'M.B', 'NHTMCP Quân đội', 'MB (Quân đội)', 'Ngân hàng Quân Đội'],
    ['970415', 'Viettinbank', 'VietinBank', 'NH Công thương', 'Ngân hàng TMCP Công Thương VN'],
    ['970418', 'BIDV', 'NH Đầu tư & Phát triển', 'Ngân hàng TMCP Đầu tư và Phát triển Việt Nam', 'BIDV CN Lạch Tray'],
    ['970405', 'Agribank', 'NN&PTNT', 'NH Nông nghiệp', 'NH NN và PTNT', 'ngan hang nong nghiep va phat trien nong thon viet nam'],
    ['970403', 'Sacombank', 'Sài Gòn Thương Tín'],
    ['970429', 'SCB', 'Ngân hàng TMCP Sài Gòn'],
    ['970443', 'SHB', 'NH Sài Gòn Hà Nội', 'SHB - Sài Gòn Hà Nội'],
    ['970449', 'LPBank', 'LienVietPostBank', 'Bưu điện Liên Việt', 'Ngân hàng TMCP Lộc Phát Việt Nam'],
    ['970424', 'NH TNHH MTV Shinhan Việt Nam'],
    ['971025', 'Momo', 'Ví MoMo'],
  ])('%s: %s', (bin, ...names) => {
    expect(names.filter((name) => bankByName(name)?.bin !== bin)).toEqual([]);
  });

  test('what names no bank, or two, finds none', () => {
    expect(
      [
        '',
        ' ',
        'Sài Gòn',
        'Thương Tín',
        'TP Hải Phòng',
        'Việt Nam',
        'Ngân hàng',
        'NH',
        'tiền mặt',
        'Techcombank / VCB',
        'x',
        '0123456789',
      ].filter((text) => bankByName(text)),
    ).toEqual([]);
  });
});

describe('names change', () => {
  test('a list of 2023 says Đông Á, one of today Vikki', () => {
    expect(bankName('970406', '2023-10-30')).toBe('Ngân hàng TMCP Đông Á');
    expect(bankName('970406', '2025-02-13')).toBe('Ngân hàng TMCP Đông Á');
    expect(bankName('970406', '2025-02-14')).toBe('Ngân hàng TNHH MTV Số Vikki');
    expect(bankName('000000', '2023-10-30')).toBeUndefined();
  });

  test('a screen shows the short name, and the registered one where there is none', () => {
    const label = (bin: string) => {
      const bank = bankByBin(bin);
      return bank && bankLabel(bank);
    };
    expect(['970436', '970406', '970462', '123456'].map(label)).toEqual([
      'Vietcombank',
      'Vikki',
      'Ngân hàng Kookmin - Chi nhánh Hà Nội',
      undefined,
    ]);
  });
});
