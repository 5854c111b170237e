/** What makes a payment code unusable. */
const errors = {
  empty: { vi: 'Mã trống.', en: 'The code is empty.' },
  'tlv-header': {
    vi: 'Đây không phải mã thanh toán, hoặc mã bị hỏng tại {detail}.',
    en: 'This is no payment code, or it is damaged at {detail}.',
  },
  'tlv-length': {
    vi: 'Trường {tag} ngắn hơn độ dài đã ghi ({detail}).',
    en: 'Field {tag} is shorter than the length it declares ({detail}).',
  },
  'duplicate-tag': { vi: 'Trường {tag} bị lặp lại.', en: 'Field {tag} appears twice.' },
  'payload-format-not-first': { vi: 'Mã phải bắt đầu bằng trường 00.', en: 'The code must begin with field 00.' },
  'payload-format': { vi: 'Trường 00 phải là “01”.', en: 'Field 00 must be "01".' },
  'init-method': { vi: 'Trường 01 phải là 11 (tĩnh) hoặc 12 (động).', en: 'Field 01 must be 11 (static) or 12 (dynamic).' },
  'crc-missing': { vi: 'Mã thiếu trường kiểm tra CRC.', en: 'The code has no checksum (CRC).' },
  'crc-not-last': { vi: 'Trường kiểm tra CRC phải đứng cuối.', en: 'The checksum (CRC) must come last.' },
  'crc-format': { vi: 'Trường kiểm tra CRC phải gồm bốn chữ số thập lục phân.', en: 'The checksum (CRC) must be four hexadecimal digits.' },
  'crc-mismatch': {
    vi: 'Mã kiểm tra CRC không khớp ({detail}): mã bị hỏng hoặc bị sửa.',
    en: 'The checksum (CRC) does not match ({detail}): the code is damaged or was changed.',
  },
  'currency-missing': { vi: 'Mã thiếu loại tiền.', en: 'The code names no currency.' },
  currency: { vi: 'Loại tiền phải là 704 (đồng), không phải {detail}.', en: 'The currency must be 704 (dong), not {detail}.' },
  'country-missing': { vi: 'Mã thiếu quốc gia.', en: 'The code names no country.' },
  country: { vi: 'Quốc gia phải là VN, không phải {detail}.', en: 'The country must be VN, not {detail}.' },
  'payee-missing': { vi: 'Mã không ghi nơi nhận tiền.', en: 'The code does not say who is paid.' },
  'guid-missing': { vi: 'Trường {tag} thiếu mã định danh hệ thống thanh toán.', en: 'Field {tag} does not name its payment system.' },
  'guid-length': {
    vi: 'Mã định danh hệ thống thanh toán ở trường {tag} dài quá 32 ký tự.',
    en: 'The payment system in field {tag} has more than 32 characters.',
  },
  'guid-foreign': {
    vi: 'Trường 38 phải mang mã A000000727 của NAPAS, không phải {detail}.',
    en: 'Field 38 must carry A000000727 of NAPAS, not {detail}.',
  },
  'beneficiary-missing': { vi: 'Trường {tag} thiếu thông tin người thụ hưởng.', en: 'Field {tag} lacks the beneficiary.' },
  'bank-bin': { vi: 'Mã ngân hàng phải gồm sáu chữ số, không phải {detail}.', en: 'The bank code must have six digits, not {detail}.' },
  'account-length': { vi: 'Số tài khoản dài quá 19 ký tự.', en: 'The account has more than 19 characters.' },
  'account-characters': { vi: 'Số tài khoản chỉ gồm chữ số và chữ cái không dấu.', en: 'An account has digits and plain letters only.' },
  service: { vi: 'Không có loại dịch vụ {detail}.', en: 'There is no service {detail}.' },
  'amount-format': { vi: 'Số tiền ở trường {tag} không hợp lệ: {detail}.', en: 'The amount in field {tag} is not valid: {detail}.' },
  'amount-length': { vi: 'Số tiền ở trường {tag} dài quá 13 ký tự.', en: 'The amount in field {tag} has more than 13 characters.' },
  'tip-indicator': { vi: 'Trường 55 phải là 01, 02 hoặc 03.', en: 'Field 55 must be 01, 02 or 03.' },
  'tip-value': {
    vi: 'Trường 56 chỉ đi cùng 55 = 02 và trường 57 chỉ đi cùng 55 = 03.',
    en: 'Field 56 goes with 55 = 02 only, and field 57 with 55 = 03 only.',
  },
  'tip-percent': {
    vi: 'Tỷ lệ phí ở trường 57 phải từ 00.01 đến 99.99 (%).',
    en: 'The percentage in field 57 must be from 00.01 to 99.99.',
  },
  mcc: { vi: 'Mã ngành nghề ở trường 52 phải gồm bốn chữ số.', en: 'The category code in field 52 must have four digits.' },
  'purpose-length': { vi: 'Nội dung ở trường 62.08 dài quá 25 ký tự.', en: 'The purpose in field 62.08 has more than 25 characters.' },
} as const satisfies Record<string, { vi: string; en: string }>;

/** What is odd about a code that can still be paid. */
const warnings = {
  'service-missing': { vi: 'Mã thiếu loại dịch vụ ở trường 38.02.', en: 'The code names no service in field 38.02.' },
  'tlv-empty': { vi: 'Trường {tag} trống.', en: 'Field {tag} is empty.' },
  'static-with-amount': { vi: 'Mã tĩnh nhưng lại ghi số tiền.', en: 'A static code that carries an amount.' },
  'dynamic-without-amount': { vi: 'Mã động nhưng không ghi số tiền.', en: 'A dynamic code without an amount.' },
  'crc-lower-case': { vi: 'Mã kiểm tra CRC viết bằng chữ thường.', en: 'The checksum (CRC) is in lower case.' },
  'bank-unknown': { vi: 'Chưa biết ngân hàng có mã {detail}.', en: 'The bank with code {detail} is not known.' },
  'vnpay-guid': { vi: 'Trường 38 mang mã của VNPAY thay vì của NAPAS.', en: 'Field 38 carries the code of VNPAY instead of NAPAS.' },
  'amount-fraction': {
    vi: 'Số tiền có phần lẻ, trong khi tiền đồng không có phần lẻ.',
    en: 'The amount has a fraction, the dong has none.',
  },
  'text-length': { vi: 'Trường {tag} dài quá {detail} ký tự.', en: 'Field {tag} has more than {detail} characters.' },
  'text-characters': {
    vi: 'Trường {tag} có chữ ngoài bảng ASCII, một số ứng dụng không đọc được.',
    en: 'Field {tag} has letters beyond ASCII, which some apps cannot read.',
  },
} as const satisfies Record<string, { vi: string; en: string }>;

/** Everything that reading a payment code may find, in sentences for people; the screen fills in {tag} and {detail}. */
export const findingTexts = { ...errors, ...warnings } as const satisfies Record<string, { vi: string; en: string }>;

/** What was found: a stable code, the field ("62.08") and the value in question. */
export type VietQrFinding = { code: keyof typeof findingTexts; tag?: string; detail?: string };

/** Warnings leave a code valid, everything else refuses it. */
export const isWarning = ({ code }: VietQrFinding): boolean => code in warnings;
