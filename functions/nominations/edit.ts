import type { Failure } from '../../shared/failures/failure.ts';
import type { AttachedFile, Contact, Nomination } from '../../shared/nominations/nomination.ts';
import { transitions } from '../../shared/nominations/transitions.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { checkStored } from '../files/content-type.ts';
import { type Move, ready } from './load-nomination.ts';

/** Changes the contact person and the files of a dossier that the ward still holds. Files must have arrived before they are named. */
export async function edit(
  deps: Deps,
  command: Command,
  move: Move,
  next: { contact?: Contact | undefined; files: AttachedFile[] },
): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, transitions.edit);
  if (from.done) return from.answer;
  const decided = transitions.edit.decide({ ...command, ...next }, from.nomination, {});
  if (!decided.ok) return decided;

  for (const file of next.files) {
    const fit = await checkStored(deps.blobs, file.sha256, file.contentType, file.name);
    if (!fit.ok) return fit;
  }

  return save(deps.table, change(deps.table, command, 'nomination.edit', 'nomination', from.nomination, decided.value));
}
