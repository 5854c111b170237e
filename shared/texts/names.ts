import type { NominationState } from '../nominations/nomination.ts';
import type { Role } from '../people/person.ts';
import type { Language } from './words.ts';

type Names = Record<string, Record<Language, string>>;

/** States of records, as people say them. */
const states: Names & Record<NominationState, Record<Language, string>> = {
  draft: { vi: 'nháp', en: 'draft' },
  submitted: { vi: 'đã nộp', en: 'submitted' },
  returned: { vi: 'trả lại để bổ sung', en: 'returned' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  assessing: { vi: 'đang thẩm định', en: 'being assessed' },
  assessed: { vi: 'đã thẩm định', en: 'assessed' },
  recommended: { vi: 'đã có tờ trình', en: 'recommended' },
  certified: { vi: 'đã cấp giấy chứng nhận', en: 'certified' },
  declined: { vi: 'không được phê duyệt', en: 'declined' },
  revoked: { vi: 'đã thu hồi giấy chứng nhận', en: 'revoked' },
  open: { vi: 'đang mở', en: 'open' },
  closed: { vi: 'đã đóng', en: 'closed' },
  active: { vi: 'đang hoạt động', en: 'active' },
  disabled: { vi: 'đã khóa', en: 'disabled' },
  erased: { vi: 'đã xóa dữ liệu cá nhân', en: 'erased' },
  published: { vi: 'đã ban hành', en: 'published' },
  retired: { vi: 'ngừng sử dụng', en: 'retired' },
};

/** Days of a programme and of its dossiers. */
const days: Names = {
  registrationOpensAt: { vi: 'Mở đăng ký', en: 'Registration opens' },
  registrationClosesAt: { vi: 'Hạn đăng ký', en: 'Registration closes' },
  assessmentDueAt: { vi: 'Hạn thẩm định', en: 'Assessment due' },
  ceremonyAt: { vi: 'Lễ trao giấy chứng nhận', en: 'Ceremony' },
  answerBy: { vi: 'Hạn bổ sung', en: 'Answer by' },
  validUntil: { vi: 'Ngày hết hiệu lực', en: 'Valid until' },
};

/** Roles, as people say them. */
const roles: Record<Role, Record<Language, string>> = {
  ward: { vi: 'Cán bộ phường', en: 'Ward staff' },
  officer: { vi: 'Phòng Kinh tế', en: 'Economics office' },
  assessor: { vi: 'Tổ thẩm định', en: 'Assessment team' },
  leader: { vi: 'Lãnh đạo UBND', en: 'Leadership' },
  city: { vi: 'Sở, ngành thành phố', en: 'City department' },
  admin: { vi: 'Quản trị hệ thống', en: 'Administrator' },
};

/** A state in words; a code that has none stays. */
export const stateName = (state: string, language: Language): string => states[state]?.[language] ?? state;

/** A day of the timeline in words; a field that has none stays. */
export const dayName = (field: string, language: Language): string => days[field]?.[language] ?? field;

/** A role in words. */
export const roleName = (role: Role, language: Language): string => roles[role][language];
