import type { FailureCode, FailureOf } from '../failures/failure.ts';
import { stateName } from '../texts/names.ts';
import { type Language, list, scoreText, type Texts } from '../texts/words.ts';
import { fileFaults, signedFileFaults } from './certificate-file-texts.ts';

/** Nominations, assessments, decisions and certificates. */
export const certificationTexts = {
  'wrong-state': {
    vi: ({ state, allowed }) =>
      `Đang ở trạng thái “${stateName(state, 'vi')}” nên không thực hiện được bước này (cần: ${list(allowed.map((each) => stateName(each, 'vi')))}).`,
    en: ({ state, allowed }) =>
      `The record is “${stateName(state, 'en')}”; this step needs: ${list(allowed.map((each) => stateName(each, 'en')))}.`,
  },
  'dossier-incomplete': {
    vi: ({ missing }) => `Hồ sơ còn thiếu: ${list(missing.map((m) => missingTexts[m]?.vi ?? m))}.`,
    en: ({ missing }) => `The dossier still lacks: ${list(missing.map((m) => missingTexts[m]?.en ?? m))}.`,
  },
  'slot-taken': {
    vi: ({ ward, kind }) =>
      `${ward} đã dùng hết chỉ tiêu ${kind === 'market' ? 'chợ' : 'tuyến đường'} của đợt này. Muốn thay, hãy rút hồ sơ đang giữ chỉ tiêu.`,
    en: ({ ward }) => `${ward} has used its quota of this kind. Withdraw the nomination that holds it to change.`,
  },
  'street-nominated': { vi: () => 'Tuyến đường này đã có hồ sơ khác trong đợt.', en: () => 'This street already has a live nomination.' },
  'assessor-of-the-ward': {
    vi: ({ person }) => `${person} là người của phường này nên không được thẩm định hồ sơ của phường.`,
    en: ({ person }) => `${person} belongs to this ward and may not assess it.`,
  },
  'not-an-assessor': {
    vi: ({ person }) => `${person} không có vai trò thẩm định.`,
    en: ({ person }) => `${person} does not hold the assessor role.`,
  },
  'last-assessor': {
    vi: () => 'Hồ sơ phải có ít nhất một người thẩm định. Hãy phân công người khác trước.',
    en: () => 'At least one assessor must stay. Assign another one first.',
  },
  'not-assigned': { vi: () => 'Người này không được phân công hồ sơ này.', en: () => 'This person is not assigned to this nomination.' },
  'assessment-incomplete': {
    vi: ({ missing, spotChecks }) =>
      `Phiếu thẩm định chưa hoàn thành: còn ${missing.length} tiêu chí${missing.length > 0 ? ` (${list(missing)})` : ''} và ${spotChecks} cơ sở kiểm tra ngẫu nhiên.`,
    en: ({ missing, spotChecks }) =>
      `The sheet is not complete: ${missing.length} criteria${missing.length > 0 ? ` (${list(missing)})` : ''} and ${spotChecks} spot checks are missing.`,
  },
  'unknown-criteria': {
    vi: ({ codes }) => `Đợt này không có tiêu chí: ${list(codes)}.`,
    en: ({ codes }) => `Not criteria of this programme: ${list(codes)}.`,
  },
  'not-drawn': {
    vi: ({ merchants }) => `${merchants.length} cơ sở không có trong danh sách kiểm tra ngẫu nhiên.`,
    en: ({ merchants }) => `${merchants.length} merchant(s) are not in the drawn sample.`,
  },
  'mandatory-not-applicable': {
    vi: ({ codes }) => `Tiêu chí bắt buộc không được chọn “không áp dụng”: ${list(codes)}.`,
    en: ({ codes }) => `Mandatory criteria cannot be “not applicable”: ${list(codes)}.`,
  },
  'round-over': { vi: () => 'Lượt thẩm định này đã kết thúc.', en: () => 'This round of assessment is over.' },
  'late-not-acknowledged': {
    vi: ({ count }) => `Còn ${count} phiếu thẩm định gửi muộn chưa được xác nhận.`,
    en: ({ count }) => `${count} late assessment(s) wait to be acknowledged.`,
  },
  'nothing-to-acknowledge': {
    vi: () => 'Không có phiếu thẩm định gửi muộn nào cần xác nhận.',
    en: () => 'There is no late assessment to acknowledge.',
  },
  'criteria-not-passed': {
    vi: ({ score, unmet }) =>
      `Không thể đề nghị cấp giấy chứng nhận: đạt ${scoreText(score, 'vi')} điểm${unmet.length > 0 ? `, chưa đạt tiêu chí ${list(unmet)}` : ''}.`,
    en: ({ score, unmet }) => `Cannot be recommended: score ${scoreText(score, 'en')}${unmet.length > 0 ? `, unmet ${list(unmet)}` : ''}.`,
  },
  'recommended-against': {
    vi: () => 'Phòng Kinh tế đề nghị không cấp: chỉ có thể chuyển lại hoặc không phê duyệt.',
    en: () => 'The Economics office recommends against it: it can only be sent back or declined.',
  },
  'nothing-pending': { vi: () => 'Không có đề nghị nào đang chờ xác nhận.', en: () => 'Nothing is pending.' },
  'already-pending': { vi: () => 'Đã có một đề nghị đang chờ xác nhận.', en: () => 'A request is already pending.' },
  'nothing-to-correct': {
    vi: () => 'Đề nghị đính chính phải nêu ít nhất một nội dung khác với giấy đã cấp.',
    en: () => 'A correction must change at least one fact of the certificate.',
  },
  'document-not-due': {
    vi: ({ document }) => notDue[document].vi,
    en: ({ document }) => notDue[document].en,
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
  'certificate-not-made': {
    vi: ({ fault }) => `Chưa tạo được tệp PDF: ${fileFaults[fault].vi}. Hệ thống sẽ tự thử lại.`,
    en: ({ fault }) => `The PDF could not be made: ${fileFaults[fault].en}. It is tried again by itself.`,
  },
  'signed-file-refused': {
    vi: ({ why }) => `Không nhận tệp này: ${signedFileFaults[why].vi}.`,
    en: ({ why }) => `This file is not taken: ${signedFileFaults[why].en}.`,
  },
  'nothing-to-hand-over': {
    vi: ({ what }) =>
      what === 'drafts'
        ? 'Không có hồ sơ nào đang chờ quyết định nên không có bản thảo để in.'
        : 'Đợt này chưa có giấy chứng nhận còn hiệu lực nào để trao.',
    en: ({ what }) =>
      what === 'drafts'
        ? 'Nothing waits for a decision, so there is no draft to print.'
        : 'This programme has no valid certificate to hand over yet.',
  },
  'code-unreadable': {
    vi: () => 'Mã không đúng: mã gồm 12 chữ và số, in trên giấy chứng nhận.',
    en: () => 'This is not a certificate code: it has 12 letters and digits, printed on the certificate.',
  },
} satisfies Partial<Texts<FailureCode>>;

const missingTexts: Record<string, Record<Language, string>> = {
  'segment-ends': {
    vi: 'điểm đầu và điểm cuối của tuyến (hoặc địa chỉ chợ)',
    en: 'both ends of the segment (or the address of the market)',
  },
  'min-merchants': { vi: 'đủ số cơ sở kinh doanh tối thiểu', en: 'the minimum number of merchants' },
  contact: { vi: 'người liên hệ', en: 'a contact person' },
  'ward-report': { vi: 'báo cáo của phường', en: "the ward's report" },
  'undecided-duplicates': { vi: 'quyết định về các cơ sở nghi bị trùng', en: 'a decision on suspected duplicates' },
};

/** What a paper of a programme waits for. */
const notDue: Record<FailureOf<'document-not-due'>['document'], Record<Language, string>> = {
  recommendation: {
    vi: 'Chưa lập được tờ trình: đợt này chưa có hồ sơ nào được đề xuất. Hãy đề xuất trước.',
    en: 'There is nothing to put forward yet: no dossier of this programme has been recommended.',
  },
  decision: {
    vi: 'Chưa lập được quyết định: chưa có hồ sơ nào được đề xuất công nhận.',
    en: 'There is nothing to decide yet: no dossier has been recommended in favour.',
  },
  results: {
    vi: 'Chưa lập được báo cáo kết quả: đợt này chưa có phường nào nộp hồ sơ.',
    en: 'There are no results to report yet: no ward has submitted a dossier.',
  },
};
