import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { Summary } from '../../shared/programmes/summary.ts';
import { ok, type Result } from '../../shared/result.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Page } from '../data/read.ts';
import type { Deps } from '../deps.ts';
import { summariesOf } from './store.ts';

/**
 * A page of the year's programmes of a unit and of everything below it, in figures: what puts districts side by side. Programmes appear
 * once somebody has opened them. For a unit in the middle the page may be shorter than `limit`: its neighbours are left out.
 */
export async function overview(
  { table }: Deps,
  actor: Actor,
  id: AuthorityId,
  year: number,
  limit: number,
  cursor?: string,
): Promise<Result<Page<Summary>, Failure>> {
  const found = await loadForRead({ table }, actor, 'programme.overview', authorityAt({ id }));
  if (!found.ok) return found;
  const unit = found.value;
  const page = await summariesOf(table, unit.above.at(-1) ?? unit.id, year, limit, cursor);
  return page.ok ? ok({ ...page.value, items: page.value.items.filter(({ above }) => above.includes(id)) }) : page;
}
