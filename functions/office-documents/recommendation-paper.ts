import { scoreText } from '../../shared/texts/words.ts';
import { unmetLines } from './assessment-paper.ts';
import type { Signer } from './document-facts.ts';
import { type Advised, coverage, coverageColumn, type Listed, placeCells, placeColumns, scoreCell } from './listed.ts';
import { inOneLine } from './named-street.ts';
import { type Appendix, type Block, basis, type NamedDocument, paragraph, part, table } from './office-document.ts';
import { basesOf, carriedOut, issuer, officeHead, signer } from './units.ts';
import { counted, countedKinds, dottedDate, dottedNumber, kindsWord, latest, openDate, openNumber, shareOf, yearOf } from './words.ts';

export type RecommendationFacts = Listed & { at: string; signer?: Signer | undefined };
type Street = RecommendationFacts['streets'][number];

/** Tờ trình of the Economics office: what it advises leadership to grant and what not, with reasons. */
export function recommendationPaper(facts: RecommendationFacts): NamedDocument {
  const { programme, office, streets, at } = facts;
  const year = yearOf(at);
  const advising = `${office.name} ${office.of}`;
  const kinds = kindsWord(streets.map(({ place }) => place.kind));
  const favoured = streets.filter(({ nomination }) => nomination.recommendation.inFavour);
  const others = streets.filter(({ nomination }) => !nomination.recommendation.inFavour);
  const about = favoured.length > 0 ? 'công nhận và cấp Giấy chứng nhận' : 'xem xét kết quả thẩm định';
  const [only] = streets;
  return {
    name: `Tờ trình ${about} ${streets.length === 1 && only ? only.place.name : kinds}, ${programme.year}`,
    paper: {
      letterhead: {
        ...officeHead(office),
        number: openNumber(`TTr-${office.symbol}`),
        placeAndDate: `${programme.certificate.placeOfIssue}, ${openDate(year)}`,
      },
      title: { type: 'TỜ TRÌNH', about: `Về việc ${about} ${kinds} thanh toán không dùng tiền mặt năm ${programme.year}` },
      to: [issuer(programme)],
      body: [
        ...basesOf(programme).map(basis),
        paragraph(
          `Thực hiện ${carriedOut(programme)}, trên cơ sở hồ sơ đăng ký của ${wards(streets)} và kết quả thẩm định, ${advising} trình ${issuer(programme)} xem xét các nội dung sau:`,
        ),
        part('I. QUÁ TRÌNH THẨM ĐỊNH'),
        paragraph(
          `${office.name} đã tiếp nhận, kiểm tra hồ sơ, phân công người thẩm định không thuộc đơn vị đăng ký, rút mẫu ngẫu nhiên và tổ chức kiểm tra thực tế ${countedKinds(streets.map(({ place }) => place.kind))}. Mức đạt theo bộ tiêu chí: từ ${scoreText(programme.checklist.passScore, 'vi')} điểm trở lên và đạt mọi tiêu chí bắt buộc.`,
        ),
        part('II. KẾT QUẢ THẨM ĐỊNH'),
        ...(streets.length === 1 && only ? one(facts, only) : several(favoured, others)),
        part('III. ĐỀ NGHỊ'),
        ...asked(facts, favoured, others),
        paragraph(`(Kèm theo Tờ trình: ${enclosed(streets.length > 1, favoured.length > 0)}.)`),
        paragraph(`${advising} kính trình ${issuer(programme)} xem xét, quyết định./.`),
      ],
      recipients: ['Như trên', `Lưu: VT, ${office.symbol}`],
      signature: signer(office, facts.signer),
      appendices:
        streets.length === 1
          ? []
          : lists(
              facts,
              favoured,
              others,
              `(Kèm theo Tờ trình ${dottedNumber(`TTr-${office.symbol}`)} ${dottedDate(year)} của ${advising})`,
            ),
      author: advising,
      at: latest([at, ...streets.map(({ nomination }) => nomination.updatedAt)]),
    },
  };
}

const wards = (streets: readonly Street[]): string => {
  const names = [...new Set(streets.map(({ place }) => place.wardName))];
  return names.length === 1
    ? `Ủy ban nhân dân ${names[0]?.charAt(0).toLocaleLowerCase('vi')}${names[0]?.slice(1)}`
    : `${counted(names.length)} phường, xã`;
};

