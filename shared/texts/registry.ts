import type { FailureCode } from '../failure.ts';
import { fileRefusedTexts } from './file-refused.ts';
import { lastMoment, list, type Texts } from './words.ts';

/** Authorities, programmes, streets, merchants, imports and files. */
export const registryTexts = {
  'ward-not-valid': {
    vi: ({ ward, day }) => `Đơn vị ${ward} không tồn tại vào ngày ${day}, nên không đăng ký được.`,
    en: ({ ward, day }) => `The unit ${ward} does not exist on ${day}, so it cannot register.`,
  },
  'ward-not-in-programme': {
    vi: ({ ward }) => `${ward} không thuộc đợt này.`,
    en: ({ ward }) => `${ward} does not take part in this programme.`,
  },
  'unit-out-of-order': {
    vi: ({ field }) => `Đơn vị cấp trên không phù hợp (${field}).`,
    en: ({ field }) => `The parent unit does not fit (${field}).`,
  },
  'timeline-out-of-order': {
    vi: ({ field, after }) => `Mốc “${field}” phải sau mốc “${after}”.`,
    en: ({ field, after }) => `“${field}” must come after “${after}”.`,
  },
  'programme-not-open': { vi: () => 'Đợt này không ở trạng thái đang mở.', en: () => 'This programme is not open.' },
  'programme-frozen': {
    vi: () => 'Đợt đã mở: tiêu chí và thành phần không sửa được nữa, chỉ gia hạn được.',
    en: () => 'The programme is open: its criteria and members are frozen, only deadlines can be extended.',
  },
  'registration-not-open': {
    vi: ({ opensAt }) => `Chưa đến thời gian đăng ký (mở từ ${new Date(Date.parse(opensAt) + 25_200_000).toISOString().slice(0, 10)}).`,
    en: ({ opensAt }) => `Registration has not opened yet (from ${opensAt.slice(0, 10)}).`,
  },
  'deadline-passed': {
    vi: ({ closedAt }) => `Đã quá hạn: hạn là ${lastMoment(closedAt, 'vi')}. Hãy đề nghị Phòng Kinh tế gia hạn.`,
    en: ({ closedAt }) => `The deadline has passed: it was ${lastMoment(closedAt, 'en')}. Ask the Economics office for an extension.`,
  },
  'not-later': {
    vi: ({ field }) => `Chỉ được lùi hạn về sau (${field}).`,
    en: ({ field }) => `A deadline can only be moved later (${field}).`,
  },
  'street-locked': {
    vi: () => 'Hồ sơ đã nộp nên tuyến và danh sách cơ sở đang khóa. Hãy rút hồ sơ hoặc chờ trả lại để sửa.',
    en: () => 'The dossier is submitted, so the street and its merchants are locked. Withdraw it or wait for its return.',
  },
  'merchant-closed': {
    vi: () => 'Cơ sở này đã ngừng kinh doanh trong sổ. Hãy mở lại trước khi sửa.',
    en: () => 'This merchant is closed in the registry. Reopen it first.',
  },
  'masked-account': {
    vi: ({ index }) => `Số tài khoản ở phương thức thứ ${index + 1} đang bị che và không khớp với số đã lưu. Hãy nhập đủ số.`,
    en: ({ index }) => `The account of method ${index + 1} is masked and fits no stored account. Type it in full.`,
  },
  'no-account': { vi: () => 'Cơ sở này chưa có số tài khoản.', en: () => 'This merchant has no account.' },
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
    vi: ({ name, allowed }) => `Không nhận kiểu tệp của “${name}”. Nhận: ${list(allowed)}.`,
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
      `Danh sách chưa sạch: ${rows.length} dòng lỗi (${list(rows)}), ${duplicates.length} dòng nghi trùng (${list(duplicates)}). Hãy sửa, bỏ dòng, hoặc chọn chỉ nhập dòng tốt.`,
    en: ({ rows, duplicates }) =>
      `The list is not clean: ${rows.length} faulty row(s) (${list(rows)}), ${duplicates.length} undecided duplicate(s) (${list(duplicates)}). Mend them, leave them out, or import the good rows only.`,
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
    vi: ({ declared }) => `Kiểu tệp gửi lên khác với kiểu đã khai (${declared}).`,
    en: ({ declared }) => `The content type is not the declared one (${declared}).`,
  },
  'file-too-large': {
    vi: ({ mostBytes }) => `Tệp gửi lên lớn hơn dung lượng đã khai (${mostBytes} byte).`,
    en: ({ mostBytes }) => `The file is larger than declared (${mostBytes} bytes).`,
  },
  'file-incomplete': {
    vi: () => 'Tệp đến chưa đủ, có thể do mất mạng. Hãy gửi lại.',
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
