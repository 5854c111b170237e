import type { ProgrammeId } from '../../shared/ids.ts';
import { remindersOf } from '../../shared/notices/news.ts';
import type { Deps } from '../deps.ts';
import { findProgramme, wholeBoardOf } from '../programmes/store.ts';
import { deliver } from './store.ts';

/** Recalls what is due in an open programme, as of now. Called by the clock, at least once a day; another call in between adds nothing. */
export async function remind({ table, now }: Pick<Deps, 'table' | 'now'>, programmeId: ProgrammeId): Promise<void> {
  const programme = await findProgramme(table, programmeId);
  if (programme?.state !== 'open') return;
  for (const reminder of remindersOf(programme, await wholeBoardOf(table, programmeId), now())) await deliver(table, reminder);
}
