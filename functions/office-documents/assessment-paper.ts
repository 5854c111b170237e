import type { Checklist } from '../../shared/criteria/checklist.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { dayText, scoreText } from '../../shared/texts/words.ts';
import { criteriaTable, evidenceList, shopsTable, spotCounts } from './assessment-tables.ts';
import type { AssessmentFacts, Judged } from './document-facts.ts';
import { inOneLine, type NamedStreet } from './named-street.ts';
import { type Appendix, type Block, type NamedDocument, paragraph, part, point, table } from './office-document.ts';
import { carriedOut, issuer, type Office, officeHead, signer } from './units.ts';
import { capital, counted, dottedDate, dottedNumber, kindWord, openDate, openNumber, shareOf, within, yearOf } from './words.ts';

/** Báo cáo thẩm định of the Economics office: how it was assessed, what was found, and what the office advises. */
export function assessmentPaper(facts: AssessmentFacts): NamedDocument {
  const { nomination, programme, place, office } = facts;
  const year = yearOf(nomination.outcome && 'recommendation' in nomination ? nomination.recommendation.at : nomination.updatedAt);
  const what = `${kindWord(place.kind)} thanh toán không dùng tiền mặt`;
  const advising = `${office.name} ${office.of}`;
  return {
    name: `Báo cáo thẩm định ${place.name}, ${within(place.wardName)}`,
    paper: {
      letterhead: {
        ...officeHead(office),
        number: openNumber(`BC-${office.symbol}`),
        placeAndDate: `${programme.certificate.placeOfIssue}, ${openDate(year)}`,
      },
      title: { type: 'BÁO CÁO', about: `Kết quả thẩm định ${what} đối với ${place.name}, ${within(place.wardName)}` },
      to: [issuer(programme)],
      body: [
        paragraph(
          `Thực hiện ${carriedOut(programme)}${programme.legalBasis.length > 0 ? ` (căn cứ ${programme.legalBasis.join('; ')})` : ''}, ${advising} báo cáo kết quả thẩm định như sau:`,
        ),
        ...registration(facts),
        ...organisation(facts),
        ...results(facts),
        ...conclusion(facts),
      ],
      recipients: ['Như trên', `Lưu: VT, ${office.symbol}`],
      signature: signer(office, facts.signer),
      appendices: appendices(facts, `(Kèm theo Báo cáo ${dottedNumber(`BC-${office.symbol}`)} ${dottedDate(year)} của ${advising})`),
      author: advising,
      at: nomination.updatedAt,
    },
  };
}

function registration({ nomination, place }: AssessmentFacts): Block[] {
  const { figures, submittedAt, onTime } = nomination.submission;
  const word = kindWord(place.kind);
  return [
    part('I. THÔNG TIN CHUNG'),
    paragraph(`1. Đơn vị đăng ký: Ủy ban nhân dân ${within(place.wardName)}.`),
    paragraph(`2. ${capital(word)} đăng ký: ${inOneLine(place)}.`),
    paragraph(`3. Hồ sơ: nộp ngày ${dayText(submittedAt)} (${onTime ? 'đúng hạn' : 'quá hạn'}), lần ${counted(nomination.round)}.`),
    paragraph(
      `4. Số liệu đăng ký: ${counted(figures.merchants)} cơ sở kinh doanh; ${counted(figures.cashless)} cơ sở chấp nhận thanh toán không dùng tiền mặt (${shareOf(figures.cashless, figures.merchants)}).`,
    ),
  ];
}

function organisation({ nomination, round: { visits, sample } }: AssessmentFacts): Block[] {
  const { assignment } = nomination;
  const drawn = sample?.merchants.length ?? 0;
  return [
    part('II. TỔ CHỨC THẨM ĐỊNH'),
    paragraph(visits.length > 1 ? `1. Tổ thẩm định gồm ${counted(visits.length)} người:` : '1. Người thẩm định:'),
    ...visits.map(({ personName, finished, late }) =>
      paragraph(`- Ông (bà) ${personName}: hoàn thành phiếu lúc ${finished}${late ? `; ${late}` : ''}.`),
    ),
    paragraph(
      drawn === 0
        ? '2. Kiểm tra ngẫu nhiên: không có cơ sở nào thuộc mẫu.'
        : `2. Kiểm tra ngẫu nhiên: rút ${counted(drawn)} cơ sở trong số các cơ sở chấp nhận thanh toán không dùng tiền mặt, rút ngày ${dayText(assignment.drawnAt)}.`,
    ),
    ...(drawn === 0 ? [] : [paragraph(`Mã rút mẫu: ${assignment.seed}; từ mã này mẫu rút lại được bất cứ lúc nào.`)]),
  ];
}

