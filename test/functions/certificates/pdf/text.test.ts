import { expect, test } from 'vitest';
import { CertificateFacts, certificateLines, count, percent, vietnameseDate } from '../../../../shared/certificates/certificate-text.ts';
import { aDraft, aMarket, aStreet } from './certificate-facts.ts';

test('the certificate of Điện Biên Phủ street says all that was found and decided', () => {
  expect(certificateLines(aStreet())).toEqual({
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    authority: 'ỦY BAN NHÂN DÂN QUẬN HỒNG BÀNG',
    title: 'GIẤY CHỨNG NHẬN',
    subject: 'TUYẾN ĐƯỜNG THANH TOÁN KHÔNG DÙNG TIỀN MẶT',
    certifies: 'Ủy ban nhân dân quận Hồng Bàng chứng nhận',
    name: 'Đường Điện Biên Phủ',
    segment: 'Đoạn từ ngã tư Minh Khai đến ngã sáu Trần Phú, cả hai bên',
    place: 'Phường Minh Khai, quận Hồng Bàng, thành phố Hải Phòng',
    figures: 'Đạt 55/60 cơ sở kinh doanh (91,7 %) chấp nhận thanh toán không dùng tiền mặt',
    score: 'Điểm thẩm định: 92,5/100',
    decision: 'Theo Quyết định số 2345/QĐ-UBND ngày 03 tháng 11 năm 2023',
    number: 'Số: 12/GCN-UBND',
    placeAndDate: 'Hồng Bàng, ngày 05 tháng 11 năm 2023',
    capacity: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    signatory: 'Nguyễn Thị Hồng Ánh',
    verification: {
      invitation: 'Quét mã để xác thực tại',
      domain: 'xacthuc.hongbang.gov.vn',
      code: 'Mã: SAXN2YPG3Y7E',
      address: 'HTTPS://XACTHUC.HONGBANG.GOV.VN/C/SAXN2YPG3Y7E',
    },
  });
});

test('a market gives its address, and a vice-chairman signs for the chairman', () => {
  const lines = certificateLines(aMarket({ signatory: { capacity: 'vice-chairman', name: 'Lê Thị Hoa' } }));
  expect(lines).toMatchObject({ subject: 'CHỢ THANH TOÁN KHÔNG DÙNG TIỀN MẶT', name: 'Chợ Sắt', segment: 'Địa chỉ: 1 Quang Trung' });
  expect(lines.capacity).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
});

test('a draft has a watermark and nothing to verify; a certificate has both number and code', () => {
  const lines = certificateLines(aDraft());
  expect(lines.watermark).toBe('BẢN THẢO');
  expect(lines).not.toHaveProperty('number');
  expect(lines).not.toHaveProperty('verification');
  expect(CertificateFacts.safeParse({ ...aStreet(), code: undefined }).success).toBe(false);
  expect(CertificateFacts.safeParse({ ...aStreet(), number: undefined }).success).toBe(false);
});

test('more merchants with cashless than there are is no certificate', () => {
  expect(CertificateFacts.safeParse({ ...aStreet(), figures: { cashless: 61, merchants: 60 } }).success).toBe(false);
});

test('a ward of today stands in the city directly, and a correction names what it replaces', () => {
  const lines = certificateLines(aStreet({ districtName: undefined, wardName: 'phường Hồng Bàng', supersedes: '08/GCN-UBND' }));
  expect(lines.place).toBe('Phường Hồng Bàng, thành phố Hải Phòng');
  expect(lines.supersedes).toBe('Thay thế Giấy chứng nhận số 08/GCN-UBND');
});

test.each([
  ['Điện Biên Phủ', 'Đường Điện Biên Phủ'],
  ['đường Điện Biên Phủ', 'Đường Điện Biên Phủ'],
  ['Phố Cấm', 'Phố Cấm'],
  ['Quốc lộ 5 (Km 92)', 'Quốc lộ 5 (Km 92)'],
  ['Ngõ 12', 'Ngõ 12'],
  ['Đại lộ Tôn Đức Thắng', 'Đại lộ Tôn Đức Thắng'],
  ['Tuyến đường số 2 khu đô thị Our City', 'Tuyến đường số 2 khu đô thị Our City'],
  ['Vinhomes Imperia (nội khu)', 'Đường Vinhomes Imperia (nội khu)'],
  ['  Hạ \u00a0 Lý ', 'Đường Hạ Lý'],
  // "Phốt" begins like "Phố", in composed and in decomposed Unicode.
  ['Phốt', 'Đường Phốt'],
])('a street called "%s" is certified as "%s"', (name, printed) => {
  expect(certificateLines(aStreet({ name })).name).toBe(printed);
});

test.each([
  ['Sắt', 'Chợ Sắt'],
  ['chợ Sắt', 'Chợ Sắt'],
  ['Trung tâm thương mại Hải Phòng', 'Trung tâm thương mại Hải Phòng'],
])('a market called "%s" is certified as "%s"', (name, printed) => {
  expect(certificateLines(aMarket({ name })).name).toBe(printed);
});

test.each([
  [{ from: 'cầu Đất', to: 'ga', side: 'even' }, 'Đoạn từ cầu Đất đến ga, bên số chẵn'],
  [{ from: 'cầu Đất' }, 'Đoạn từ cầu Đất'],
  [{ side: 'odd' }, 'Bên số lẻ'],
  [{}, undefined],
])('the segment %j reads "%s"', (segment, printed) => {
  expect(certificateLines(aStreet({ segment })).segment).toBe(printed);
});

test.each([
  ['2023-11-05', 'ngày 05 tháng 11 năm 2023'],
  ['2024-02-29', 'ngày 29 tháng 02 năm 2024'],
  ['2025-03-01', 'ngày 01 tháng 3 năm 2025'],
  ['2025-12-31', 'ngày 31 tháng 12 năm 2025'],
])('%s is written "%s"', (day, written) => {
  expect(vietnameseDate(day)).toBe(written);
});

test.each([
  [46, 50, '92,0 %'],
  [60, 60, '100,0 %'],
  [2, 3, '66,7 %'],
  [2999, 3000, '99,9 %'],
  [0, 20, '0,0 %'],
])('%i of %i merchants are %s', (cashless, merchants, written) => {
  expect(percent({ cashless, merchants })).toBe(written);
});

test('thousands take dots', () => {
  expect([7, 999, 1000, 3000, 1234567].map(count)).toEqual(['7', '999', '1.000', '3.000', '1.234.567']);
});

test('the certificate reads the same whether its facts were typed composed or decomposed', () => {
  const decomposed = { ...aStreet(), name: 'Phố Cấm'.normalize('NFD'), wardName: 'Phường Hạ Lý'.normalize('NFD') };
  expect(certificateLines(decomposed)).toEqual(certificateLines(aStreet({ name: 'Phố Cấm', wardName: 'Phường Hạ Lý' })));
});
