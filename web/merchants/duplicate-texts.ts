import { bothLanguages } from '../language/language.tsx';

export const duplicateTexts = bothLanguages({
  vi: {
    none: 'Không có cặp nào nghi trùng. Hồ sơ chỉ nộp được khi không còn cặp nào chưa quyết định.',
    count: (count: number) => `${count} cặp nghi trùng cần quyết định trước khi nộp hồ sơ.`,
    same: 'Trùng',
    maybe: 'Có thể trùng',
    first: 'Cơ sở thứ nhất',
    second: 'Cơ sở thứ hai',
    distinct: 'Không phải trùng',
    closeFirst: 'Bỏ cơ sở thứ nhất',
    closeSecond: 'Bỏ cơ sở thứ hai',
    closedAsDuplicate: 'Nhập trùng',
    saidDistinct: (a: string, b: string) => `“${a}” và “${b}” là hai cơ sở khác nhau.`,
  },
  en: {
    none: 'No possible duplicates. A dossier can be submitted only when none is left undecided.',
    count: (count: number) =>
      count === 1 ? 'One possible duplicate to decide before submitting.' : `${count} possible duplicates to decide before submitting.`,
    same: 'Same',
    maybe: 'Perhaps the same',
    first: 'First merchant',
    second: 'Second merchant',
    distinct: 'Not a duplicate',
    closeFirst: 'Drop the first',
    closeSecond: 'Drop the second',
    closedAsDuplicate: 'Entered twice',
    saidDistinct: (a: string, b: string) => `“${a}” and “${b}” are two merchants.`,
  },
});
