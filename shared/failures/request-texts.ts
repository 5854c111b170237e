import { type Language, list, type Texts } from '../texts/words.ts';
import type { FailureCode } from './failure.ts';

/** Signing in, permission, the request itself, and records of any kind. */
export const requestTexts = {
  'not-signed-in': {
    vi: () => 'Chưa đăng nhập. Hãy đăng nhập rồi thực hiện lại.',
    en: () => 'You are not signed in. Sign in and try again.',
  },
  'token-refused': {
    vi: ({ reason }) =>
      reason === 'expired' ? 'Phiên đăng nhập đã hết hạn. Hãy đăng nhập lại.' : 'Phiên đăng nhập không hợp lệ. Hãy đăng nhập lại.',
    en: ({ reason }) => (reason === 'expired' ? 'The session has expired. Sign in again.' : 'The session is not valid. Sign in again.'),
  },
  'unknown-person': {
    vi: () => 'Tài khoản này chưa được cấp quyền trong Phố Số. Hãy liên hệ quản trị viên của đơn vị.',
    en: () => 'This account has no rights in Phố Số. Ask your administrator.',
  },
  'not-permitted': {
    vi: () => 'Vai trò đang dùng không có quyền làm việc này.',
    en: () => 'The role you work in may not do this to this record.',
  },
  'own-work': {
    vi: ({ action }) =>
      ownWork[action]?.vi ?? 'Không được tự quyết định việc do chính mình thực hiện. Bước này phải do người khác thực hiện.',
    en: ({ action }) => ownWork[action]?.en ?? 'Nobody decides on their own work. Someone else must take this step.',
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
  'no-such-route': { vi: () => 'Địa chỉ này không tồn tại.', en: () => 'There is nothing at this address.' },
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
  'newer-data': {
    vi: () =>
      'Dữ liệu này do một phiên bản mới hơn của Phố Số ghi, phiên bản đang chạy chưa đọc được. Chưa có gì bị thay đổi. Hãy cập nhật phần mềm.',
    en: () =>
      'A newer version of Phố Số stored these data, and the running one cannot read them. Nothing was changed. Update the software.',
  },
  'not-found': { vi: () => 'Không tìm thấy dữ liệu này.', en: () => 'This record was not found.' },
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
} satisfies Partial<Texts<FailureCode>>;

const recommender = {
  vi: 'Bạn là người trình hồ sơ này: người trình không tự quyết định.',
  en: 'You recommended this dossier: who recommends does not decide.',
};
const asker = {
  vi: 'Bạn là người đề nghị: phải có người thứ hai xác nhận.',
  en: 'You asked for it: a second person has to confirm.',
};
/** What of somebody's own work keeps them from an action. */
const ownWork: Record<string, Record<Language, string>> = {
  approve: recommender,
  decline: recommender,
  confirmCorrection: asker,
  confirmRevocation: asker,
};
