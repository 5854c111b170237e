import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId, ProgrammeId } from '../../shared/ids.ts';
import type { Nomination, NominationState } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { fold } from '../../shared/text/fold.ts';
import { stateName } from '../../shared/texts/names.ts';
import type { Language } from '../../shared/texts/words.ts';
import type { Deps } from '../deps.ts';
import { board } from '../programmes/board.ts';
import { type ExportColumn, type ExportTable, everyPage, exportTableOf, pageSize, yesNo } from './export-table.ts';

/** Which dossiers of a board are asked for: those in some states, of a ward, of a kind, with a name; or all. */
export type Wanted = {
  states?: readonly NominationState[] | undefined;
  wardId?: AuthorityId | undefined;
  kind?: Nomination['kind'] | undefined;
  name?: string | undefined;
};

/** The board of a programme, or the part of it that a worklist shows. */
export async function programmeBoard(
  deps: Deps,
  actor: Actor,
  id: ProgrammeId,
  wanted: Wanted,
  language: Language,
): Promise<Result<ExportTable, Failure>> {
  const pages = await everyPage(async (cursor) => {
    const page = await board(deps, actor, id, pageSize, cursor);
    return page.ok ? ok({ ...page.value, items: page.value.items.filter(isWanted(wanted)) }) : page;
  });
  return pages.ok ? ok(exportTableOf('ho-so', columns, language, pages.value)) : pages;
}

function isWanted({ states, wardId, kind, name }: Wanted): (nomination: Nomination) => boolean {
  const folded = fold(name ?? '');
  return (each) =>
    (!states || states.includes(each.state)) &&
    (!wardId || each.wardId === wardId) &&
    (!kind || each.kind === kind) &&
    fold(`${each.streetName} ${each.wardName}`).includes(folded);
}

const figure = (of: Nomination, name: 'merchants' | 'cashless' | 'qr' | 'card' | 'wallet' | 'mobileMoney'): number | undefined =>
  'submission' in of ? of.submission.figures[name] : undefined;

const columns: readonly ExportColumn<Nomination>[] = [
  { vi: 'Phường', en: 'Ward', width: 26, of: ({ wardName }) => wardName },
  { vi: 'Tuyến đường, chợ', en: 'Street or market', width: 28, of: ({ streetName }) => streetName },
  { vi: 'Loại', en: 'Kind', of: ({ kind }, language) => kinds[kind][language] },
  { vi: 'Trạng thái', en: 'State', width: 24, of: ({ state }, language) => stateName(state, language) },
  { vi: 'Lần nộp', en: 'Round', of: ({ round }) => round },
  { vi: 'Nộp lúc', en: 'Submitted', of: (each) => ('submission' in each ? { at: each.submission.submittedAt } : undefined) },
  { vi: 'Số cơ sở', en: 'Merchants', of: (each) => figure(each, 'merchants') },
  { vi: 'Không dùng tiền mặt', en: 'Cashless', of: (each) => figure(each, 'cashless') },
  { vi: 'Mã QR, chuyển khoản', en: 'QR code, transfer', of: (each) => figure(each, 'qr') },
  { vi: 'Thẻ', en: 'Card', of: (each) => figure(each, 'card') },
  { vi: 'Ví điện tử', en: 'E-wallet', of: (each) => figure(each, 'wallet') },
  { vi: 'Tiền di động', en: 'Mobile money', of: (each) => figure(each, 'mobileMoney') },
  { vi: 'Số người thẩm định', en: 'Assessors', of: (each) => ('assignment' in each ? each.assignment.assessors.length : undefined) },
  { vi: 'Đã thẩm định xong', en: 'Assessments done', of: (each) => ('assignment' in each ? each.assignment.completed.length : undefined) },
  { vi: 'Điểm', en: 'Score', of: (each) => ('outcome' in each ? Math.round(each.outcome.score * 10) / 10 : undefined) },
  { vi: 'Đạt', en: 'Passed', of: (each, language) => ('outcome' in each ? yesNo(each.outcome.passed, language) : undefined) },
  { vi: 'Tiêu chí chưa đạt', en: 'Criteria not met', of: (each) => ('outcome' in each ? each.outcome.unmet.join(', ') : undefined) },
  { vi: 'Số giấy chứng nhận', en: 'Certificate number', of: (each) => ('certificateNumber' in each ? each.certificateNumber : undefined) },
  { vi: 'Cập nhật', en: 'Updated', of: ({ updatedAt }) => ({ at: updatedAt }) },
];

/** A street or a market, in words. */
export const kinds = {
  street: { vi: 'Tuyến đường', en: 'Street' },
  market: { vi: 'Chợ', en: 'Market' },
} as const;
