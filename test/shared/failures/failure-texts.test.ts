import { expect, test } from 'vitest';
import type { Failure } from '../../../shared/failures/failure.ts';
import { failureText } from '../../../shared/failures/failure-texts.ts';

const output: [Failure, vi: string, en: string][] = [
  [
    { code: 'wrong-state', action: 'submit', state: 'assessing', allowed: ['draft', 'returned'] },
    'Đang ở trạng thái “đang thẩm định” nên không thực hiện được bước này (cần: nháp, trả lại để bổ sung).',
    'The record is “being assessed”; this step needs: draft, returned.',
  ],
  [
    { code: 'slot-taken', ward: 'Phường Minh Khai', kind: 'market', holder: '' },
    'Phường Minh Khai đã dùng hết chỉ tiêu chợ của đợt này. Muốn thay, hãy rút hồ sơ đang giữ chỉ tiêu.',
    'Phường Minh Khai has used its quota of this kind. Withdraw the nomination that holds it to change.',
  ],
  [
    { code: 'deadline-passed', closedAt: '2023-11-09T17:00:00.000Z' },
    'Đã quá hạn (hạn cuối: hết ngày 09/11/2023). Hãy đề nghị Phòng Kinh tế gia hạn.',
    'The deadline has passed: it was the end of 09/11/2023. Ask the Economics office for an extension.',
  ],
  [
    { code: 'registration-not-open', opensAt: '2023-10-12T17:00:00.000Z' },
    'Chưa đến thời gian đăng ký (mở từ ngày 13/10/2023).',
    'Registration has not opened yet (from 13/10/2023).',
  ],
  [
    { code: 'criteria-not-passed', score: 79.5, unmet: [] },
    'Không thể đề nghị cấp giấy chứng nhận: đạt 79,5 điểm.',
    'Cannot be recommended: score 79.5.',
  ],
  [
    { code: 'timeline-out-of-order', field: 'ceremonyAt', after: 'assessmentDueAt' },
    'Mốc “Lễ trao giấy chứng nhận” phải sau mốc “Hạn thẩm định”.',
    '“Ceremony” must come after “Assessment due”.',
  ],
  [
    { code: 'file-refused', reason: 'too-many-rows', params: { rows: 20_001, most: 20_000 } },
    'Danh sách có 20001 dòng, nhiều hơn mức cho phép (20000). Hãy chia thành nhiều tệp.',
    'The list has 20001 rows, more than allowed (20000). Split it into several files.',
  ],
];

test.each(output)('%o is told in the words of the office, in both languages', (failure, vi, en) => {
  expect([failureText(failure, 'vi'), failureText(failure, 'en')]).toEqual([vi, en]);
});
