import type { Failure } from '../../shared/failures/failure.ts';
import type { AuthorityId } from '../../shared/ids.ts';
import type { Actor, Person } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { roleName, stateName } from '../../shared/texts/names.ts';
import type { Language } from '../../shared/texts/words.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { peopleOf } from '../people/store.ts';
import { type ExportColumn, type ExportTable, everyPage, exportTableOf, pageSize } from './export-table.ts';

/** The people of an authority with their roles. */
export async function people({ table }: Deps, actor: Actor, id: AuthorityId, language: Language): Promise<Result<ExportTable, Failure>> {
  const allowed = await loadForRead({ table }, actor, 'person.list', authorityAt({ id }));
  if (!allowed.ok) return allowed;
  const pages = await everyPage((cursor) => peopleOf(table, id, pageSize, cursor));
  return pages.ok ? ok(exportTableOf(`nguoi-dung-${id}`, columns, language, pages.value)) : pages;
}

const columns: readonly ExportColumn<Person>[] = [
  { vi: 'Họ và tên', en: 'Name', width: 28, of: ({ name }) => name },
  { vi: 'Chức vụ', en: 'Position', width: 34, of: ({ title }) => title },
  { vi: 'Tên đăng nhập', en: 'Sign-in name', width: 20, of: ({ login }) => login },
  {
    vi: 'Vai trò',
    en: 'Roles',
    width: 40,
    of: ({ roles }, language) => roles.map(({ role, authorityId }) => `${roleName(role, language)} (${authorityId})`).join('; '),
  },
  { vi: 'Trạng thái', en: 'State', of: ({ state }, language) => stateName(state, language) },
];
