import type { Answer, Assessment, SpotCheck } from '../../../shared/assessments/assessment.ts';
import type { CriterionResult } from '../../../shared/assessments/score.ts';
import type { ScanResult } from '../../../shared/assessments/spot-check.ts';
import type { Criterion } from '../../../shared/criteria/checklist.ts';
import { maskedAccount } from '../../../shared/merchants/masked-account.ts';
import type { SampledMerchant } from '../../../shared/nominations/nomination.ts';
import { parseVietQr } from '../../../shared/vietqr/parse.ts';

/** "1.234,5": a number with at most one decimal. */
export function numberText(value: number): string {
  const [whole = '0', decimal] = String(Math.round(value * 10) / 10).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, '.') + (decimal ? `,${decimal}` : '');
}

/** "08 giờ 30, ngày 20/10/2023": an instant of a device's clock in Vietnam, put right by what the clock was wrong. */
export function momentText(instant: string, offsetMs = 0): string {
  const there = new Date(Date.parse(instant) + offsetMs + 7 * 3_600_000).toISOString();
  return `${there.slice(11, 13)} giờ ${there.slice(14, 16)}, ngày ${there.slice(8, 10)}/${there.slice(5, 7)}/${there.slice(0, 4)}`;
}

export const outcomes: Record<CriterionResult['outcome'], string> = { met: 'Đạt', unmet: 'Chưa đạt', 'not-applicable': 'Không áp dụng' };
export const found: Record<SpotCheck['outcome'], string> = {
  found: 'Đang mở cửa',
  closed: 'Đóng cửa',
  'not-found': 'Không tìm thấy',
  refused: 'Từ chối kiểm tra',
};
export const scans: Record<ScanResult, string> = {
  'same-account': 'Quét được, đúng tài khoản đã đăng ký',
  'other-account': 'Quét được, tài khoản khác của chính cơ sở',
  'different-payee': 'CẢNH BÁO: mã trả tiền cho người khác',
  unreadable: 'Không phải mã thanh toán đọc được',
  recorded: 'Đã ghi nhận mã, chưa có tài khoản để so',
};

const isShare = ({ measure }: Criterion): boolean =>
  measure.kind === 'share' || measure.kind === 'spotCheck' || (measure.kind === 'computed' && measure.from.endsWith('-share'));

/** What was measured, in the unit of the criterion. */
export function measuredText(criterion: Criterion, { measured }: CriterionResult): string {
  if (measured === undefined) return '–';
  if (isShare(criterion)) return `${numberText(100 * measured)}%`;
  return criterion.measure.kind === 'count' ? numberText(measured) : measured >= 1 ? 'Có' : 'Không';
}

/** What the criterion asks for. */
export function neededText(criterion: Criterion): string {
  const { measure } = criterion;
  if (measure.kind === 'yesNo' || (measure.kind === 'computed' && measure.from === 'dossier-on-time')) return 'Có';
  return isShare(criterion) ? `≥ ${numberText(100 * measure.threshold)}%` : `≥ ${numberText(measure.threshold)}`;
}

/** What the assessor answered beside yes and no: the counts, why it does not apply, the note. */
export function answerLines(answer: Answer | undefined): string[] {
  if (!answer) return [];
  return [
    ...(answer.kind === 'share' ? [`Đếm được ${numberText(answer.numerator)} trên ${numberText(answer.denominator)}`] : []),
    ...(answer.kind === 'notApplicable' ? [`Không áp dụng vì: ${answer.reason}`] : []),
    ...(answer.note ? [`Ghi chú: ${answer.note}`] : []),
  ];
}

/** Whoever types an account into a remark does not publish it: registered and scanned ones are masked wherever they stand. */
export function withoutAccounts(assessments: readonly Assessment[], merchants: readonly SampledMerchant[]): (text: string) => string {
  const registered = merchants.flatMap(({ methods }) => methods.map(({ account }) => account));
  const scanned = assessments.flatMap(({ sheet }) =>
    sheet.spotChecks.map((check) => {
      const read = check.outcome === 'found' && check.payload !== undefined ? parseVietQr(check.payload) : undefined;
      return read?.ok ? read.value.account : undefined;
    }),
  );
  // Two or three letters would stand in ordinary words.
  const accounts = [...new Set([...registered, ...scanned])].filter((each) => each !== undefined && each.length > 5) as string[];
  accounts.sort((a, b) => b.length - a.length);
  return (text) => accounts.reduce((clean, account) => clean.replaceAll(account, maskedAccount(account)), text);
}
