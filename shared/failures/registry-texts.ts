import { dayName } from '../texts/names.ts';
import { dayText, lastMoment, list, type Texts } from '../texts/words.ts';
import type { FailureCode } from './failure.ts';
import { fileRefusedTexts } from './file-refused-texts.ts';

/** Authorities, programmes, streets, merchants, imports and files. */
export const registryTexts = {
  'ward-not-valid': {
    vi: ({ ward, day }) => `${ward} không có hiệu lực vào ngày ${dayText(day)} nên không đăng ký được.`,
    en: ({ ward, day }) => `${ward} does not exist on ${dayText(day)}, so it cannot register.`,
  },
  'ward-not-in-programme': {
    vi: ({ ward }) => `${ward} không tham gia đợt này.`,
    en: ({ ward }) => `${ward} does not take part in this programme.`,
  },
  'unit-out-of-order': {
    vi: ({ field }) => `Cơ quan cấp trên không phù hợp (${dayName(field, 'vi')}).`,
    en: ({ field }) => `The parent unit does not fit (${dayName(field, 'en')}).`,
  },
  'timeline-out-of-order': {
    vi: ({ field, after }) => `Mốc “${dayName(field, 'vi')}” phải sau mốc “${dayName(after, 'vi')}”.`,
    en: ({ field, after }) => `“${dayName(field, 'en')}” must come after “${dayName(after, 'en')}”.`,
  },
  'programme-not-open': { vi: () => 'Đợt này hiện không mở.', en: () => 'This programme is not open.' },
  'programme-frozen': {
    vi: () => 'Đợt đã mở nên không sửa được tiêu chí và các đơn vị tham gia nữa, chỉ gia hạn được.',
    en: () => 'The programme is open: its criteria and members are frozen, only deadlines can be extended.',
  },
  'registration-not-open': {
    vi: ({ opensAt }) => `Chưa đến thời gian đăng ký (mở từ ngày ${dayText(opensAt)}).`,
    en: ({ opensAt }) => `Registration has not opened yet (from ${dayText(opensAt)}).`,
  },
  'deadline-passed': {
    vi: ({ closedAt }) => `Đã quá hạn (hạn cuối: ${lastMoment(closedAt, 'vi')}). Hãy đề nghị Phòng Kinh tế gia hạn.`,
    en: ({ closedAt }) => `The deadline has passed: it was ${lastMoment(closedAt, 'en')}. Ask the Economics office for an extension.`,
  },
  'not-later': {
    vi: ({ field }) => `Hạn mới phải muộn hơn hạn cũ (${dayName(field, 'vi')}).`,
    en: ({ field }) => `A deadline can only be moved later (${dayName(field, 'en')}).`,
  },
  'street-locked': {
    vi: () => 'Hồ sơ đã nộp nên tuyến đường và danh sách cơ sở đang bị khóa. Muốn sửa, hãy rút hồ sơ hoặc chờ hồ sơ được trả lại.',
    en: () => 'The dossier is submitted, so the street and its merchants are locked. Withdraw it or wait for its return.',
  },
  'merchant-closed': {
    vi: () => 'Cơ sở này được ghi là đã ngừng kinh doanh. Hãy mở lại trước khi sửa.',
    en: () => 'This merchant is closed in the registry. Reopen it first.',
  },
  'masked-account': {
    vi: ({ index }) => `Số tài khoản ở phương thức thứ ${index + 1} đang bị che và không khớp với số đã lưu. Hãy nhập đủ số.`,
    en: ({ index }) => `The account of method ${index + 1} is masked and fits no stored account. Type it in full.`,
  },
  'no-account': { vi: () => 'Cơ sở này chưa đăng ký số tài khoản.', en: () => 'This merchant has no account.' },
  'not-a-pair': {
    vi: () => 'Phải chọn hai cơ sở khác nhau trên cùng một tuyến.',
    en: () => 'Choose two different merchants of one street.',
  },
  'file-missing': { vi: () => 'Chưa nhận được tệp này. Hãy tải tệp lên trước.', en: () => 'This file has not arrived. Upload it first.' },
  'file-refused': {
    vi: ({ reason, params }) => fileRefusedTexts[reason].vi(params),
    en: ({ reason, params }) => fileRefusedTexts[reason].en(params),
  },
  'file-type': {
    vi: ({ name, allowed }) => `Tệp “${name}” không thuộc loại được nhận. Các loại được nhận: ${list(allowed)}.`,
    en: ({ name, allowed }) => `The type of “${name}” is not accepted. Accepted: ${list(allowed)}.`,
  },
  'sheet-missing': {
    vi: ({ sheet, sheets }) => `Tệp không có trang “${sheet}”. Các trang: ${list(sheets)}.`,
    en: ({ sheet, sheets }) => `The file has no sheet “${sheet}”. Its sheets: ${list(sheets)}.`,
  },
  'not-a-list': {
    vi: ({ sheet }) => `Trang “${sheet}” không có danh sách cơ sở: không thấy cột tên và số nhà. Hãy chọn trang khác hoặc chỉ rõ các cột.`,
    en: ({ sheet }) =>
      `Sheet “${sheet}” holds no list of merchants: no columns for name and place were found. Choose another sheet or name the columns.`,
  },
  'import-not-clean': {
    vi: ({ rows, duplicates }) =>
      `Danh sách còn ${rows.length} dòng lỗi${inBrackets(rows)} và ${duplicates.length} dòng nghi trùng${inBrackets(duplicates)}. Hãy sửa, bỏ các dòng đó, hoặc chọn chỉ nhập các dòng hợp lệ.`,
    en: ({ rows, duplicates }) =>
      `The list is not clean: ${rows.length} faulty row(s)${inBrackets(rows)}, ${duplicates.length} undecided duplicate(s)${inBrackets(duplicates)}. Mend them, leave them out, or import the good rows only.`,
  },
  'import-elsewhere': {
    vi: () => 'Lượt nhập này thuộc tuyến khác hoặc đã bắt đầu với nội dung khác.',
    en: () => 'This import belongs to another street or began with another plan.',
  },
  'address-invalid': {
    vi: () => 'Địa chỉ tệp này không do hệ thống cấp hoặc đã bị sửa. Hãy lấy địa chỉ mới.',
    en: () => 'This address was not given out by us, or it was changed. Ask for a new one.',
  },
  'address-expired': {
    vi: () => 'Địa chỉ tệp này đã hết hạn. Hãy lấy địa chỉ mới.',
    en: () => 'This address has expired. Ask for a new one.',
  },
  'file-type-differs': {
    vi: ({ declared }) => `Tệp gửi lên không đúng loại đã khai (${declared}).`,
    en: ({ declared }) => `The content type is not the declared one (${declared}).`,
  },
  'file-too-large': {
    vi: ({ mostBytes }) => `Tệp gửi lên lớn hơn dung lượng đã khai (${mostBytes} byte).`,
    en: ({ mostBytes }) => `The file is larger than declared (${mostBytes} bytes).`,
  },
  'file-incomplete': {
    vi: () => 'Tệp chưa gửi đủ, có thể do mất mạng. Hãy gửi lại.',
    en: () => 'The file is smaller than declared, perhaps the network broke. Send it again.',
  },
  'file-damaged': {
    vi: () => 'Nội dung tệp không khớp với mã kiểm tra đã khai. Hãy gửi lại.',
    en: () => 'The file does not have the declared SHA-256. Send it again.',
  },
  'file-exists': { vi: () => 'Một tệp khác đã được lưu ở địa chỉ này.', en: () => 'Another file is stored at this address.' },
  'range-not-satisfiable': {
    vi: ({ size }) => `Tệp chỉ có ${size} byte, không có phần được yêu cầu.`,
    en: ({ size }) => `The file has ${size} bytes and does not reach this far.`,
  },
} satisfies Partial<Texts<FailureCode>>;

const inBrackets = (rows: readonly number[]): string => (rows.length > 0 ? ` (${list(rows)})` : '');
