import type { Failure, FailureCode, FailureOf, FieldFault } from './failure.ts';

export type Language = 'vi' | 'en';
type Text<C extends FailureCode> = (failure: FailureOf<C>) => string;

/** What a person reads for a failure: what is wrong and the way out, in the words of a good office. */
export const failureText = (failure: Failure, language: Language): string => {
  const text = texts[failure.code][language] as (failure: Failure) => string;
  return text(failure);
};

/** What a person reads at one field. */
export const faultText = (fault: FieldFault, language: Language): string => {
  const text = faults[fault.rule] ?? faults['shape'];
  return (text as (typeof faults)[string])[language](fault.params ?? {});
};

/** "hết 09/11/2023" for an exclusive deadline: the last valid minute in Vietnam, which is what people write on the wall. */
export function lastMoment(deadline: string, language: Language): string {
  const last = new Date(Date.parse(deadline) - 1 + 7 * 3_600_000).toISOString();
  const [day, time] = [`${last.slice(8, 10)}/${last.slice(5, 7)}/${last.slice(0, 4)}`, last.slice(11, 16)];
  if (time === '23:59') return language === 'vi' ? `hết ngày ${day}` : `the end of ${day}`;
  return language === 'vi' ? `${time} ngày ${day}` : `${time} on ${day}`;
}

const list = (items: readonly (string | number)[]): string => items.slice(0, 12).join(', ') + (items.length > 12 ? ' …' : '');

