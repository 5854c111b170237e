import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, StreetId } from '../../shared/ids.ts';
import { isCashless, type Merchant } from '../../shared/merchants/merchant.ts';
import { merchantTypeNames, methodNames, outreachNames } from '../../shared/merchants/merchant-names.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { fold } from '../../shared/text/fold.ts';
import { stateName } from '../../shared/texts/names.ts';
import type { Language } from '../../shared/texts/words.ts';
import { bankByBin, bankLabel } from '../../shared/vietqr/banks.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { search } from '../merchants/search.ts';
import { maskedMerchant } from '../merchants/show.ts';
import { merchantsOf } from '../merchants/store.ts';
import { streetAt } from '../streets/store.ts';
import { type ExportColumn, type ExportTable, everyPage, exportTableOf, pageSize, yesNo } from './export-table.ts';

/** The merchants of a street, for those who may see the list; accounts are masked, as there. */
export async function streetMerchants(
  { table }: Deps,
  actor: Actor,
  id: StreetId,
  language: Language,
): Promise<Result<ExportTable, Failure>> {
  const found = await loadForRead({ table }, actor, 'merchant.read', streetAt({ id }));
  if (!found.ok) return found;
  const street = found.value;
  const pages = await everyPage((cursor) => merchantsOf(table, id, pageSize, cursor));
  return pages.ok ? ok(exportTableOf(fileName('co-so', street.name), columns, language, pages.value)) : pages;
}

/** What a search over a unit's merchants finds, all of it. */
export async function foundMerchants(
  deps: Deps,
  actor: Actor,
  unit: AuthorityId,
  name: string,
  language: Language,
): Promise<Result<ExportTable, Failure>> {
  const pages = await everyPage((cursor) => search(deps, actor, unit, name, 100, cursor));
  return pages.ok ? ok(exportTableOf(fileName('tra-cuu', name), columns, language, pages.value)) : pages;
}

/** "co-so-dien-bien-phu": what a file is called, in letters that every computer takes. */
export const fileName = (what: string, of: string): string =>
  `${what}-${fold(of)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')}`.slice(0, 80);

const columns: readonly ExportColumn<Merchant>[] = [
  { vi: 'Tên cơ sở', en: 'Name', width: 32, of: ({ name }) => name },
  { vi: 'Số nhà', en: 'House number or stall', of: ({ place: scope }) => scope },
  { vi: 'Chủ cơ sở', en: 'Owner', width: 24, of: ({ owner }) => owner },
  { vi: 'Loại hình', en: 'Type', of: ({ type }, language) => type && merchantTypeNames[language][type] },
  { vi: 'Tổ dân phố', en: 'Residential group', of: ({ residentialGroup }) => residentialGroup },
  { vi: 'Ngành nghề', en: 'Line of business', width: 20, of: ({ category }) => category },
  { vi: 'Mã số thuế', en: 'Tax code', of: ({ taxId }) => taxId },
  { vi: 'Điện thoại', en: 'Phone', of: ({ phone }) => phone },
  { vi: 'Nhận thanh toán không dùng tiền mặt', en: 'Takes cashless payment', of: (each, language) => yesNo(isCashless(each), language) },
  {
    vi: 'Phương thức thanh toán',
    en: 'Payment methods',
    width: 40,
    of: ({ methods }, language) => [...new Set(methods.map(({ method }) => methodNames[language][method]))].join('; '),
  },
  { vi: 'Tài khoản', en: 'Accounts', width: 28, of: (each) => accounts(each) },
  { vi: 'Hóa đơn điện tử', en: 'E-invoices', of: ({ eInvoice }, language) => yesNo(eInvoice, language) },
  { vi: 'Đã ký cam kết', en: 'Signed the commitment', of: ({ commitment }, language) => yesNo(commitment, language) },
  { vi: 'Vận động', en: 'Outreach', of: ({ outreach }, language) => outreachNames[language][outreach] },
  { vi: 'Đồng ý công khai', en: 'Consents to be listed', of: ({ listed }, language) => yesNo(listed, language) },
  { vi: 'Ghi chú', en: 'Note', width: 30, of: ({ note }) => note },
  { vi: 'Trạng thái', en: 'State', of: ({ state }, language) => stateName(state, language) },
  { vi: 'Cập nhật', en: 'Updated', of: ({ updatedAt }) => ({ at: updatedAt }) },
];

/** "Vietcombank ••••7859; MOMO ••••456". Numbers stay masked: only an audited reveal shows them. */
function accounts(merchant: Merchant): string {
  return maskedMerchant(merchant)
    .methods.flatMap(({ account, bankBin, provider }) => {
      const bank = bankBin && bankByBin(bankBin);
      return account ? [[bank ? bankLabel(bank) : (provider ?? bankBin), account].filter(Boolean).join(' ')] : [];
    })
    .join('; ');
}
