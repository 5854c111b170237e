import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { dossierAt } from '../nominations/store.ts';
import { findProgramme } from '../programmes/store.ts';
import { assessmentPaper } from './assessment-paper.ts';
import type { Judged } from './document-facts.ts';
import { loadNamedStreets, loadSigner, loadUnits } from './load-document-facts.ts';
import type { NamedDocument } from './office-document.ts';
import { roundOf } from './round.ts';
import { officeOf } from './units.ts';

const allowed = ['assessed', 'recommended', 'certified', 'declined', 'revoked'] as const;

/** Báo cáo thẩm định of the Economics office, once every assessor is in. */
export async function assessment(deps: Deps, actor: Actor, id: NominationId): Promise<Result<NamedDocument, Failure>> {
  const found = await loadForRead(deps, actor, 'document.assessment', dossierAt({ id }));
  if (!found.ok) return found;
  const { nomination } = found.value;
  if (!isJudged(nomination))
    return fail({ code: 'wrong-state', action: 'document.assessment', state: nomination.state, allowed: [...allowed] });
  const { table } = deps;
  const [programme, units, signer] = await Promise.all([
    findProgramme(table, nomination.programmeId),
    loadUnits(table, [nomination.wardId, ...nomination.above, nomination.advisingAuthorityId]),
    loadSigner(table, 'recommendation' in nomination ? nomination.recommendation.by : undefined),
  ]);
  const advising = units.get(nomination.advisingAuthorityId);
  if (!programme || !advising) throw new Error(`nomination ${id} names records that are gone`);
  const round = roundOf(nomination, found.value, programme);
  if (!round) return fail({ code: 'not-found', what: 'assessment', id });
  const places = await loadNamedStreets(table, [nomination], units);
  return ok(assessmentPaper({ nomination, programme, place: places(nomination), office: officeOf(advising), round, signer }));
}

const isJudged = (nomination: Nomination): nomination is Judged => (allowed as readonly string[]).includes(nomination.state);
