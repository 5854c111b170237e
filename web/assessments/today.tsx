import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DeadlineText } from '../components/deadline-text.tsx';
import { Refused } from '../components/refused.tsx';
import { Waiting } from '../components/waiting.tsx';
import { useT } from '../language/language.tsx';
import { api, ask } from '../server/api.ts';
import { AssessmentFacts } from './assessment-facts.tsx';
import { DownloadBundle } from './download-bundle.tsx';
import { Storage } from './storage.tsx';
import { todayTexts } from './today-texts.ts';

/** What an assessor has to do, the most urgent first: each visit is taken along with one tap. */
export default function Today(): ReactNode {
  const t = useT(todayTexts);
  const visits = useInfiniteQuery({
    queryKey: ['visits'],
    queryFn: ({ pageParam }) => ask(api.assessments.$get({ query: { limit: '50', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const all = visits.data?.pages.flatMap(({ items }) => items) ?? [];
  const open = all.filter(({ state }) => state === 'writing');
  const done = all.filter(({ state }) => state !== 'writing');
  return (
    <div className="visit">
      <h1>{t.title}</h1>
      <Storage />
      {!visits.data && (visits.error ? <Refused error={visits.error} retry={() => void visits.refetch()} /> : <Waiting />)}
      {visits.data && open.length === 0 && <p className="card">{t.nothing}</p>}
      {open.map((visit) => (
        <article key={visit.nominationId} className="card">
          <h2>{visit.streetName}</h2>
          <p>
            <DeadlineText until={visit.dueAt} />
          </p>
          <AssessmentFacts
            nominationId={visit.nominationId}
            wardId={visit.wardId}
            answered={Object.keys(visit.sheet.answers).length}
            checked={visit.sheet.spotChecks.length}
          />
          <DownloadBundle nominationId={visit.nominationId} />
        </article>
      ))}
      {done.length > 0 && (
        <section>
          <h2>{t.finished}</h2>
          <ul className="tasks">
            {done.map((visit) => (
              <li key={`${visit.nominationId} ${visit.round}`}>
                <span>{visit.streetName}</span>
                <span className="badge">{t.states[visit.state]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {visits.hasNextPage && (
        <button type="button" className="button wide" onClick={() => void visits.fetchNextPage()}>
          {t.more}
        </button>
      )}
    </div>
  );
}
