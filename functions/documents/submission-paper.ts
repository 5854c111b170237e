import { bareName } from '../../shared/authority.ts';
import { maskedAccount } from '../../shared/masked-account.ts';
import { type Merchant, methodGroups } from '../../shared/merchant.ts';
import type { Contact } from '../../shared/nomination.ts';
import type { Programme } from '../../shared/programme.ts';
import type { Figures } from '../../shared/street.ts';
import { groupNames, methodNames } from '../../shared/texts/merchant-names.ts';
import { dayText } from '../../shared/texts/words.ts';
import { type Appendix, basis, type Column, type NamedPaper, paragraph, part, table } from './paper.ts';
import type { Place } from './place.ts';
import { basesOf, committeeOf, issuer, letters, type Office, shortCommittee, signer } from './units.ts';
import { capital, counted, dottedDate, dottedNumber, kindWord, openDate, openNumber, shareOf, upper, within } from './words.ts';

/** All that a ward's submission says: of a dossier that is being prepared, or as it was handed in. */
export type SubmissionFacts = {
  programme: Programme;
  place: Place;
  office: Office;
  /** Whether the ward's own committee issues: then it writes to its office only. */
  issuesItself: boolean;
  contact?: Contact | undefined;
  merchants: readonly Merchant[];
  figures: Figures;
  submitted?: { at: string; round: number; snapshot: string } | undefined;
  signer?: { name: string; title?: string | undefined } | undefined;
  at: string;
  year: string;
};

/** Tờ trình of the ward: puts its street or market in front of the authority, with the list of merchants as an appendix. */
export function submissionPaper(facts: SubmissionFacts): NamedPaper {
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
          `Thực hiện ${programme.name}, ${ward} đã tổ chức vận động các cơ sở kinh doanh chấp nhận thanh toán không dùng tiền mặt và lựa chọn ${place.name} để đăng ký thẩm định. ${ward} trình ${above} xem xét các nội dung sau:`,
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
      appendices: [list(facts)],
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

const contentColumns: readonly Column[] = [
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
      rows.map(([what, n, of], at) => [String(at + 1), what, String(n), shareOf(n, of)]),
    ),
  ];
}

function committed({ place }: SubmissionFacts) {
  const short = shortCommittee(place.wardName);
  return [
    part(`III. CAM KẾT CỦA ${upper(short)}`),
    ...[
      'Chịu trách nhiệm về tính đầy đủ, chính xác của hồ sơ và của danh sách cơ sở kinh doanh kèm theo.',
      `Duy trì và tăng số cơ sở chấp nhận thanh toán không dùng tiền mặt trên ${kindWord(place.kind)}; thường xuyên kiểm tra mã QR tại các cơ sở, kịp thời phát hiện, xử lý mã bị dán đè, thay đổi.`,
      'Phối hợp, tạo điều kiện để Tổ thẩm định kiểm tra thực tế tại các cơ sở kinh doanh.',
      'Bảo vệ dữ liệu cá nhân của chủ cơ sở kinh doanh theo quy định của pháp luật.',
    ].map((each, at) => paragraph(`${at + 1}. ${each}`)),
  ];
}

const marketOr = (place: Place, market: string, street: string): string => (place.kind === 'market' ? market : street);

/** The merchants by name, place and methods: no owner, phone, tax code or account stands on paper (Law 91/2025/QH15). */
function list({ place, merchants, submitted, year }: SubmissionFacts): Appendix {
  const columns: readonly Column[] = [
    { title: 'TT', width: 11, align: 'centre' },
    { title: 'Tên cơ sở kinh doanh', width: 47 },
    { title: marketOr(place, 'Ô, quầy', 'Số nhà'), width: 22 },
    { title: 'Ngành hàng', width: 26 },
    { title: 'Phương thức thanh toán không dùng tiền mặt', width: 30 },
    { title: 'Đã ký cam kết', width: 12, align: 'centre' },
    { title: 'Hóa đơn điện tử', width: 12, align: 'centre' },
  ];
  const rows = merchants.map((each, at) => {
    const text = withoutNumbersOf(each);
    return [
      String(at + 1),
      text(each.name),
      text(each.place),
      text(each.category ?? ''),
      methodsOf(each),
      mark(each.commitment),
      mark(each.eInvoice),
    ];
  });
  const frozen = submitted
    ? ` Danh sách được khóa cùng hồ sơ điện tử nộp ngày ${dayText(submitted.at)} (mã SHA-256 bắt đầu bằng ${submitted.snapshot.slice(0, 16)}).`
    : '';
  return {
    title: `DANH SÁCH CƠ SỞ KINH DOANH ${marketOr(place, 'TẠI', 'TRÊN')} ${upper(place.name)}`,
    of: `(Kèm theo Tờ trình ${dottedNumber('TTr-UBND')} ${dottedDate(year)} của ${committeeOf(place.wardName)})`,
    blocks: [table(columns, rows), paragraph(`Danh sách gồm ${counted(merchants.length)} cơ sở kinh doanh.${frozen}`)],
  };
}

const mark = (yes: boolean): string => (yes ? 'x' : '');

const methodsOf = ({ methods }: Merchant): string =>
  [
    ...new Set(
      methods.map((each) => [...methodGroups({ methods: [each] })].map((group) => groupNames.vi[group])[0] ?? methodNames.vi[each.method]),
    ),
  ].join('; ');

/** What a merchant is called, without the account, phone or tax code that somebody may have typed into it. */
function withoutNumbersOf({ methods, phone, taxId }: Merchant): (text: string) => string {
  const numbers = [...methods.flatMap((each) => [each.account, each.phone]), phone, taxId].filter(
    (each) => each !== undefined && each.length > 5,
  );
  return (text) => (numbers as string[]).reduce((clean, number) => clean.replaceAll(number, maskedAccount(number)), text);
}
