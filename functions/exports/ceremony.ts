import type { Handover } from '../../shared/ceremony/ceremony.ts';
import type { Failure } from '../../shared/failures/failure.ts';
import type { ProgrammeId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Language } from '../../shared/texts/words.ts';
import { show } from '../ceremony/show.ts';
import type { Deps } from '../deps.ts';
import { kinds } from './board.ts';
import { type ExportColumn, type ExportTable, exportTableOf } from './export-table.ts';

/** Who receives what at a ceremony, in its order. */
export async function runningOrder(deps: Deps, actor: Actor, id: ProgrammeId, language: Language): Promise<Result<ExportTable, Failure>> {
  const ceremony = await show(deps, actor, id);
  if (!ceremony.ok) return ceremony;
  const rows = ceremony.value.handovers.map((handover, at) => ({ ...handover, at: at + 1 }));
  async function* once() {
    yield rows;
  }
  return ok(exportTableOf('danh-sach-trao', columns, language, once()));
}

const columns: readonly ExportColumn<Handover & { at: number }>[] = [
  { vi: 'Thứ tự', en: 'Order', width: 8, of: ({ at }) => at },
  { vi: 'Tuyến đường, chợ', en: 'Street or market', width: 34, of: ({ name }) => name },
  { vi: 'Đoạn, địa chỉ', en: 'Segment or address', width: 34, of: ({ segment }) => segment },
  { vi: 'Người nhận', en: 'Received by', width: 28, of: ({ wardName }) => wardName },
  { vi: 'Loại', en: 'Kind', of: ({ kind }, language) => kinds[kind][language] },
  { vi: 'Số cơ sở', en: 'Merchants', width: 10, of: ({ figures }) => figures.merchants },
  { vi: 'Không dùng tiền mặt', en: 'Cashless', width: 20, of: ({ figures }) => figures.cashless },
  { vi: 'Điểm', en: 'Score', width: 8, of: ({ score }) => (score === undefined ? undefined : Math.round(score * 10) / 10) },
  { vi: 'Số giấy chứng nhận', en: 'Certificate number', width: 20, of: (each) => (each.state === 'final' ? each.number : undefined) },
  { vi: 'Mã', en: 'Code', of: (each) => (each.state === 'final' ? each.code : undefined) },
];
