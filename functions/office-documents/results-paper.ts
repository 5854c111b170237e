import { bareName } from '../../shared/authorities/authority.ts';
import { count } from '../../shared/certificates/certificate-text.ts';
import { criteriaFor } from '../../shared/criteria/checklist.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { dayText, scoreText } from '../../shared/texts/words.ts';
import type { ResultsFacts } from './document-facts.ts';
import { coverage, coverageColumn, type Granted, placeCells, placeColumns } from './listed.ts';
import { type Appendix, type Block, type DocumentColumn, type NamedDocument, paragraph, part, point, table } from './office-document.ts';
import { type Row, rowsOf, runningFigures, totalOf } from './results-rows.ts';
import { carriedOut, committeeOf, issuer, issuerSigns, letters, officeOf } from './units.ts';
import { counted, countedKinds, dottedDate, dottedNumber, latest, openDate, openNumber, shareOf, yearOf } from './words.ts';

/** Báo cáo kết quả to the authority above: what became of every ward's streets and markets. */
export function resultsPaper(facts: ResultsFacts): NamedDocument {
  const { programme, nominations, units } = facts;
  const at = latest(nominations.map(({ updatedAt }) => updatedAt));
  const year = yearOf(at);
  const issuing = units.get(programme.issuingAuthorityId);
  const above = issuing?.parentId && units.get(issuing.parentId);
  const advising = units.get(programme.advisingAuthorityId);
  return {
    name: `Báo cáo kết quả ${bareName(issuing?.name ?? '')}, ${programme.year}`.replace(' ,', ','),
    paper: {
      letterhead: {
        authority: letters(issuer(programme)),
        number: openNumber('BC-UBND'),
        placeAndDate: `${programme.certificate.placeOfIssue}, ${openDate(year)}`,
      },
      title: {
        type: 'BÁO CÁO',
        about: `Kết quả xây dựng, thẩm định và công nhận tuyến đường, chợ thanh toán không dùng tiền mặt năm ${programme.year}`,
      },
      ...(above && { to: [committeeOf(above.name)] }),
      body: [
        paragraph(
          `Thực hiện ${[carriedOut(programme), ...programme.legalBasis].join('; ')}, ${issuer(programme)} báo cáo kết quả như sau (số liệu đến ngày ${dayText(at)}):`,
        ),
        ...organised(facts),
        ...achieved(facts),
        ...lessons(facts),
        paragraph(`${issuer(programme)} trân trọng báo cáo${above ? ` ${committeeOf(above.name)}` : ''}./.`),
      ],
      recipients: [
        ...(above ? ['Như trên'] : []),
        'Ủy ban nhân dân các phường, xã',
        `Lưu: VT${advising ? `, ${officeOf(advising).symbol}` : ''}`,
      ],
      signature: issuerSigns(programme),
      appendices: annexes(facts, `(Kèm theo Báo cáo ${dottedNumber('BC-UBND')} ${dottedDate(year)} của ${issuer(programme)})`),
      author: issuer(programme),
      at,
    },
  };
}

function organised({ programme }: ResultsFacts): Block[] {
  const last = (deadline: string) => dayText(new Date(Date.parse(deadline) - 1).toISOString());
  return [
    part('I. TÌNH HÌNH TRIỂN KHAI'),
    paragraph(
      `Đợt công nhận năm ${programme.year} triển khai tại ${counted(programme.wardIds.length)} phường, xã; nhận hồ sơ đăng ký từ ngày ${dayText(programme.registrationOpensAt)} đến hết ngày ${last(programme.registrationClosesAt)}, thẩm định đến hết ngày ${last(programme.assessmentDueAt)}. Bộ tiêu chí gồm ${counted(programme.checklist.criteria.length)} tiêu chí; mức đạt từ ${scoreText(programme.checklist.passScore, 'vi')} điểm trở lên và đạt mọi tiêu chí bắt buộc.`,
    ),
  ];
}

const columns: readonly DocumentColumn[] = [
  { title: 'TT', width: 11, align: 'centre' },
  { title: 'Phường, xã', width: 37 },
  { title: 'Đăng ký', width: 14, align: 'centre' },
  { title: 'Nộp hồ sơ', width: 14, align: 'centre' },
  { title: 'Thẩm định', width: 16, align: 'centre' },
  { title: 'Công nhận', width: 15, align: 'centre' },
  { title: 'Không công nhận', width: 15, align: 'centre' },
  { title: 'Cơ sở', width: 19, align: 'centre' },
  { title: 'Tỷ lệ KDTM', width: 19, align: 'centre' },
];

