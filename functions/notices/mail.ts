import type { Addressed, Inbox } from '../../shared/notices/notice.ts';
import { noticeText } from '../../shared/notices/notice-texts.ts';
import type { Person } from '../../shared/people/person.ts';
import type { Table } from '../data/table.ts';
import { findPerson, peopleOf } from '../people/store.ts';
import { claimMail, releaseMail } from './store.ts';

/** A mail as it goes out; plain text. */
export type Mail = { to: string; subject: string; text: string };
export type Post = { send: (mail: Mail) => Promise<void> };

/**
 * Sends a notice to the people whose post box it lies in, in both languages, each once: a repeat sends nothing, and a mail that did not go
 * out is sent by the next call. Whoever signs in with something else than a mail address reads it in the app.
 */
export async function mail(of: { table: Table; post: Post; publicOrigin: string }, addressed: Addressed): Promise<void> {
  const { table, post, publicOrigin } = of;
  const words = mailOf(addressed, publicOrigin);
  for (const person of await readers(table, addressed.to)) {
    if (person.state !== 'active' || !person.login.includes('@') || person.id === addressed.notice.by) continue;
    if (!(await claimMail(table, addressed, person.id))) continue;
    try {
      await post.send({ to: person.login, ...words });
    } catch (error) {
      await releaseMail(table, addressed, person.id);
      throw error;
    }
  }
}

/** The people of an authority who hold the role there; they are found where they are kept. */
async function readers(table: Table, to: Inbox): Promise<Person[]> {
  if (to.role === 'assessor') return [await findPerson(table, to.personId)].filter((person) => person !== undefined);
  const found: Person[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await peopleOf(table, to.authorityId, 200, cursor);
    if (!page.ok) throw new Error('a cursor made here was not understood');
    found.push(...page.value.items);
    if (page.value.next === undefined) break;
    cursor = page.value.next;
  }
  return found.filter(({ roles }) => roles.some((held) => held.role === to.role && held.authorityId === to.authorityId));
}

/** Vietnamese first, then English, then where to go on. */
function mailOf({ notice }: Addressed, publicOrigin: string): Omit<Mail, 'to'> {
  const [vi, en] = [noticeText(notice, 'vi'), noticeText(notice, 'en')];
  return {
    subject: `[Phố Số] ${vi.title}`,
    text: [vi.title, vi.text, '', publicOrigin, '', '—', en.title, en.text].join('\n'),
  };
}
