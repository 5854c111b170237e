import type * as z from 'zod/mini';
import { merchantTypeNames, methodNames, outreachNames } from '../merchants/merchant-names.ts';
import type { Language } from '../texts/words.ts';
import type { Audited, FieldName } from './field-words.ts';

/** Each field that holds one of a few codes, with each of them: `side:even`. */
type CodesIn<T, Name extends string = never> = T extends string
  ? string extends T
    ? never
    : T extends z.core.$brand
      ? never
      : `${Name}:${T}`
  : T extends number | boolean | null | undefined
    ? never
    : T extends readonly (infer Item)[]
      ? CodesIn<Item, Name>
      : { [K in keyof T & string]-?: CodesIn<T[K], string extends K ? Name : K> }[keyof T & string];

type Code = CodesIn<Audited>;
type CodedField = (Code extends `${infer Name}:${string}` ? Name : never) & FieldName;
type CodeOf<F extends string> = Code extends infer Each ? (Each extends `${F}:${infer Value}` ? Value : never) : never;

const streetOrMarket = { vi: { street: 'tuyến đường', market: 'chợ' }, en: { street: 'street', market: 'market' } } as const;

/** Every code that a field can hold, in both languages: one without words does not compile. */
export const valueWords = {
  level: {
    vi: { city: 'thành phố', district: 'quận, huyện', ward: 'phường, xã' },
    en: { city: 'city', district: 'district', ward: 'ward' },
  },
  role: {
    vi: {
      ward: 'cán bộ phường',
      officer: 'Phòng Kinh tế',
      assessor: 'tổ thẩm định',
      leader: 'lãnh đạo',
      city: 'sở, ngành',
      admin: 'quản trị',
    },
    en: {
      ward: 'ward staff',
      officer: 'Economics office',
      assessor: 'assessor',
      leader: 'leadership',
      city: 'city department',
      admin: 'administrator',
    },
  },
  state: {
    vi: {
      active: 'đang hoạt động',
      disabled: 'đã khóa',
      erased: 'đã xóa dữ liệu cá nhân',
      draft: 'nháp',
      open: 'đang mở',
      closed: 'đã đóng',
      published: 'đã ban hành',
      retired: 'ngừng sử dụng',
      running: 'đang nhập',
      done: 'đã xong',
      submitted: 'đã nộp',
      returned: 'trả lại để bổ sung',
      withdrawn: 'đã rút',
      assessing: 'đang thẩm định',
      assessed: 'đã thẩm định',
      recommended: 'đã có tờ trình',
      certified: 'đã cấp giấy chứng nhận',
      declined: 'không được phê duyệt',
      revoked: 'đã thu hồi',
      writing: 'đang ghi phiếu',
      completed: 'đã nộp phiếu',
      late: 'đến muộn',
      kept: 'giữ lại vì quá hạn',
      unassigned: 'thôi phân công',
      pending: 'chờ tạo tệp',
      ready: 'đã có tệp',
      failed: 'chưa tạo được tệp',
      valid: 'còn hiệu lực',
      superseded: 'đã được thay thế',
    },
    en: {
      active: 'active',
      disabled: 'disabled',
      erased: 'personal data erased',
      draft: 'draft',
      open: 'open',
      closed: 'closed',
      published: 'published',
      retired: 'retired',
      running: 'being imported',
      done: 'done',
      submitted: 'submitted',
      returned: 'returned',
      withdrawn: 'withdrawn',
      assessing: 'being assessed',
      assessed: 'assessed',
      recommended: 'recommended',
      certified: 'certified',
      declined: 'declined',
      revoked: 'revoked',
      writing: 'being written',
      completed: 'handed in',
      late: 'late',
      kept: 'kept, too late',
      unassigned: 'taken off',
      pending: 'file on its way',
      ready: 'file is there',
      failed: 'file could not be made',
      valid: 'valid',
      superseded: 'superseded',
    },
  },
  appliesTo: streetOrMarket,
  kind: {
    vi: {
      ...streetOrMarket.vi,
      computed: 'tính từ sổ',
      spotCheck: 'kiểm tra tại chỗ',
      share: 'tỷ lệ',
      count: 'số lượng',
      yesNo: 'có hoặc không',
      file: 'tệp',
      pasted: 'dán từ bảng tính',
      none: 'không',
      correction: 'đính chính',
      revocation: 'thu hồi',
      notApplicable: 'không áp dụng',
    },
    en: {
      ...streetOrMarket.en,
      computed: 'from the registry',
      spotCheck: 'spot check',
      share: 'share',
      count: 'count',
      yesNo: 'yes or no',
      file: 'file',
      pasted: 'pasted from a spreadsheet',
      none: 'none',
      correction: 'correction',
      revocation: 'revocation',
      notApplicable: 'not applicable',
    },
  },
  from: {
    vi: {
      'cashless-share': 'tỷ lệ nhận không dùng tiền mặt',
      'two-methods-share': 'tỷ lệ có từ hai phương thức',
      'enough-merchants': 'đủ số cơ sở',
      'owner-account-share': 'tỷ lệ có tài khoản của chủ',
      'commitment-share': 'tỷ lệ đã ký cam kết',
      'e-invoice-share': 'tỷ lệ hóa đơn điện tử',
      'dossier-on-time': 'hồ sơ đúng hạn',
    },
    en: {
      'cashless-share': 'share that is cashless',
      'two-methods-share': 'share with two methods',
      'enough-merchants': 'enough merchants',
      'owner-account-share': "share with the owner's account",
      'commitment-share': 'share that signed the commitment',
      'e-invoice-share': 'share with e-invoices',
      'dossier-on-time': 'dossier on time',
    },
  },
  question: {
    vi: { 'qr-pays-the-merchant': 'mã QR trả đúng cơ sở', 'prices-displayed': 'có niêm yết giá' },
    en: { 'qr-pays-the-merchant': 'the QR code pays the merchant', 'prices-displayed': 'prices on display' },
  },
  evidence: { vi: { photo: 'ảnh', file: 'tệp', scan: 'quét mã' }, en: { photo: 'photo', file: 'file', scan: 'scan' } },
  capacity: {
    vi: { chairman: 'Chủ tịch', 'vice-chairman': 'Phó Chủ tịch ký thay' },
    en: { chairman: 'chairman', 'vice-chairman': 'deputy chairman' },
  },
  side: {
    vi: { both: 'cả hai bên', even: 'bên số chẵn', odd: 'bên số lẻ' },
    en: { both: 'both sides', even: 'even numbers', odd: 'odd numbers' },
  },
  outreach: outreachNames,
  type: merchantTypeNames,
  method: methodNames,
  rows: {
    vi: { all: 'tất cả các dòng', 'good-rows': 'chỉ dòng hợp lệ' },
    en: { all: 'all rows', 'good-rows': 'only rows without faults' },
  },
  purpose: {
    vi: { 'ward-report': 'báo cáo của phường', photo: 'ảnh', other: 'khác' },
    en: { 'ward-report': "the ward's report", photo: 'photo', other: 'other' },
  },
  outcome: {
    vi: { found: 'gặp cơ sở', closed: 'đóng cửa', 'not-found': 'không tìm thấy', refused: 'từ chối' },
    en: { found: 'found', closed: 'closed', 'not-found': 'not found', refused: 'refused' },
  },
  fault: {
    vi: { 'missing-glyph': 'phông chữ thiếu ký tự', signing: 'không ký được', storage: 'không lưu được', fault: 'lỗi hệ thống' },
    en: {
      'missing-glyph': 'a character is not in the font',
      signing: 'could not be signed',
      storage: 'could not be stored',
      fault: 'a fault of the system',
    },
  },
  belonging: {
    vi: { 'on-ours': 'ký trên tệp của hệ thống', 'names-it': 'tệp có ghi mã của giấy' },
    en: { 'on-ours': 'signed on our own file', 'names-it': 'the file names the certificate' },
  },
} as const satisfies { [F in CodedField]: Record<Language, Record<CodeOf<F>, string>> };