const texts: { [C in FailureCode]: Record<Language, Text<C>> } = {
  'not-signed-in': {
    vi: () => 'Đồng chí chưa đăng nhập. Hãy đăng nhập rồi thực hiện lại.',
    en: () => 'You are not signed in. Sign in and try again.',
  },
  'token-refused': {
    vi: ({ reason }) =>
      reason === 'expired' ? 'Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại.' : 'Phiên đăng nhập không hợp lệ. Hãy đăng nhập lại.',
    en: ({ reason }) => (reason === 'expired' ? 'The session has expired. Sign in again.' : 'The session is not valid. Sign in again.'),
  },
  'unknown-person': {
    vi: () => 'Tài khoản này chưa được cấp quyền trong Phố Số. Hãy liên hệ quản trị viên.',
    en: () => 'This account has no rights in Phố Số. Ask your administrator.',
  },
  'not-permitted': {
    vi: () => 'Vai trò của đồng chí không được thực hiện việc này với hồ sơ này.',
    en: () => 'Your role may not do this to this record.',
  },
  'own-work': {
    vi: () => 'Không ai tự quyết định việc của chính mình. Hãy để người khác thực hiện bước này.',
    en: () => 'Nobody decides on their own work. Someone else must take this step.',
  },
  'login-taken': {
    vi: ({ login }) => `Tên đăng nhập “${login}” đã có người dùng. Hãy chọn tên khác.`,
    en: ({ login }) => `The sign-in name “${login}” is taken. Choose another.`,
  },
  'invalid-input': {
    vi: ({ fields }) => `Có ${fields.length} chỗ cần sửa: ${list(fields.map((f) => f.field))}.`,
    en: ({ fields }) => `${fields.length} field(s) need attention: ${list(fields.map((f) => f.field))}.`,
  },
  'malformed-json': { vi: () => 'Nội dung gửi lên không phải JSON hợp lệ.', en: () => 'The body is not valid JSON.' },
  'not-json': { vi: () => 'Nội dung gửi lên phải có kiểu application/json.', en: () => 'The body must be application/json.' },
  'body-too-large': {
    vi: ({ mostBytes }) => `Nội dung gửi lên quá lớn (tối đa ${Math.floor(mostBytes / 1024)} KB).`,
    en: ({ mostBytes }) => `The body is too large (at most ${Math.floor(mostBytes / 1024)} KB).`,
  },
  'no-such-route': { vi: () => 'Không có địa chỉ này.', en: () => 'There is nothing at this address.' },
  'wrong-method': {
    vi: ({ allowed }) => `Địa chỉ này chỉ nhận ${list(allowed)}.`,
    en: ({ allowed }) => `This address takes ${list(allowed)} only.`,
  },
  'too-many-requests': {
    vi: ({ retryAfterSeconds }) => `Quá nhiều yêu cầu. Hãy thử lại sau ${retryAfterSeconds} giây.`,
    en: ({ retryAfterSeconds }) => `Too many requests. Try again in ${retryAfterSeconds} seconds.`,
  },
  busy: {
    vi: ({ retryAfterSeconds }) => `Hệ thống đang bận, chưa có gì được ghi. Hãy thử lại sau ${retryAfterSeconds} giây.`,
    en: ({ retryAfterSeconds }) => `The system is busy and nothing was written. Try again in ${retryAfterSeconds} seconds.`,
  },
  'not-found': { vi: () => 'Không tìm thấy dữ liệu này, hoặc dữ liệu không còn.', en: () => 'This record was not found.' },
  'id-taken': {
    vi: () => 'Mã này đã dùng cho một bản ghi khác. Hãy tạo mã mới và gửi lại.',
    en: () => 'This id belongs to another record. Make a new id and send again.',
  },
  'action-id-reused': {
    vi: () => 'Mã thao tác này đã dùng cho một nội dung khác. Hãy tạo mã mới và gửi lại.',
    en: () => 'This action id was used with another body. Make a new id and send again.',
  },
  'changed-meanwhile': {
    vi: () => 'Người khác vừa thay đổi bản ghi này. Hãy xem bản mới nhất rồi quyết định lại; nội dung vừa nhập chưa được ghi.',
    en: () => 'Someone else has just changed this record. Look at the current one and decide again; what you typed was not saved.',
  },
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
  'file-refused': { vi: ({ reason }) => `Không đọc được tệp (${reason}).`, en: ({ reason }) => `The file cannot be read (${reason}).` },
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
  'wrong-state': {
    vi: ({ state }) => `Hồ sơ đang ở trạng thái “${state}” nên không thực hiện được bước này.`,
    en: ({ state, allowed }) => `The record is “${state}”; this step needs: ${list(allowed)}.`,
  },
  'dossier-incomplete': {
    vi: ({ missing }) => `Hồ sơ còn thiếu: ${list(missing.map((m) => missingTexts[m]?.vi ?? m))}.`,
    en: ({ missing }) => `The dossier still lacks: ${list(missing.map((m) => missingTexts[m]?.en ?? m))}.`,
  },
  'slot-taken': {
    vi: ({ ward }) => `${ward} đã dùng hết số suất của đợt này cho loại này. Hãy rút hồ sơ đang giữ suất nếu muốn đổi.`,
    en: ({ ward }) => `${ward} has used its quota of this kind. Withdraw the nomination that holds it to change.`,
  },
  'street-nominated': { vi: () => 'Tuyến này đang có hồ sơ khác trong đợt.', en: () => 'This street already has a live nomination.' },
  'assessor-of-the-ward': {
    vi: ({ person }) => `${person} thuộc chính phường này nên không được thẩm định.`,
    en: ({ person }) => `${person} belongs to this ward and may not assess it.`,
  },
  'not-an-assessor': {
    vi: ({ person }) => `${person} không có vai trò thẩm định.`,
    en: ({ person }) => `${person} does not hold the assessor role.`,
  },
  'last-assessor': {
    vi: () => 'Phải còn ít nhất một người thẩm định. Hãy phân công người khác trước.',
    en: () => 'At least one assessor must stay. Assign another one first.',
  },
  'not-assigned': { vi: () => 'Người này không được phân công hồ sơ này.', en: () => 'This person is not assigned to this nomination.' },
  'assessment-incomplete': {
    vi: ({ missing, spotChecks }) =>
      `Phiếu chưa xong: thiếu ${missing.length} tiêu chí (${list(missing)}) và ${spotChecks} cơ sở kiểm tra ngẫu nhiên.`,
    en: ({ missing, spotChecks }) =>
      `The sheet is not complete: ${missing.length} criteria (${list(missing)}) and ${spotChecks} spot checks are missing.`,
  },
  'unknown-criteria': {
    vi: ({ codes }) => `Tiêu chí không có trong đợt: ${list(codes)}.`,
    en: ({ codes }) => `Not criteria of this programme: ${list(codes)}.`,
  },
  'not-drawn': {
    vi: ({ merchants }) => `${merchants.length} cơ sở không thuộc mẫu kiểm tra ngẫu nhiên.`,
    en: ({ merchants }) => `${merchants.length} merchant(s) are not in the drawn sample.`,
  },
  'mandatory-not-applicable': {
    vi: ({ codes }) => `Tiêu chí bắt buộc không được chọn “không áp dụng”: ${list(codes)}.`,
    en: ({ codes }) => `Mandatory criteria cannot be “not applicable”: ${list(codes)}.`,
  },
  'round-over': { vi: () => 'Lượt thẩm định này đã kết thúc.', en: () => 'This round of assessment is over.' },
  'late-not-acknowledged': {
    vi: ({ count }) => `Còn ${count} phiếu gửi muộn chưa được xác nhận.`,
    en: ({ count }) => `${count} late assessment(s) wait to be acknowledged.`,
  },
  'nothing-to-acknowledge': { vi: () => 'Không có phiếu gửi muộn cần xác nhận.', en: () => 'There is no late assessment to acknowledge.' },
  'criteria-not-passed': {
    vi: ({ score, unmet }) => `Không thể đề nghị công nhận: điểm ${score.toFixed(1)}, chưa đạt ${list(unmet)}.`,
    en: ({ score, unmet }) => `Cannot be recommended: score ${score.toFixed(1)}, unmet ${list(unmet)}.`,
  },
  'recommended-against': {
    vi: () => 'Tờ trình đề nghị không công nhận, nên không phê duyệt được. Hãy trả lại Phòng Kinh tế hoặc từ chối.',
    en: () => 'The recommendation is against, so it cannot be approved. Send it back or decline.',
  },
  'nothing-pending': { vi: () => 'Không có đề nghị nào đang chờ.', en: () => 'Nothing is pending.' },
  'already-pending': { vi: () => 'Đang có một đề nghị chờ xác nhận.', en: () => 'A request is already pending.' },
  'nothing-to-correct': {
    vi: () => 'Đề nghị đính chính phải nêu ít nhất một nội dung khác với giấy đã cấp.',
    en: () => 'A correction must change at least one fact of the certificate.',
  },
  'missing-glyph': {
    vi: ({ characters, field }) =>
      `Không cấp được giấy: ký tự ${list(characters)} (${field}) không có trong phông chữ. Hãy sửa tên rồi làm lại.`,
    en: ({ characters, field }) => `Cannot issue: ${list(characters)} (${field}) has no glyph in the font. Mend the name and try again.`,
  },
  'certificate-not-ready': {
    vi: () => 'Giấy chứng nhận đang được tạo. Hãy thử lại sau ít giây.',
    en: () => 'The certificate is being made. Try again in a few seconds.',
  },
  'code-unreadable': {
    vi: () => 'Mã không đúng dạng: mã gồm 12 chữ và số in trên giấy chứng nhận.',
    en: () => 'This is not a certificate code: it has 12 letters and digits, printed on the certificate.',
  },
};

