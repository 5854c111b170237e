import type { Assessment } from '../../../shared/assessments/assessment.ts';
import type { Score } from '../../../shared/assessments/score.ts';
import type { Nomination, Sample } from '../../../shared/nominations/nomination.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import type { StreetDetails } from '../../../shared/streets/street.ts';

/** A visit that was finished, with its score. */
export type Finished = Extract<Assessment, { clocks: unknown }> & { score: Score };
export type HandedIn = Extract<Nomination, { submission: unknown }>;

/** All that a assessment report says: of one visit, or of the whole round. */
export type ReportFacts = {
  of: 'visit' | 'round';
  nomination: HandedIn;
  programme: Programme;
  street: StreetDetails;
  sample: Sample | undefined;
  visits: readonly [Finished, ...Finished[]];
};

/** When the last of the visits was finished, by the server's reckoning: the record bears this date. */
export const finishedAt = ({ visits }: ReportFacts): string =>
  new Date(Math.max(...visits.map(({ clocks }) => Date.parse(clocks.completedAt) + clocks.clockOffsetMs))).toISOString();
