import { vietnameseDate } from '../../shared/certificates/certificate-text.ts';
import type { Day } from '../../shared/ids.ts';
import { type Advised, coverage, coverageColumn, type Listed, placeCells, placeColumns } from './listed.ts';
import { type Block, basis, centred, type NamedDocument, paragraph, table } from './office-document.ts';
import { basesOf, isDocument, issuer, issuerSigns, letters, localGovernmentLaw, type Office } from './units.ts';
import { capital, countedKinds, dayOf, dottedDate, dottedNumber, kindsWord, latest, openDate, openNumber, upper, within } from './words.ts';

const symbol = 'QĐ-UBND';

/** Quyết định of the leadership with its list; a draft while nothing is granted yet. Number and date are filled in where they are known. */
export function decisionPaper(facts: Listed<Advised>): NamedDocument {
  const { programme, office, streets } = facts;
  const [first] = streets;
  const decided = first && 'decision' in first.nomination ? first.nomination.decision : undefined;
  const at = latest(streets.map(({ nomination }) => nomination.updatedAt));
  const day = decided?.date ?? dayOf(decided?.at ?? at);
  const year = day.slice(0, 4);
  const kinds = kindsWord(streets.map(({ place }) => place.kind));
  const place = programme.certificate.placeOfIssue;
  const draft = decided === undefined;
  return {
    name: `${draft ? 'Dự thảo ' : ''}Quyết định công nhận ${kinds} thanh toán không dùng tiền mặt, ${programme.year}`,
    paper: {
      letterhead: {
        authority: letters(issuer(programme)),
        number: decided?.number ? `Số: ${decided.number}` : openNumber(symbol),
        placeAndDate: `${place}, ${decided?.date ? vietnameseDate(decided.date) : openDate(year)}`,
        draft,
      },
      title: {
        type: 'QUYẾT ĐỊNH',
        about: `Về việc công nhận và cấp Giấy chứng nhận ${kinds} thanh toán không dùng tiền mặt năm ${programme.year}`,
      },
      body: [...grounds(facts, day), ...articles(facts)],
      recipients: [
        'Như Điều 3',
        ...(facts.above ? [`UBND ${within(facts.above)} (để báo cáo)`] : []),
        'CT, các PCT UBND',
        `Lưu: VT, ${office.symbol}`,
      ],
      signature: issuerSigns(programme),
      appendices: [
        {
          title: `DANH SÁCH ${upper(kinds)} THANH TOÁN KHÔNG DÙNG TIỀN MẶT NĂM ${programme.year}`,
          of: `(Kèm theo Quyết định ${decided?.number ? `số ${decided.number}` : dottedNumber(symbol)} ${decided?.date ? vietnameseDate(decided.date) : dottedDate(year)} của ${issuer(programme)})`,
          blocks: list(facts, draft),
        },
      ],
      author: issuer(programme),
      at,
    },
  };
}

function grounds({ programme, office }: Listed<Advised>, day: Day): Block[] {
  return [
    centred(upper(issuer(programme))),
    ...[
      ...localGovernmentLaw(day),
      ...basesOf(programme),
      ...(isDocument(programme) ? [`Căn cứ ${programme.name};`] : []),
      `Theo đề nghị của ${headOf(office)} tại Tờ trình ${dottedNumber(`TTr-${office.symbol}`)} ${dottedDate(day.slice(0, 4))}.`,
    ].map(basis),
    centred('QUYẾT ĐỊNH:'),
  ];
}

/** "Trưởng phòng Kinh tế", "Giám đốc Sở Công Thương". */
const headOf = ({ name, head }: Office): string => (head === 'GIÁM ĐỐC' ? `Giám đốc ${name}` : `Trưởng ${within(name)}`);

function articles({ programme, office, streets }: Listed<Advised>): Block[] {
  const all = countedKinds(streets.map(({ place }) => place.kind));
  const kinds = kindsWord(streets.map(({ place }) => place.kind));
  const wards = [...new Set(streets.map(({ place }) => within(place.wardName)))];
  const committees =
    wards.length > 6
      ? 'Ủy ban nhân dân các phường, xã có tên trong danh sách'
      : `Ủy ban nhân dân ${wards.length > 1 ? 'các ' : ''}${joined(wards)}`;
  return [
    paragraph(
      { bold: 'Điều 1. ' },
      `Công nhận và cấp Giấy chứng nhận ${kinds} thanh toán không dùng tiền mặt năm ${programme.year} cho ${all} (có danh sách kèm theo).`,
    ),
    paragraph({ bold: 'Điều 2. ' }, 'Tổ chức thực hiện:'),
    paragraph(
      `1. ${committees} tổ chức duy trì, nâng cao chất lượng ${kinds} được công nhận; bảo đảm số liệu về cơ sở kinh doanh được cập nhật.`,
    ),
    paragraph(
      `2. ${office.name} theo dõi, kiểm tra việc duy trì các tiêu chí; tham mưu thu hồi Giấy chứng nhận khi ${kinds} không còn đáp ứng tiêu chí.`,
    ),
    paragraph(
      { bold: 'Điều 3. ' },
      `Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng, ${headOf(office)}, Chủ tịch ${committees} và các tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
    ),
  ];
}

/** "phường Minh Khai, Hạ Lý và Sở Dầu": the kind of unit once where all have the same. */
function joined(names: readonly string[]): string {
  const [first = '', ...more] = names;
  const word = /^(phường|xã|thị trấn|đặc khu) /u.exec(first)?.[0] ?? '';
  const bare = names.every((each) => each.startsWith(word)) ? [first, ...more.map((each) => each.slice(word.length))] : names;
  return bare.length === 1 ? first : `${bare.slice(0, -1).join(', ')} và ${bare.at(-1)}`;
}

function list({ streets }: Listed<Advised>, draft: boolean): Block[] {
  const number = { title: 'Số Giấy chứng nhận', width: 32, align: 'centre' as const };
  const score = { title: 'Điểm thẩm định', width: 32, align: 'centre' as const };
  const rows = streets.map(({ nomination, place }, at) => [
    ...placeCells(place, at),
    coverage(nomination),
    'certificateNumber' in nomination ? nomination.certificateNumber : nomination.outcome.score.toFixed(1).replace('.', ','),
  ]);
  return [
    table([...placeColumns, coverageColumn, draft ? score : number], rows),
    paragraph(`${capital('danh sách')} gồm ${countedKinds(streets.map(({ place }) => place.kind))}.`),
  ];
}
