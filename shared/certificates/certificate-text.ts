import * as z from 'zod/mini';
import { CertificateCode, Day, line } from '../ids.ts';

const common = {
  name: line(120, 'Name of the street or market'),
  wardName: line(120, 'Ward, for example "Phường Minh Khai"'),
  districtName: z.optional(line(120, 'District, for example "quận Hồng Bàng"; none since 1 July 2025')),
  cityName: line(120, 'City, for example "thành phố Hải Phòng"'),
  authorityName: line(160, 'Issuing authority, for example "Ủy ban nhân dân quận Hồng Bàng"'),
  placeOfIssue: line(80, 'Place printed before the date, for example "Hồng Bàng"'),
  issuedOn: Day,
  number: z.optional(line(60, 'Number, for example "12/GCN-UBND"; a draft has none')),
  code: z.optional(CertificateCode),
  decision: z.optional(z.object({ number: line(60, 'Number of the decision'), date: Day })),
  figures: z
    .object({ cashless: z.int().check(z.nonnegative()), merchants: z.int().check(z.positive()) })
    .check(z.refine(({ cashless, merchants }) => cashless <= merchants, 'More merchants take cashless than there are')),
  score: z.optional(z.number().check(z.minimum(0), z.maximum(100), z.describe('Score of the assessment, 0 to 100'))),
  signatory: z.object({ capacity: z.enum(['chairman', 'vice-chairman']), name: line(80, 'Name of the signatory') }),
  publicOrigin: z.url().check(z.maxLength(100), z.describe('Where anybody verifies, for example "https://xacthuc.hongbang.gov.vn"')),
  supersedes: z.optional(line(60, 'Number of the certificate that this one corrects')),
};

/**
 * What a certificate says, frozen as of the day of issue: names, figures and dates stay when places are renamed or merged.
 * A certificate has both number and code; a draft has neither.
 */
export const CertificateFacts = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('street'),
      segment: z.object({
        from: z.optional(line(120, 'Where the segment begins')),
        to: z.optional(line(120, 'Where the segment ends')),
        side: z.optional(z.enum(['both', 'even', 'odd'])),
      }),
      ...common,
    }),
    z.object({ kind: z.literal('market'), address: z.optional(line(200, 'Address of the market')), ...common }),
  ])
  .check(z.refine(({ number, code }) => (number === undefined) === (code === undefined), 'A certificate has both number and code'));
export type CertificateFacts = z.infer<typeof CertificateFacts>;

/** Every line of text on the certificate, by its place; a line that is missing is not printed. */
export type CertificateLines = {
  country: string;
  motto: string;
  authority: string;
  title: string;
  subject: string;
  certifies: string;
  name: string;
  segment?: string;
  place: string;
  figures: string;
  score?: string;
  decision?: string;
  number?: string;
  supersedes?: string;
  placeAndDate: string;
  capacity: string[];
  signatory: string;
  verification?: { invitation: string; domain: string; code: string; address: string };
  watermark?: string;
};

/**
 * The words of the certificate: what the PDF, the public page and the tests all read. Text comes out in NFC with single spaces.
 * Forms follow Decree 30/2020/NĐ-CP, annex I: motto, date, "TM." and "KT." of the signature.
 */
