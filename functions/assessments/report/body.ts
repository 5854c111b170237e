import { scanResult } from '../../../shared/assessments/spot-check.ts';
import { criteriaFor } from '../../../shared/criteria/checklist.ts';
import { dayText, scoreText } from '../../../shared/texts/words.ts';
import type { PdfCell, PdfColumn, PdfPaper } from '../../pdf/pdf-paper.ts';
import { placeText } from './heading.ts';
import { type Finished, finishedAt, type ReportFacts } from './report-facts.ts';
import { answerLines, found, measuredText, momentText, neededText, outcomes, scans } from './wording.ts';

const title = { face: 'bold', after: 2, keep: 100 } as const;
const plain = { indent: 28 } as const;
type Clean = (text: string) => string;

/** Time and place, composition, what each visit found, and the result. */
export function body(paper: PdfPaper, facts: ReportFacts, clean: Clean): void {
  const { programme, nomination, visits } = facts;
  for (const basis of programme.legalBasis) paper.write(`Căn cứ ${basis};`, { face: 'italic', ...plain });
  paper.write(`Thực hiện ${programme.name}, Tổ thẩm định lập biên bản với nội dung như sau:`, { ...plain, after: 6 });

  paper.write('I. THỜI GIAN, ĐỊA ĐIỂM', title);
  paper.write(`Địa điểm: ${placeText(facts)}.`, plain);
  for (const visit of visits) for (const line of timeLines(visit, visits.length > 1)) paper.write(clean(line), plain);

  paper.write('II. THÀNH PHẦN', title);
  for (const [at, { personName }] of visits.entries()) paper.write(`${at + 1}. Ông/Bà ${personName}, người thẩm định.`, plain);
  paper.write(`${visits.length + 1}. Đại diện ${nomination.wardName}: ………………………………………………`, plain);

  paper.write('III. KẾT QUẢ THẨM ĐỊNH', title);
  for (const [at, visit] of visits.entries()) {
    if (visits.length > 1) paper.write(`Phiếu số ${at + 1}: ${visit.personName}`, { ...title, after: 4 });
    assessmentPart(paper, facts, visit, clean);
  }
  paper.write('IV. KẾT LUẬN', title);
  for (const line of conclusion(facts)) paper.write(line, plain);
  paper.write(
    // Signatures never stand on a page without a line of the text.
    `Biên bản lập xong hồi ${momentText(finishedAt(facts))}; những người có tên dưới đây đã đọc lại, thống nhất nội dung và cùng ký.`,
    { ...plain, after: 10, keep: 160 },
  );
}

function timeLines({ personName, sheet: { arrival }, clocks }: Finished, named: boolean): string[] {
  const who = named ? `${personName}: ` : '';
  const done = `hoàn thành phiếu lúc ${momentText(clocks.completedAt, clocks.clockOffsetMs)}`;
  if (!arrival) return [`${who || 'Thời gian: '}${done}.`];
  const { position, manualReason } = arrival;
  const degrees = (value: number) => value.toFixed(5).replace('.', ',');
  const gps = position
    ? `tọa độ GPS khi đến: vĩ độ ${degrees(position.latitude)}, kinh độ ${degrees(position.longitude)} (sai số ${Math.round(position.accuracyMetres)} m)`
    : 'không có tọa độ GPS';
  return [
    `${who || 'Thời gian: '}đến nơi lúc ${momentText(arrival.at, clocks.clockOffsetMs)}; ${done}.`,
    `${who || 'Vị trí: '}${gps}${manualReason ? `; vị trí ghi bằng tay vì: ${manualReason}` : ''}.`,
  ];
}

const criterionColumns: PdfColumn[] = [
  { title: 'Mã', share: 8, align: 'centre' },
  { title: 'Tiêu chí', share: 50 },
  { title: 'Kết quả', share: 13, align: 'centre' },
  { title: 'Yêu cầu', share: 13, align: 'centre' },
  { title: 'Đánh giá', share: 16, align: 'centre' },
];
const shopColumns: PdfColumn[] = [
  { title: 'TT', share: 7, align: 'centre' },
  { title: 'Cơ sở', share: 34 },
  { title: 'Tình trạng', share: 17, align: 'centre' },
  { title: 'Mã QR', share: 27 },
  { title: 'Niêm yết giá', share: 15, align: 'centre' },
];

