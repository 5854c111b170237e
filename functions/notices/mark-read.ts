import type { PersonId } from '../../shared/ids.ts';
import type { Inbox } from '../../shared/notices/notice.ts';
import type { Deps } from '../deps.ts';
import { remember } from './store.ts';

/** Remembers which notices somebody has read. Repeating it changes nothing. */
export async function markRead({ table }: Deps, inbox: Inbox, reader: PersonId, ids: readonly string[]): Promise<{ ids: string[] }> {
  await Promise.all(ids.map((id) => remember(table, inbox, reader, id)));
  return { ids: [...ids] };
}
