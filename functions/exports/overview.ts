import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import { groupNames } from '../../shared/merchants/merchant-names.ts';
import type { NominationState } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Summary } from '../../shared/programmes/summary.ts';
import { ok, type Result } from '../../shared/result.ts';
import { stateName } from '../../shared/texts/names.ts';
import type { Language } from '../../shared/texts/words.ts';
import { findAuthorities } from '../authorities/store.ts';
import type { Deps } from '../deps.ts';
import { overview } from '../programmes/overview.ts';
import { type ExportColumn, type ExportTable, everyPage, exportTableOf } from './export-table.ts';

/** Names are read by the hundred. */
const atOnce = 100;

/** The year's programmes of a unit and of everything below it, side by side. */
export async function unitOverview(
  deps: Deps,
  actor: Actor,
  id: AuthorityId,
  year: number,
  language: Language,
): Promise<Result<ExportTable, Failure>> {
  const pages = await everyPage(async (cursor) => {
    const page = await overview(deps, actor, id, year, atOnce, cursor);
    if (!page.ok) return page;
    const units = await findAuthorities(deps.table, [...new Set(page.value.items.map((each) => each.advisingAuthorityId))]);
    const names = new Map(units.map((unit) => [unit.id, unit.name]));
    const items = page.value.items.map((each): Row => ({ ...each, unit: names.get(each.advisingAuthorityId) ?? each.advisingAuthorityId }));
    return ok({ ...page.value, items });
  });
  return pages.ok ? ok(exportTableOf(`tong-hop-${id}-${year}`, columns, language, pages.value)) : pages;
}

type Row = Summary & { unit: string };

const states: readonly NominationState[] = [
  'draft',
  'submitted',
  'returned',
  'assessing',
  'assessed',
  'recommended',
  'certified',
  'declined',
  'withdrawn',
  'revoked',
];
const stateColumns = states.map(
  (state): ExportColumn<Row> => ({
    vi: capital(stateName(state, 'vi')),
    en: capital(stateName(state, 'en')),
    of: (row) => row.states[state] ?? 0,
  }),
);

const columns: readonly ExportColumn<Row>[] = [
  { vi: 'Đơn vị', en: 'Unit', width: 28, of: ({ unit }) => unit },
  { vi: 'Đợt', en: 'Programme', width: 44, of: ({ name }) => name },
  { vi: 'Năm', en: 'Year', of: ({ year }) => year },
  { vi: 'Phường tham gia', en: 'Wards taking part', of: ({ wards }) => wards },
  ...stateColumns,
  { vi: 'Số cơ sở', en: 'Merchants', of: ({ merchants }) => merchants },
  { vi: 'Không dùng tiền mặt', en: 'Cashless', of: ({ cashless }) => cashless },
  {
    vi: 'Tỷ lệ (%)',
    en: 'Share (%)',
    of: ({ merchants, cashless }) => (merchants === 0 ? undefined : Math.round((1000 * cashless) / merchants) / 10),
  },
  { vi: groupNames.vi.qr, en: groupNames.en.qr, of: ({ qr }) => qr },
  { vi: groupNames.vi.card, en: groupNames.en.card, of: ({ card }) => card },
  { vi: groupNames.vi.wallet, en: groupNames.en.wallet, of: ({ wallet }) => wallet },
  { vi: groupNames.vi.mobileMoney, en: groupNames.en.mobileMoney, of: ({ mobileMoney }) => mobileMoney },
  { vi: 'Cập nhật', en: 'Updated', of: ({ computedAt }) => ({ at: computedAt }) },
];

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
