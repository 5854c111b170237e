import type { Failure } from '../../shared/failure.ts';
import type { AttachedFile, Contact, Nomination } from '../../shared/nomination.ts';
import type { Result } from '../../shared/result.ts';
import type { Command } from '../data/audit.ts';
import { change, save } from '../data/save.ts';
import type { Deps } from '../deps.ts';
import { checkStored } from '../files/content-type.ts';
import { type Move, ready } from './load.ts';

/** Changes the contact person and the files of a dossier that the ward still holds. Files must have arrived before they are named. */
export async function edit(
  deps: Deps,
  command: Command,
  move: Move,
  next: { contact?: Contact | undefined; files: AttachedFile[] },
): Promise<Result<Nomination, Failure>> {
  const from = await ready(deps, command, move, 'nomination.edit', 'edit');
  if (from.done) return from.answer;

  for (const file of next.files) {
    const fit = await checkStored(deps.blobs, file.sha256, file.contentType, file.name);
    if (!fit.ok) return fit;
  }

  const { contact: _, ...rest } = from.nomination;
  return save(
    deps.table,
    change(deps.table, command, 'nomination.edit', 'nomination', from.nomination, {
      ...rest,
      ...(next.contact && { contact: next.contact }),
      files: next.files,
      updatedAt: command.at,
    }),
  );
}
