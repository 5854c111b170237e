import type { Language } from '../texts/words.ts';
import type { FieldFault } from './failure.ts';

/** What a person reads at one field. */
export const faultText = (fault: FieldFault, language: Language): string => {
  const text = faults[fault.rule] ?? faults['shape'];
  return (text as (typeof faults)[string])[language](fault.params ?? {});
};

type Params = Record<string, string | number | boolean>;
const faults: Record<string, Record<Language, (params: Params) => string>> = {
  required: { vi: () => 'Chưa nhập.', en: () => 'Missing.' },
  type: { vi: ({ expected }) => `Sai kiểu dữ liệu (cần ${expected}).`, en: ({ expected }) => `Wrong type, expected ${expected}.` },
  'too-short': { vi: ({ least }) => `Quá ngắn hoặc quá ít: cần ít nhất ${least}.`, en: ({ least }) => `At least ${least}.` },
  'too-long': { vi: ({ most }) => `Quá dài hoặc quá nhiều: tối đa ${most}.`, en: ({ most }) => `At most ${most}.` },
  format: { vi: () => 'Không đúng định dạng.', en: () => 'Not in the right form.' },
  'one-of': { vi: ({ allowed }) => `Chỉ nhận một trong các giá trị: ${allowed}.`, en: ({ allowed }) => `One of: ${allowed}.` },
  'unknown-field': { vi: () => 'Không có trường này.', en: () => 'There is no such field.' },
  cursor: {
    vi: () => 'Vị trí trang không hợp lệ. Hãy mở lại danh sách từ đầu.',
    en: () => 'The page cursor is not valid. Start the list again.',
  },
  repeated: { vi: () => 'Bị trùng với một dòng ở trên.', en: () => 'Repeats one above.' },
  'no-street': { vi: () => 'Cần ít nhất một tiêu chí cho tuyến phố.', en: () => 'At least one criterion must apply to streets.' },
  shape: { vi: () => 'Không hợp lệ.', en: () => 'Not valid.' },
};
