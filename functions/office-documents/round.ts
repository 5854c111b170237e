import { type Assessment, counts } from '../../shared/assessments/assessment.ts';
import { combine } from '../../shared/assessments/score.ts';
import { scoreOf } from '../../shared/nominations/outcome.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { dayText } from '../../shared/texts/words.ts';
import { momentText, withoutAccounts } from '../assessments/report/wording.ts';
import type { Dossier } from '../nominations/store.ts';
import type { AssessorFinding, Judged, Round } from './document-facts.ts';

type Finished = Extract<Assessment, { clocks: unknown }>;

/** The round as it was judged, the visits in a fixed order; undefined when no visit counts. */
export function roundOf(nomination: Judged, { assessments, samples }: Dossier, programme: Programme): Round | undefined {
  const sample = samples.find((each) => each.round === nomination.round);
  const finished = assessments
    .filter((each): each is Finished => 'clocks' in each && each.round === nomination.round && counts(each))
    .toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
  const hide = withoutAccounts(finished, sample?.merchants ?? []);
  const visits = finished.map(
    (each): AssessorFinding => ({
      personName: each.personName,
      sheet: each.sheet,
      score: scoreOf(programme, nomination, sample, each),
      finished: momentText(each.clocks.completedAt, each.clocks.clockOffsetMs),
      late: lateness(each),
      note: hide(each.sheet.note?.trim() ?? ''),
    }),
  );
  const [first, ...others] = visits.map((each) => each.score);
  return first && { visits, together: combine([first, ...others], programme.checklist.passScore), sample, hide };
}

const lateness = (visit: Finished): string =>
  visit.state !== 'late'
    ? ''
    : visit.acknowledged
      ? `phiếu đến muộn, được chấp nhận ngày ${dayText(visit.acknowledged.at)}`
      : 'phiếu đến muộn, chờ xác nhận';
