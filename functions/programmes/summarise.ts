import type { ProgrammeId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Summary } from '../../shared/programmes/summary.ts';
import type { Deps } from '../deps.ts';
import { findProgramme, storeSummary, wholeBoardOf } from './store.ts';

/**
 * Counts a programme's board anew and stores the result. Called when a report says that a nomination changed: counting again instead of
 * adding up makes repeated, late and lost reports harmless.
 */
export async function summarise({ table, now }: Deps, programmeId: ProgrammeId): Promise<Summary> {
  const programme = await findProgramme(table, programmeId);
  if (!programme) throw new Error('a programme that has nominations is gone');
  // Taken before reading: of two counts at once, the one that saw more stays.
  const computedAt = now().toISOString();
  const nominations = await wholeBoardOf(table, programmeId);
  const running = nominations.filter(isRunning);
  const figures = running.flatMap((each) => ('submission' in each ? [each.submission.figures] : []));
  const total = (field: (typeof counted)[number]) => figures.reduce((sum, each) => sum + each[field], 0);

  const summary: Summary = {
    programmeId,
    name: programme.name,
    year: programme.year,
    advisingAuthorityId: programme.advisingAuthorityId,
    above: programme.above,
    states: countsPerState(nominations),
    wards: new Set(running.map((each) => each.wardId)).size,
    merchants: total('merchants'),
    cashless: total('cashless'),
    qr: total('qr'),
    card: total('card'),
    wallet: total('wallet'),
    mobileMoney: total('mobileMoney'),
    twoMethods: total('twoMethods'),
    computedAt,
  };
  await storeSummary(table, summary);
  return summary;
}

const counted = ['merchants', 'cashless', 'qr', 'card', 'wallet', 'mobileMoney', 'twoMethods'] as const;

/** Shops are counted as handed in, and only where the street is still in the running or certified. */
const isRunning = ({ state }: Nomination): boolean => state !== 'withdrawn' && state !== 'declined' && state !== 'revoked';

function countsPerState(nominations: readonly Nomination[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of nominations) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}
