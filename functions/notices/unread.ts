import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { Inbox } from '../../shared/notices/notice.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { noticesOf } from './store.ts';

const counted = 100;

/** How many of the newest hundred notices somebody has not read. */
export async function unread({ table }: Deps, inbox: Inbox, reader: PersonId): Promise<Result<{ unread: number }, Failure>> {
  const newest = await noticesOf(table, inbox, reader, counted);
  return newest.ok ? ok({ unread: newest.value.items.filter((each) => !each.read).length }) : newest;
}
