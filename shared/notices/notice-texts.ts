import { type Language, lastMoment, scoreText } from '../texts/words.ts';
import type { Notice, NoticeKind } from './notice.ts';

type NoticeOf<K extends NoticeKind> = Extract<Notice, { kind: K }>;
type Words = { title: string; text: string };
type Texts = { [K in NoticeKind]: Record<Language, (notice: NoticeOf<K>) => Words> };

/** What people read in the app and in mail: a heading, and a sentence with the reason in its author's own words. */
const texts: Texts = {
  submitted: {
    vi: (n) => ({ title: 'Hồ sơ mới nộp', text: `${n.wardName} nộp hồ sơ ${n.streetName}. Đề nghị kiểm tra và phân công thẩm định.` }),
    en: (n) => ({ title: 'New dossier', text: `${n.wardName} handed in ${n.streetName}. Please check it and assign assessors.` }),
  },
  returned: {
    vi: (n) => ({
      title: 'Hồ sơ được trả lại để bổ sung',
      text: `${n.streetName}: ${stop(n.reason)} Hạn bổ sung: ${lastMoment(n.dueAt, 'vi')}.`,
    }),
    en: (n) => ({ title: 'Dossier returned', text: `${n.streetName}: ${stop(n.reason)} Answer until ${lastMoment(n.dueAt, 'en')}.` }),
  },
  assigned: {
    vi: (n) => ({ title: 'Được phân công thẩm định', text: `${n.streetName}, ${n.wardName}.` }),
    en: (n) => ({ title: 'You are assigned', text: `Assess ${n.streetName}, ${n.wardName}.` }),
  },
  assessed: {
    vi: (n) => ({
      title: 'Đã thẩm định xong',
      text: `${n.streetName}, ${n.wardName}: ${scoreText(n.score, 'vi')} điểm, ${n.passed ? 'đạt' : 'chưa đạt'}. Đề nghị lập tờ trình.`,
    }),
    en: (n) => ({
      title: 'Assessment complete',
      text: `${n.streetName}, ${n.wardName}: ${scoreText(n.score, 'en')} points, ${n.passed ? 'passed' : 'not passed'}. Please recommend.`,
    }),
  },
  recommended: {
    vi: (n) => ({
      title: 'Tờ trình chờ quyết định',
      text: `Phòng Kinh tế ${n.inFavour ? 'đề nghị cấp giấy chứng nhận cho' : 'đề nghị không cấp giấy chứng nhận cho'} ${n.streetName}, ${n.wardName}.`,
    }),
    en: (n) => ({
      title: 'Recommendation to decide on',
      text: `The Economics office recommends ${n.inFavour ? 'to certify' : 'not to certify'} ${n.streetName}, ${n.wardName}.`,
    }),
  },
  sentBack: {
    vi: (n) => ({ title: 'Lãnh đạo chuyển lại tờ trình', text: `${n.streetName}, ${n.wardName}: ${stop(n.reason)}` }),
    en: (n) => ({ title: 'Leadership sent the recommendation back', text: `${n.streetName}, ${n.wardName}: ${stop(n.reason)}` }),
  },
  declined: {
    vi: (n) => ({ title: 'Hồ sơ không được phê duyệt', text: `${n.streetName}, ${n.wardName}: ${stop(n.reason)}` }),
    en: (n) => ({ title: 'Dossier declined', text: `${n.streetName}, ${n.wardName}: ${stop(n.reason)}` }),
  },
  issued: {
    vi: (n) => ({
      title: n.supersedes ? 'Đã cấp giấy chứng nhận thay thế' : 'Đã phê duyệt và cấp giấy chứng nhận',
      text: `${n.streetName}, ${n.wardName}: Giấy chứng nhận số ${n.certificateNumber}${n.supersedes ? `, thay thế số ${n.supersedes}` : ''}.`,
    }),
    en: (n) => ({
      title: n.supersedes ? 'Corrected certificate issued' : 'Approved, certificate issued',
      text: `${n.streetName}, ${n.wardName}: certificate ${n.certificateNumber}${n.supersedes ? `, in place of ${n.supersedes}` : ''}.`,
    }),
  },
  correctionAsked: {
    vi: (n) => ({
      title: 'Đề nghị đính chính giấy chứng nhận',
      text: `Giấy chứng nhận số ${n.certificateNumber}, ${n.streetName}: ${stop(n.reason)}`,
    }),
    en: (n) => ({ title: 'Correction asked', text: `Certificate ${n.certificateNumber}, ${n.streetName}: ${stop(n.reason)}` }),
  },
  revocationAsked: {
    vi: (n) => ({
      title: 'Đề nghị thu hồi giấy chứng nhận, cần người thứ hai xác nhận',
      text: `Giấy chứng nhận số ${n.certificateNumber}, ${n.streetName}: ${stop(n.reason)}`,
    }),
    en: (n) => ({
      title: 'Revocation asked, a second person confirms',
      text: `Certificate ${n.certificateNumber}, ${n.streetName}: ${stop(n.reason)}`,
    }),
  },
  revoked: {
    vi: (n) => ({
      title: 'Giấy chứng nhận đã bị thu hồi',
      text: `Giấy chứng nhận số ${n.certificateNumber}, ${n.streetName}, ${n.wardName}: ${stop(n.reason)}`,
    }),
    en: (n) => ({
      title: 'Certificate revoked',
      text: `Certificate ${n.certificateNumber}, ${n.streetName}, ${n.wardName}: ${stop(n.reason)}`,
    }),
  },
  due: {
    vi: (n) => ({
      title: n.days === 0 ? `Quá hạn: ${duties[n.what].vi}` : `Còn không quá ${n.days} ngày: ${duties[n.what].vi}`,
      text: `${n.streetName ? `${n.streetName}: h` : 'H'}ạn đến ${lastMoment(n.dueAt, 'vi')}.`,
    }),
    en: (n) => ({
      title:
        n.days === 0
          ? `Overdue: ${duties[n.what].en}`
          : `${n.days === 1 ? 'One day' : `${n.days} days`} left at most: ${duties[n.what].en}`,
      text: `${n.streetName ? `${n.streetName}: d` : 'D'}ue until ${lastMoment(n.dueAt, 'en')}.`,
    }),
  },
};

const duties = {
  registration: { vi: 'nộp hồ sơ đăng ký', en: 'hand in the dossier' },
  answer: { vi: 'bổ sung hồ sơ', en: 'answer the returned dossier' },
  assessment: { vi: 'thẩm định', en: 'assessment' },
} as const;

/** A sentence ends with its stop, also when its author left it out. */
const stop = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** The words of a notice. */
export function noticeText(notice: Notice, language: Language): Words {
  const words = texts[notice.kind][language] as (notice: Notice) => Words;
  return words(notice);
}