function achieved(facts: ResultsFacts): Block[] {
  const { nominations } = facts;
  const rows = rowsOf(facts);
  const total = totalOf(rows);
  const cells = (row: Row) =>
    [row.registered, row.submitted, row.assessed, row.certified, row.declined, row.merchants]
      .map(count)
      .concat(shareOf(row.cashless, row.merchants));
  const certified = nominations.filter(({ state }) => state === 'certified');
  const revoked = nominations.filter(({ state }) => state === 'revoked').length;
  const without = rows.filter(({ registered }) => registered === 0).map(({ ward }) => ward);
  return [
    part('II. KẾT QUẢ'),
    point('1. Kết quả theo phường, xã'),
    paragraph(
      `${counted(rows.filter(({ submitted }) => submitted > 0).length)}/${counted(rows.length)} phường, xã đã nộp hồ sơ; ${counted(total.submitted)} hồ sơ đã nộp, ${counted(total.assessed)} hồ sơ đã thẩm định; công nhận ${certified.length > 0 ? countedKinds(certified.map(({ kind }) => kind)) : 0}, không công nhận ${counted(total.declined)} hồ sơ${revoked > 0 ? `; đã thu hồi ${counted(revoked)} Giấy chứng nhận` : ''}.`,
    ),
    table(
      columns,
      rows.map((row, at) => [String(at + 1), row.ward, ...cells(row)]),
      ['', 'Tổng cộng', ...cells(total)],
    ),
    paragraph({
      italic:
        'Ghi chú: KDTM là chấp nhận thanh toán không dùng tiền mặt; số cơ sở tính theo hồ sơ đã nộp, không tính hồ sơ không được công nhận hoặc đã thu hồi.',
    }),
    ...(without.length > 0 ? [paragraph(`Phường, xã chưa đăng ký: ${without.join(', ')}.`)] : []),
    point('2. Kết quả theo phương thức thanh toán'),
    paragraph(methodsLine(nominations)),
  ];
}

function methodsLine(nominations: readonly Nomination[]): string {
  const figures = runningFigures(nominations);
  const sum = (of: 'merchants' | 'qr' | 'card' | 'wallet' | 'mobileMoney' | 'twoMethods') =>
    figures.reduce((all, each) => all + each[of], 0);
  const all = sum('merchants');
  const wording = (what: string, n: number) => `${what} ${counted(n)} cơ sở (${shareOf(n, all)})`;
  return `Trong ${counted(all)} cơ sở kinh doanh: ${[wording('mã QR, chuyển khoản', sum('qr')), wording('thẻ', sum('card')), wording('ví điện tử', sum('wallet')), wording('tiền di động', sum('mobileMoney')), wording('từ hai phương thức trở lên', sum('twoMethods'))].join('; ')}.`;
}

/** What most dossiers failed, from the assessments themselves; the office adds its own words. */
function lessons({ programme, nominations }: ResultsFacts): Block[] {
  const judged = nominations.flatMap((each) => ('outcome' in each ? [each.outcome] : []));
  const unmet = criteriaFor(programme.checklist, 'market')
    .concat(criteriaFor(programme.checklist, 'street'))
    .filter((each, at, all) => all.findIndex(({ code }) => code === each.code) === at)
    .map(({ code, vi }) => ({ code, vi, n: judged.filter((outcome) => outcome.unmet.includes(code)).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1))
    .slice(0, 5);
  return [
    part('III. TỒN TẠI, HẠN CHẾ'),
    ...(unmet.length > 0
      ? [
          paragraph('Các tiêu chí có nhiều hồ sơ chưa đạt nhất:'),
          ...unmet.map(({ code, vi, n }) => paragraph(`- ${code}. ${vi}: ${counted(n)}/${counted(judged.length)} hồ sơ.`)),
        ]
      : [paragraph('Các hồ sơ đã thẩm định đạt mọi tiêu chí.')]),
    part('IV. NHIỆM VỤ THỜI GIAN TỚI'),
    paragraph('1. Duy trì, kiểm tra định kỳ các tuyến đường, chợ đã được công nhận; kịp thời xử lý mã QR bị dán đè, thay đổi.'),
    paragraph('2. Hỗ trợ các phường, xã chưa đăng ký hoặc chưa đạt hoàn thiện tiêu chí để tham gia đợt tiếp theo.'),
  ];
}

function annexes({ programme, nominations, places }: ResultsFacts, of: string): Appendix[] {
  const certified = nominations.filter((each): each is Granted => each.state === 'certified');
  const declined = nominations.filter((each) => each.state === 'declined');
  const lists: Appendix[] = [];
  if (certified.length > 0)
    lists.push({
      title: `DANH SÁCH TUYẾN ĐƯỜNG, CHỢ ĐƯỢC CÔNG NHẬN NĂM ${programme.year}`,
      of,
      blocks: [
        table(
          [...placeColumns, coverageColumn, { title: 'Số Giấy chứng nhận', width: 32, align: 'centre' }],
          certified.map((each, at) => [...placeCells(places(each), at), coverage(each), each.certificateNumber]),
        ),
      ],
    });
  if (declined.length > 0)
    lists.push({
      title: `DANH SÁCH TUYẾN ĐƯỜNG, CHỢ KHÔNG ĐƯỢC CÔNG NHẬN NĂM ${programme.year}`,
      of,
      blocks: [
        table(
          [...placeColumns, { title: 'Điểm', width: 14, align: 'centre' }, { title: 'Lý do', width: 48 }],
          declined.map((each, at) => [...placeCells(places(each), at), scoreText(each.outcome.score, 'vi'), each.declined.reason]),
        ),
      ],
    });
  return lists;
}
