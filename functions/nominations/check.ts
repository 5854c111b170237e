import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Actor } from '../../shared/people/person.ts';
import { ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { completeness } from './completeness.ts';
import { dossierAt } from './store.ts';

/** What a dossier still lacks, before anybody presses "submit". */
export async function check(deps: Deps, actor: Actor, id: NominationId): Promise<Result<{ missing: string[] }, Failure>> {
  const found = await loadForRead(deps, actor, 'nomination.read', dossierAt({ id }));
  if (!found.ok) return found;
  const { missing } = await completeness(deps, found.value.nomination);
  return ok({ missing });
}
