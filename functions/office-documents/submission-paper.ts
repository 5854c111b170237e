import { bareName } from '../../shared/authorities/authority.ts';
import { count } from '../../shared/certificates/certificate-text.ts';
import { dayText } from '../../shared/texts/words.ts';
import type { SubmissionFacts } from './document-facts.ts';
import { marketOr, merchantsAnnex } from './merchants-annex.ts';
import { basis, type DocumentColumn, type NamedDocument, paragraph, part, table } from './office-document.ts';
import { basesOf, carriedOut, committeeOf, issuer, letters, shortCommittee, signer } from './units.ts';
import { capital, counted, kindWord, openDate, openNumber, shareOf, upper, within } from './words.ts';

/** Tờ trình of the ward: puts its street or market in front of the authority, with the list of merchants as an appendix. */
export function submissionPaper(facts: SubmissionFacts): NamedDocument {
  const { programme, place, office, year } = facts;
  const ward = committeeOf(place.wardName);
  const what = `${kindWord(place.kind)} thanh toán không dùng tiền mặt`;
  const advising = `${office.name} ${office.of}`;
  const above = facts.issuesItself ? advising : issuer(programme);
  return {
    name: `Tờ trình đề nghị thẩm định ${place.name}, ${within(place.wardName)}`,
    paper: {
      letterhead: {
        authority: letters(ward),
        number: openNumber('TTr-UBND'),
        placeAndDate: `${bareName(place.wardName)}, ${openDate(year)}`,
      },
      title: { type: 'TỜ TRÌNH', about: `Về việc đề nghị thẩm định và công nhận ${place.name} là ${what} năm ${year}` },
      to: facts.issuesItself ? [advising] : [issuer(programme), advising],
      body: [
        ...basesOf(programme).map(basis),
        paragraph(
          `Thực hiện ${carriedOut(programme)}, ${ward} đã tổ chức vận động các cơ sở kinh doanh chấp nhận thanh toán không dùng tiền mặt và lựa chọn ${place.name} để đăng ký thẩm định. ${ward} trình ${above} xem xét các nội dung sau:`,
        ),
        ...registered(facts),
        ...achieved(facts),
        ...committed(facts),
        part('IV. ĐỀ NGHỊ'),
        paragraph(
          `${ward} kính đề nghị ${above} xem xét, ${facts.issuesItself ? '' : `giao ${advising} `}tổ chức thẩm định, công nhận và cấp Giấy chứng nhận ${what} năm ${year} cho ${place.name}.`,
        ),
        paragraph('Kèm theo Tờ trình: Danh sách cơ sở kinh doanh (Phụ lục); báo cáo và tài liệu trong hồ sơ điện tử./.'),
      ],
      recipients: ['Như trên', 'Lưu: VT'],
      signature: signer('committee', facts.signer),
      appendices: [merchantsAnnex(facts)],
      author: ward,
      at: facts.at,
    },
  };
}

function registered({ place, contact, submitted }: SubmissionFacts) {
  const word = kindWord(place.kind);
  const lines = [
    `Tên ${word}: ${place.name}.`,
    `${place.kind === 'market' ? 'Địa chỉ' : 'Phạm vi'}: ${place.where ? capital(place.where) : '………………………………………………'}.`,
    `Địa bàn: ${place.area}.`,
    ...(contact ? [`Cán bộ đầu mối: ông (bà) ${contact.name}.`] : []),
    ...(submitted ? [`Hồ sơ điện tử: nộp ngày ${dayText(submitted.at)}, lần ${counted(submitted.round)}.`] : []),
  ];
  return [part(`I. ${upper(word)} ĐĂNG KÝ`), ...lines.map((each, at) => paragraph(`${at + 1}. ${each}`))];
}

const contentColumns: readonly DocumentColumn[] = [
  { title: 'TT', width: 12, align: 'centre' },
  { title: 'Nội dung', width: 98 },
  { title: 'Số cơ sở', width: 25, align: 'centre' },
  { title: 'Tỷ lệ', width: 25, align: 'centre' },
];

function achieved({ place, merchants, figures, submitted }: SubmissionFacts) {
  const all = figures.merchants;
  const rows: [string, number, number][] = [
    ['Chấp nhận ít nhất một phương thức thanh toán không dùng tiền mặt', figures.cashless, all],
    ['Mã QR, chuyển khoản ngân hàng', figures.qr, all],
    ['Thẻ ngân hàng (máy POS, SoftPOS, mPOS)', figures.card, all],
    ['Ví điện tử', figures.wallet, all],
    ['Tiền di động (Mobile Money)', figures.mobileMoney, all],
    ['Chấp nhận từ hai phương thức trở lên', figures.twoMethods, all],
    ['Có tài khoản, ví nhận tiền của chủ cơ sở', figures.ownerAccount, all],
    ['Đã ký cam kết thực hiện thanh toán không dùng tiền mặt', figures.commitment, all],
    [
      `Sử dụng hóa đơn điện tử (trên ${counted(figures.eInvoiceScope)} cơ sở thuộc diện áp dụng)`,
      figures.eInvoiceInScope,
      figures.eInvoiceScope,
    ],
  ];
  const when = submitted ? `Đến ngày ${dayText(submitted.at)}, ` : '';
  return [
    part('II. KẾT QUẢ THỰC HIỆN'),
    paragraph(
      `${when || 'Hiện nay, '}${place.name} có ${counted(merchants.length)} cơ sở kinh doanh đang hoạt động, trong đó ${counted(figures.cashless)} cơ sở (${shareOf(figures.cashless, all)}) chấp nhận thanh toán không dùng tiền mặt. Kết quả cụ thể:`,
    ),
    table(
      contentColumns,
      rows.map(([what, n, of], at) => [String(at + 1), what, count(n), shareOf(n, of)]),
    ),
  ];
}

function committed({ place }: SubmissionFacts) {
  const short = shortCommittee(place.wardName);
  return [
    part(`III. CAM KẾT CỦA ${upper(short)}`),
    ...[
      'Chịu trách nhiệm về tính đầy đủ, chính xác của hồ sơ và của danh sách cơ sở kinh doanh kèm theo.',
      `Duy trì và tăng số cơ sở chấp nhận thanh toán không dùng tiền mặt ${marketOr(place, 'tại chợ', 'trên tuyến đường')}; thường xuyên kiểm tra mã QR tại các cơ sở, kịp thời phát hiện, xử lý mã bị dán đè, thay đổi.`,
      'Phối hợp, tạo điều kiện để Tổ thẩm định kiểm tra thực tế tại các cơ sở kinh doanh.',
      'Bảo vệ dữ liệu cá nhân của chủ cơ sở kinh doanh theo quy định của pháp luật.',
    ].map((each, at) => paragraph(`${at + 1}. ${each}`)),
  ];
}
