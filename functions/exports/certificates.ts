import type { Certificate } from '../../shared/certificates/certificate.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Language } from '../../shared/texts/words.ts';
import { authorityAt } from '../authorities/store.ts';
import { certificatesOf } from '../certificates/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { kinds } from './board.ts';
import { type ExportColumn, type ExportTable, everyPage, exportTableOf, pageSize } from './export-table.ts';

/** The register of certificates of an authority and year, by number. */
export async function yearOfCertificates(
  { table, publicOrigin }: Deps,
  actor: Actor,
  authorityId: AuthorityId,
  year: number,
  language: Language,
): Promise<Result<ExportTable, Failure>> {
  const allowed = await loadForRead({ table }, actor, 'certificate.list', authorityAt({ id: authorityId }));
  if (!allowed.ok) return allowed;
  const pages = await everyPage((cursor) => certificatesOf(table, authorityId, year, pageSize, cursor));
  return pages.ok ? ok(exportTableOf(`giay-chung-nhan-${year}`, columns(publicOrigin), language, pages.value)) : pages;
}

const columns = (origin: string): readonly ExportColumn<Certificate>[] => [
  { vi: 'Số', en: 'Number', of: ({ number }) => number },
  { vi: 'Tình trạng', en: 'State', width: 24, of: ({ state }, language) => states[state][language] },
  { vi: 'Loại', en: 'Kind', of: ({ facts }, language) => kinds[facts.kind][language] },
  { vi: 'Tuyến đường, chợ', en: 'Street or market', width: 28, of: ({ facts }) => facts.name },
  { vi: 'Từ', en: 'From', of: ({ facts }) => (facts.kind === 'street' ? facts.segment.from : undefined) },
  { vi: 'Đến', en: 'To', of: ({ facts }) => (facts.kind === 'street' ? facts.segment.to : undefined) },
  { vi: 'Phường', en: 'Ward', width: 26, of: ({ facts }) => facts.wardName },
  { vi: 'Quận', en: 'District', width: 20, of: ({ facts }) => facts.districtName },
  { vi: 'Cơ quan cấp', en: 'Issued by', width: 34, of: ({ facts }) => facts.authorityName },
  { vi: 'Ngày cấp', en: 'Issued on', of: ({ facts }) => ({ day: facts.issuedOn }) },
  { vi: 'Số quyết định', en: 'Decision', of: ({ facts }) => facts.decision?.number },
  { vi: 'Người ký', en: 'Signatory', width: 24, of: ({ facts }) => facts.signatory.name },
  { vi: 'Số cơ sở', en: 'Merchants', of: ({ facts }) => facts.figures.merchants },
  { vi: 'Không dùng tiền mặt', en: 'Cashless', of: ({ facts }) => facts.figures.cashless },
  { vi: 'Điểm', en: 'Score', of: ({ facts }) => facts.score },
  { vi: 'Mã', en: 'Code', of: ({ code }) => code },
  { vi: 'Địa chỉ xác minh', en: 'Verify at', width: 44, of: ({ code }) => `${origin}/C/${code}` },
  { vi: 'Thay bằng mã', en: 'Superseded by', of: (each) => (each.state === 'superseded' ? each.supersededBy : undefined) },
  { vi: 'Ngày thu hồi', en: 'Revoked on', of: (each) => (each.state === 'revoked' ? { day: each.revokedOn } : undefined) },
];

const states = {
  valid: { vi: 'Còn hiệu lực', en: 'Valid' },
  superseded: { vi: 'Đã được thay thế', en: 'Superseded' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
} as const;
