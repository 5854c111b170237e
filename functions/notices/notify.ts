import { isPast } from '../../shared/deadline.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import { newsOf } from '../../shared/notices/news.ts';
import { findCertificate } from '../certificates/store.ts';
import type { Deps } from '../deps.ts';
import { deliver } from './store.ts';

/**
 * Tells everybody concerned what became of a nomination. Called with the record of a report; told twice it delivers nothing twice, and what a
 * lost report left untold is told with the next one.
 */
export async function notify({ table, now }: Pick<Deps, 'table' | 'now'>, nomination: Nomination): Promise<void> {
  const certificate = nomination.state === 'certified' ? await findCertificate(table, nomination.certificateCode) : undefined;
  const fresh = newsOf(nomination, certificate).filter(({ notice }) => !isPast(newsUntil(notice.at), now()));
  await Promise.all(fresh.map((each) => deliver(table, each)));
}

/** What happened longer ago is told to nobody any more: a post box that is filled anew does not begin with last year. */
const newsUntil = (at: string): string => new Date(Date.parse(at) + 60 * 86_400_000).toISOString();
