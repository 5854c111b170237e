import type { Failure } from '../../shared/failures/failure.ts';
import type { PersonId } from '../../shared/ids.ts';
import { Addressed, type Inbox, Notice, type ShownNotice } from '../../shared/notices/notice.ts';
import { ok, type Result } from '../../shared/result.ts';
import { claim, release } from '../data/claim.ts';
import { addTo, putOnce } from '../data/derived.ts';
import { dataOf } from '../data/item.ts';
import { type Page, queryItems } from '../data/read.ts';
import { key, partition, type Table } from '../data/table.ts';

/** A notice as one person sees it. */

const nameOf = (inbox: Inbox): string => (inbox.role === 'assessor' ? `assessor#${inbox.personId}` : `${inbox.role}#${inbox.authorityId}`);

/** Puts a notice into its post box, once: one that lies there already stays, with everybody who has read it. */
export const deliver = (table: Table, { to, notice }: Addressed): Promise<void> => {
  const inbox = partition.notices(nameOf(to));
  return putOnce(table, { ...key.notice(nameOf(to), notice.id), GSI1PK: inbox, GSI1SK: `${notice.at}#${notice.id}` }, 'notice', notice);
};

/** A page of a post box, the newest first. Who did something has read of it. */
export async function noticesOf(
  table: Table,
  inbox: Inbox,
  reader: PersonId,
  limit: number,
  cursor?: string,
): Promise<Result<Page<ShownNotice>, Failure>> {
  const range = { index: 'GSI1', pk: ['GSI1PK', partition.notices(nameOf(inbox))], backwards: true } as const;
  const page = await queryItems(table, { ...range, pk: [...range.pk] }, limit, cursor);
  if (!page.ok) return page;
  const items = page.value.items.map((item): ShownNotice => {
    const notice = dataOf('notice', Notice, item);
    const readBy = item['readBy'];
    return { ...notice, read: notice.by === reader || (readBy instanceof Set && readBy.has(reader)) };
  });
  return ok({ ...page.value, items });
}

/** Remembers that somebody has read a notice; one that is not there is passed over. Nobody's business but theirs, so without an audit entry. */
export const remember = (table: Table, inbox: Inbox, reader: PersonId, id: string): Promise<void> =>
  addTo(table, key.notice(nameOf(inbox), id), 'readBy', reader);

/** A notice out of its item, with the post box it lies in. */
export function addressedOf(item: Record<string, unknown>): Addressed {
  const [, role, id] = String(item['PK']).split('#');
  return Addressed.parse({
    to: { role, ...(role === 'assessor' ? { personId: id } : { authorityId: id }) },
    notice: dataOf('notice', Notice, item),
  });
}

/** Takes note that a person is about to get this notice by mail; false when that was noted before, by this or another call. */
export const claimMail = (table: Table, { to, notice }: Addressed, person: PersonId): Promise<boolean> =>
  claim(table, key.notice(nameOf(to), notice.id), 'mailedTo', person);

/** Takes the note back, because the mail did not go out. */
export const releaseMail = (table: Table, { to, notice }: Addressed, person: PersonId): Promise<void> =>
  release(table, key.notice(nameOf(to), notice.id), 'mailedTo', person);