function results(facts: AssessmentFacts): Block[] {
  const { round } = facts;
  const notes = round.visits.filter(({ note }) => note !== '');
  return [
    part('III. KẾT QUẢ THẨM ĐỊNH'),
    point('1. Kết quả theo từng tiêu chí'),
    criteriaTable(facts),
    point('2. Kết quả kiểm tra ngẫu nhiên'),
    ...spotCounts(facts).map((each) => paragraph(each)),
    point('3. Nhận xét của người thẩm định'),
    ...(notes.length > 0
      ? notes.map(({ personName, note }) => paragraph(`- ${personName}: ${note}`))
      : [paragraph('Không có nhận xét thêm.')]),
  ];
}

function conclusion({ nomination, programme, place, office, round }: AssessmentFacts): Block[] {
  const { outcome } = nomination;
  const unmet = unmetLines(programme.checklist, outcome.unmet);
  return [
    part('IV. KẾT LUẬN VÀ KIẾN NGHỊ'),
    paragraph(
      `1. Điểm thẩm định: ${scoreText(outcome.score, 'vi')}/100 (mức đạt: từ ${scoreText(programme.checklist.passScore, 'vi')} điểm và đạt mọi tiêu chí bắt buộc)${round.visits.length > 1 ? `, là điểm trung bình của ${counted(round.visits.length)} phiếu` : ''}.`,
    ),
    ...(outcome.flagged
      ? [paragraph(`Các phiếu chênh nhau ${scoreText(outcome.spread, 'vi')} điểm; ${office.name} đã lưu ý khi xem xét.`)]
      : []),
    ...(outcome.lateToAcknowledge > 0 ? [paragraph(`Còn ${counted(outcome.lateToAcknowledge)} phiếu đến muộn chờ xác nhận.`)] : []),
    paragraph(unmet.length === 0 ? '2. Tiêu chí chưa đạt: không có.' : '2. Tiêu chí chưa đạt:'),
    ...unmet.map((each) => paragraph(`- ${each}`)),
    paragraph(
      '3. Kết luận: ',
      { bold: outcome.passed ? 'ĐẠT' : 'CHƯA ĐẠT' },
      ` tiêu chí ${kindWord(place.kind)} thanh toán không dùng tiền mặt.`,
    ),
    paragraph(`4. Kiến nghị: ${advice(nomination, place, office, programme)}./.`),
  ];
}

/** What the office advised; before it did, what follows from the result. */
function advice(nomination: Judged, place: NamedStreet, office: Office, programme: Programme): string {
  const inFavour = 'recommendation' in nomination ? nomination.recommendation.inFavour : nomination.outcome.passed;
  const reason = 'recommendation' in nomination ? ` Lý do: ${nomination.recommendation.reason.replace(/[\s.]+$/u, '')}` : '';
  const asked = `${kindWord(place.kind)} thanh toán không dùng tiền mặt đối với ${place.name}, ${within(place.wardName)}`;
  return inFavour
    ? `${office.name} đề nghị ${issuer(programme)} công nhận và cấp Giấy chứng nhận ${asked}.${reason}`.replace(/\.$/u, '')
    : `${office.name} đề nghị ${issuer(programme)} chưa công nhận ${asked}; giao Ủy ban nhân dân ${within(place.wardName)} khắc phục các nội dung chưa đạt.${reason}`.replace(
        /\.$/u,
        '',
      );
}

/** "C02. Tỷ lệ cơ sở niêm yết mã QR… (bắt buộc)". */
export const unmetLines = ({ criteria }: Checklist, codes: readonly string[]): string[] =>
  criteria
    .filter(({ code }) => codes.includes(code))
    .map(({ code, vi, mandatory }) => `${code}. ${vi}${mandatory ? ' (tiêu chí bắt buộc)' : ''}`);

function appendices(facts: AssessmentFacts, of: string): Appendix[] {
  const shops = shopsTable(facts);
  const evidence = evidenceList(facts);
  return [
    ...(shops ? [{ title: 'KẾT QUẢ KIỂM TRA NGẪU NHIÊN TẠI CƠ SỞ KINH DOANH', of, blocks: [shops] }] : []),
    ...(evidence.length > 0
      ? [
          {
            title: 'DANH MỤC MINH CHỨNG',
            of,
            blocks: [
              table(
                [
                  { title: 'TT', width: 12, align: 'centre' as const },
                  { title: 'Nội dung minh chứng', width: 88 },
                  { title: 'Người cung cấp', width: 40 },
                  { title: 'Số tệp', width: 20, align: 'centre' as const },
                ],
                evidence.map(({ shows, by, files }, at) => [String(at + 1), shows, by, String(files)]),
              ),
              paragraph('Các tệp minh chứng được lưu trong hồ sơ điện tử, nhận biết bằng mã SHA-256.'),
            ],
          },
        ]
      : []),
  ];
}
