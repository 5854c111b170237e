import { bothLanguages } from '../language/language.tsx';

export const todayTexts = bothLanguages({
  vi: {
    title: 'Việc hôm nay',
    nothing: 'Chưa có tuyến nào được phân công. Khi Phòng Kinh tế phân công, tuyến sẽ hiện ở đây.',
    finished: 'Đã hoàn thành',
    more: 'Xem thêm',
    notBegun: 'Chưa ghi phiếu',
    begun: (answers: number, checks: number, drawn: number) => `Đã ghi ${answers} tiêu chí, kiểm tra ${checks}/${drawn} cơ sở`,
    drawn: (count: number) => `${count} cơ sở cần kiểm tra`,
    states: {
      writing: 'Đang ghi',
      completed: 'Đã nộp',
      late: 'Nộp muộn, chờ ghi nhận',
      kept: 'Lưu kèm hồ sơ',
      unassigned: 'Đã thôi phân công',
    },
  },
  en: {
    title: 'Today',
    nothing: 'Nothing is assigned to you yet. What the Economics office assigns appears here.',
    finished: 'Done',
    more: 'Show more',
    notBegun: 'Nothing written yet',
    begun: (answers: number, checks: number, drawn: number) => `${answers} criteria answered, ${checks} of ${drawn} shops checked`,
    drawn: (count: number) => (count === 1 ? 'One shop to check' : `${count} shops to check`),
    states: {
      writing: 'Being written',
      completed: 'Handed in',
      late: 'Late, to be acknowledged',
      kept: 'Kept with the dossier',
      unassigned: 'No longer assigned',
    },
  },
});