export function certificateLines(facts: CertificateFacts): CertificateLines {
  const { authorityName, figures, decision, number, code, signatory } = facts;
  const segment = whereabouts(facts);
  return {
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    authority: tidy(authorityName).toLocaleUpperCase('vi'),
    title: 'GIẤY CHỨNG NHẬN',
    subject: `${facts.kind === 'market' ? 'CHỢ' : 'TUYẾN ĐƯỜNG'} THANH TOÁN KHÔNG DÙNG TIỀN MẶT`,
    certifies: `${capital(authorityName)} chứng nhận`,
    name: withGenericWord(facts.kind, facts.name),
    ...(segment && { segment }),
    place: capital([facts.wardName, facts.districtName, facts.cityName].filter(Boolean).join(', ')),
    figures: `Đạt ${count(figures.cashless)}/${count(figures.merchants)} cơ sở kinh doanh (${percent(figures)}) chấp nhận thanh toán không dùng tiền mặt`,
    ...(facts.score !== undefined && { score: `Điểm thẩm định: ${oneDecimal(facts.score)}/100` }),
    ...(decision && { decision: `Theo Quyết định số ${tidy(decision.number)} ${vietnameseDate(decision.date)}` }),
    ...(number && { number: `Số: ${tidy(number)}` }),
    ...(facts.supersedes && { supersedes: `Thay thế Giấy chứng nhận số ${tidy(facts.supersedes)}` }),
    placeAndDate: `${capital(facts.placeOfIssue)}, ${vietnameseDate(facts.issuedOn)}`,
    capacity:
      signatory.capacity === 'chairman' ? ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'] : ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signatory: tidy(signatory.name),
    ...(code ? { verification: verification(facts.publicOrigin, code) } : { watermark: 'BẢN THẢO' }),
  };
}

/** "ngày 05 tháng 11 năm 2023": days under 10 and the months 1 and 2 take a leading zero (Decree 30/2020/NĐ-CP, annex I). */
export function vietnameseDate(day: Day): string {
  const [year, month, date] = day.split('-');
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** The share that takes cashless, "92,0 %". Rounding never makes it 100: only all of them are all. */
export function percent({ cashless, merchants }: { cashless: number; merchants: number }): string {
  const tenths = Math.round((1000 * cashless) / merchants);
  return `${oneDecimal((cashless < merchants ? Math.min(tenths, 999) : tenths) / 10)} %`;
}

/** A whole number with dots between thousands: 3.000. */
export const count = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

const oneDecimal = (n: number): string => n.toFixed(1).replace('.', ',');

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const capital = (text: string): string => tidy(text).replace(/^./u, (first) => first.toLocaleUpperCase('vi'));

// Names that already say what they are: "Phố Cấm" is not "Đường Phố Cấm", "Quốc lộ 5" not "Đường Quốc lộ 5".
const generic = {
  street:
    /^(đường|phố|tuyến|trục|đại lộ|quốc lộ|tỉnh lộ|hương lộ|huyện lộ|xa lộ|cao tốc|ngõ|ngách|hẻm|kiệt|khu phố|dãy phố)(?![\p{L}\p{M}])/iu,
  market: /^(chợ|khu chợ|siêu thị|trung tâm)(?![\p{L}\p{M}])/iu,
};

/** "Đường Lạch Tray", "Phố Cấm", "Chợ Sắt": the name with the word that says what it is, once. */
export function withGenericWord(kind: CertificateFacts['kind'], name: string): string {
  const named = capital(name);
  return generic[kind].test(named) ? named : `${kind === 'market' ? 'Chợ' : 'Đường'} ${named}`;
}

const sides = { both: 'cả hai bên', even: 'bên số chẵn', odd: 'bên số lẻ' };

function whereabouts(facts: CertificateFacts): string | undefined {
  if (facts.kind === 'market') return facts.address && `Địa chỉ: ${tidy(facts.address)}`;
  const { from, to, side } = facts.segment;
  const ends = [from && `từ ${tidy(from)}`, to && `đến ${tidy(to)}`].filter(Boolean).join(' ');
  const words = [ends && `đoạn ${ends}`, side && sides[side]].filter(Boolean).join(', ');
  return words ? capital(words) : undefined;
}

function verification(publicOrigin: string, code: CertificateCode): NonNullable<CertificateLines['verification']> {
  const origin = publicOrigin.replace(/\/+$/, '');
  return {
    invitation: 'Quét mã để xác thực tại',
    domain: origin.replace(/^https?:\/\//, ''),
    code: `Mã: ${code}`,
    // Upper case keeps the QR in its alphanumeric mode: smaller, and quicker to scan.
    address: `${origin}/C/${code}`.toUpperCase(),
  };
}