const enclosed = (several: boolean, granted: boolean): string =>
  [several ? 'các Báo cáo thẩm định' : 'Báo cáo thẩm định', 'hồ sơ đăng ký', ...(granted ? ['dự thảo Quyết định công nhận'] : [])].join(
    '; ',
  );

function one({ programme }: RecommendationFacts, { nomination, place }: Street): Block[] {
  const { outcome, submission } = nomination;
  const { figures } = submission;
  const unmet = unmetLines(programme.checklist, outcome.unmet);
  return [
    paragraph(
      `1. ${inOneLine(place)}: ${counted(figures.merchants)} cơ sở kinh doanh, trong đó ${counted(figures.cashless)} cơ sở (${shareOf(figures.cashless, figures.merchants)}) chấp nhận thanh toán không dùng tiền mặt.`,
    ),
    paragraph(`2. Điểm thẩm định: ${scoreText(outcome.score, 'vi')}/100; kết luận: `, { bold: outcome.passed ? 'đạt' : 'chưa đạt' }, '.'),
    paragraph(unmet.length === 0 ? '3. Tiêu chí chưa đạt: không có.' : `3. Tiêu chí chưa đạt: ${unmet.join('; ')}.`),
  ];
}

function several(favoured: readonly Street[], others: readonly Street[]): Block[] {
  return [
    ...(favoured.length > 0
      ? [
          paragraph(
            `1. Đủ điều kiện đề nghị công nhận: ${countedKinds(favoured.map(({ place }) => place.kind))} (Phụ lục${others.length > 0 ? ' I' : ''}).`,
          ),
        ]
      : []),
    ...(others.length > 0
      ? [
          paragraph(
            `${favoured.length > 0 ? 2 : 1}. Chưa đề nghị công nhận: ${countedKinds(others.map(({ place }) => place.kind))} (Phụ lục${favoured.length > 0 ? ' II' : ''}).`,
          ),
        ]
      : []),
  ];
}

const reasonOf = ({ recommendation }: Advised): string => recommendation.reason.replace(/[\s.]+$/u, '');

function asked({ programme }: RecommendationFacts, favoured: readonly Street[], others: readonly Street[]): Block[] {
  const wording = (streets: readonly Street[]) => {
    const [only] = streets;
    const kinds = kindsWord(streets.map(({ place }) => place.kind));
    return streets.length === 1 && only
      ? `${kinds} thanh toán không dùng tiền mặt năm ${programme.year} đối với ${inOneLine(only.place)}. Lý do: ${reasonOf(only.nomination)}.`
      : `${kinds} thanh toán không dùng tiền mặt năm ${programme.year} đối với ${countedKinds(streets.map(({ place }) => place.kind))} theo danh sách kèm theo.`;
  };
  const lines = [
    ...(favoured.length > 0 ? [`Công nhận và cấp Giấy chứng nhận ${wording(favoured)}`] : []),
    ...(others.length > 0 ? [`Chưa công nhận ${wording(others)}`] : []),
  ];
  return lines.length === 1 ? [paragraph(`Đề nghị: ${lines[0]}`)] : lines.map((each, at) => paragraph(`${at + 1}. ${each}`));
}

function lists({ programme }: RecommendationFacts, favoured: readonly Street[], others: readonly Street[], of: string): Appendix[] {
  const scored = [...placeColumns, coverageColumn, { title: 'Điểm', width: 15, align: 'centre' as const }];
  const last = programme.year;
  return [
    ...(favoured.length > 0
      ? [
          {
            title: `DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN THANH TOÁN KHÔNG DÙNG TIỀN MẶT NĂM ${last}`,
            of,
            blocks: [
              table(
                [...scored, { title: 'Kết luận', width: 17, align: 'centre' as const }],
                favoured.map(({ nomination, place }, at) => [...placeCells(place, at), coverage(nomination), scoreCell(nomination), 'Đạt']),
              ),
            ],
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            title: `DANH SÁCH CHƯA ĐỀ NGHỊ CÔNG NHẬN NĂM ${last}`,
            of,
            blocks: [
              table(
                [
                  ...placeColumns.slice(0, 2),
                  ...placeColumns.slice(3),
                  { title: 'Điểm', width: 14, align: 'centre' as const },
                  { title: 'Lý do', width: 77 },
                ],
                others.map(({ nomination, place }, at) => {
                  const [n, name, , ward] = placeCells(place, at);
                  return [n ?? '', name ?? '', ward ?? '', scoreCell(nomination), reasonOf(nomination)];
                }),
              ),
            ],
          },
        ]
      : []),
  ];
}