function assessmentPart(paper: PdfPaper, { programme, nomination, sample }: ReportFacts, visit: Finished, clean: Clean): void {
  const { sheet, score } = visit;
  paper.write('1. Kết quả theo từng tiêu chí', { ...title, after: 4 });
  const criteria = criteriaFor(programme.checklist, nomination.kind);
  paper.table(
    criterionColumns,
    criteria.flatMap((criterion): PdfCell[][] => {
      const result = score.results.find(({ code }) => code === criterion.code);
      if (!result) return [];
      const below = answerLines(sheet.answers[criterion.code]).map(clean);
      return [
        [
          criterion.code,
          { text: `${criterion.vi}${criterion.mandatory ? ' (bắt buộc)' : ''}`, below },
          measuredText(criterion, result),
          neededText(criterion),
          outcomes[result.outcome],
        ],
      ];
    }),
  );
  paper.write('2. Kiểm tra ngẫu nhiên tại cơ sở', { ...title, after: 4 });
  const checks = new Map(sheet.spotChecks.map((check) => [check.merchantId, check]));
  if (!sample || sample.merchants.length === 0) paper.write('Không có cơ sở nào thuộc mẫu kiểm tra.', plain);
  else
    paper.table(
      shopColumns,
      sample.merchants.map((shop, at): PdfCell[] => {
        const check = checks.get(shop.merchantId);
        const seen = check?.outcome === 'found' ? check : undefined;
        const scan = check && scanResult(check, shop);
        return [
          String(at + 1),
          { text: clean(shop.name), below: [`Số nhà, ô: ${shop.place}`, ...(check?.note ? [`Ghi chú: ${clean(check.note)}`] : [])] },
          check ? found[check.outcome] : 'Chưa kiểm tra',
          seen ? (scan ? scans[scan] : seen.qrDisplayed ? 'Có niêm yết, chưa quét' : 'Không niêm yết') : '–',
          seen ? (seen.pricesDisplayed ? 'Có' : 'Không') : '–',
        ];
      }),
    );
  paper.write('3. Nhận xét', title);
  for (const line of (sheet.note?.trim() ? clean(sheet.note) : 'Không có nhận xét thêm.').split('\n')) paper.write(line, plain);
  paper.write(`4. Điểm của phiếu: ${scoreText(score.score, 'vi')}/100. ${states[visit.state](visit)}`, { face: 'bold', after: 8 });
}

const states: { [S in Finished['state']]: (visit: Finished) => string } = {
  completed: () => '',
  late: (visit) =>
    visit.state === 'late' && visit.acknowledged
      ? `Phiếu đến muộn, đã được chấp nhận ngày ${dayText(visit.acknowledged.at)}.`
      : 'Phiếu đến muộn, chờ xác nhận.',
  kept: () => 'Phiếu đến sau thời gian cho phép, không tính vào kết quả.',
};

function conclusion({ of, nomination, programme, visits }: ReportFacts): string[] {
  const least = scoreText(programme.checklist.passScore, 'vi');
  const verdict = (result: { score: number; passed: boolean; unmet: readonly string[] }) => [
    `Điểm thẩm định: ${scoreText(result.score, 'vi')}/100 (yêu cầu từ ${least} điểm và đạt mọi tiêu chí bắt buộc).`,
    `Tiêu chí chưa đạt: ${result.unmet.length > 0 ? result.unmet.join(', ') : 'không có'}.`,
    `Kết quả: ${result.passed ? 'ĐẠT' : 'KHÔNG ĐẠT'}.`,
  ];
  if (of === 'visit') return verdict(visits[0].score);
  if (!('outcome' in nomination)) return ['Chưa đủ phiếu của mọi người được phân công: chưa có kết quả chung.'];
  const { outcome } = nomination;
  return [
    ...verdict(outcome),
    ...(outcome.flagged ? [`Các phiếu chênh nhau ${scoreText(outcome.spread, 'vi')} điểm; đề nghị xem xét lại từng phiếu.`] : []),
    ...(outcome.lateToAcknowledge > 0 ? [`Còn ${outcome.lateToAcknowledge} phiếu đến muộn chờ xác nhận.`] : []),
  ];
}
