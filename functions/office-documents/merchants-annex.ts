import { maskedAccount } from '../../shared/merchants/masked-account.ts';
import { type Merchant, type MethodGroup, methodGroups } from '../../shared/merchants/merchant.ts';
import { identifiersIn } from '../../shared/privacy/apply.ts';
import { merchantPrivacy } from '../../shared/privacy/merchant.ts';
import { dayText } from '../../shared/texts/words.ts';
import type { SubmissionFacts } from './document-facts.ts';
import type { NamedStreet } from './named-street.ts';
import { type Appendix, type DocumentColumn, paragraph, table } from './office-document.ts';
import { committeeOf } from './units.ts';
import { counted, dottedDate, dottedNumber, upper } from './words.ts';

export const marketOr = ({ kind }: NamedStreet, market: string, street: string): string => (kind === 'market' ? market : street);

/** The merchants by name, place and methods: no owner, phone, tax code or account stands on paper (Law 91/2025/QH15). */
export function merchantsAnnex({ place, merchants, submitted, year }: SubmissionFacts): Appendix {
  const columns: readonly DocumentColumn[] = [
    { title: 'TT', width: 11, align: 'centre' },
    { title: 'Tên cơ sở kinh doanh', width: 48 },
    { title: marketOr(place, 'Ô, quầy', 'Số nhà'), width: 20 },
    { title: 'Ngành hàng', width: 23 },
    { title: 'Phương thức thanh toán không dùng tiền mặt', width: 34 },
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
    blocks: [
      table(columns, rows),
      paragraph(`Danh sách gồm ${counted(merchants.length)} cơ sở kinh doanh.${frozen}`),
      paragraph({ italic: 'Ghi chú: QR gồm mã QR và chuyển khoản ngân hàng; ví là ví điện tử; tiền di động là Mobile Money.' }),
    ],
  };
}

const mark = (yes: boolean): string => (yes ? 'x' : '');

/** Short, so that a shop takes one line: the note below says what QR and ví stand for. */
const groups: Record<MethodGroup, string> = { qr: 'QR', card: 'thẻ', wallet: 'ví', mobileMoney: 'tiền di động' };

function methodsOf(merchant: Merchant): string {
  const of = methodGroups(merchant);
  const known = (Object.keys(groups) as MethodGroup[]).filter((group) => of.has(group)).map((group) => groups[group]);
  const other = merchant.methods.some((each) => methodGroups({ methods: [each] }).size === 0);
  return [...known, ...(other ? ['khác'] : [])].join(', ');
}

/** What a merchant is called, without the account, phone or tax code that somebody may have typed into it. */
function withoutNumbersOf(merchant: Merchant): (text: string) => string {
  const numbers = identifiersIn(merchantPrivacy, merchant).filter((each) => each.length > 5);
  return (text) => numbers.reduce((clean, number) => clean.replaceAll(number, maskedAccount(number)), text);
}
