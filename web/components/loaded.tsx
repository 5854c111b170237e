import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Refused } from './refused.tsx';
import { Waiting } from './waiting.tsx';

/** What a question to the server gave: its shape while it is coming, the refusal, or the content. Old content stays while a new question runs. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }): ReactNode {
  if (query.data !== undefined) return children(query.data);
  return query.error ? <Refused error={query.error} retry={() => void query.refetch()} /> : <Waiting />;
}
