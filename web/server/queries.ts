import { type DehydratedState, dehydrate, hydrate, QueryClient } from '@tanstack/react-query';
import { device } from '../device/database.ts';
import { refusalOf } from './problem.ts';

/** Asks again only when that can help: not after a refusal, and not three times on a phone without network. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 24 * 3_600_000,
      retry: (count, error) => count < 2 && ['busy', 'too-many-requests'].includes(refusalOf(error).code),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

/** What the server said last is there again when the app is opened without a network; it belongs to one person. */
export async function keepAnswers(subject: string): Promise<void> {
  const saved = await device()
    .then((db) => db.get('answers', subject))
    .catch(() => undefined);
  if (saved) {
    hydrate(queries, saved.saved as DehydratedState);
    // Something to show at once, and nothing to rely on: it may have been kept just before the last change.
    await queries.invalidateQueries({ refetchType: 'none' });
  }
  let waiting = false;
  queries.getQueryCache().subscribe(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void keep(subject);
    }, 500);
  });
}

async function keep(subject: string): Promise<void> {
  const saved = dehydrate(queries, {
    shouldDehydrateQuery: (query) => query.state.data !== undefined && query.meta?.['keep'] !== false,
  });
  await device()
    .then((db) => db.put('answers', { saved: JSON.parse(JSON.stringify(saved)) as unknown }, subject))
    .catch(() => {});
}