const missingTexts: Record<string, Record<Language, string>> = {
  'segment-ends': {
    vi: 'điểm đầu và điểm cuối của tuyến (hoặc địa chỉ chợ)',
    en: 'both ends of the segment (or the address of the market)',
  },
  'min-merchants': { vi: 'đủ số cơ sở tối thiểu', en: 'the minimum number of merchants' },
  contact: { vi: 'người liên hệ', en: 'a contact person' },
  'ward-report': { vi: 'báo cáo của phường', en: "the ward's report" },
  'undecided-duplicates': { vi: 'quyết định về các cơ sở nghi trùng', en: 'a decision on suspected duplicates' },
};

type Params = Record<string, string | number | boolean>;
const faults: Record<string, Record<Language, (params: Params) => string>> = {
  required: { vi: () => 'Chưa nhập.', en: () => 'Missing.' },
  type: { vi: ({ expected }) => `Sai kiểu dữ liệu, cần ${expected}.`, en: ({ expected }) => `Wrong type, expected ${expected}.` },
  'too-short': { vi: ({ least }) => `Cần ít nhất ${least}.`, en: ({ least }) => `At least ${least}.` },
  'too-long': { vi: ({ most }) => `Tối đa ${most}.`, en: ({ most }) => `At most ${most}.` },
  format: { vi: () => 'Không đúng dạng.', en: () => 'Not in the right form.' },
  'one-of': { vi: ({ allowed }) => `Chỉ nhận: ${allowed}.`, en: ({ allowed }) => `One of: ${allowed}.` },
  'unknown-field': { vi: () => 'Không có trường này.', en: () => 'There is no such field.' },
  cursor: {
    vi: () => 'Con trỏ trang không hợp lệ. Hãy xem lại từ đầu danh sách.',
    en: () => 'The page cursor is not valid. Start the list again.',
  },
  shape: { vi: () => 'Không hợp lệ.', en: () => 'Not valid.' },
};
