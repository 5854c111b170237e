import type { Failure } from '../../shared/failures/failure.ts';
import type { NominationId, ProgrammeId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Actor } from '../../shared/people/person.ts';
import type { ActionName } from '../../shared/people/policy.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { programmeAt, wholeBoardOf } from '../programmes/store.ts';
import { decisionPaper } from './decision-paper.ts';
import type { Advised, Granted, Listed } from './listed.ts';
import { loadNamedStreets, loadSigner, loadUnits } from './load-document-facts.ts';
import type { NamedDocument } from './office-document.ts';
import { recommendationPaper } from './recommendation-paper.ts';
import { resultsPaper } from './results-paper.ts';
import { officeOf } from './units.ts';

/**
 * Tờ trình of the Economics office: of the dossiers that are named, or of all that wait for the leadership; when none waits, of all that
 * were ever recommended.
 */
export async function recommendation(
  deps: Deps,
  actor: Actor,
  id: ProgrammeId,
  ids?: readonly NominationId[],
): Promise<Result<NamedDocument, Failure>> {
  const board = await boardOf(deps, actor, id, 'document.recommendation', ids);
  if (!board.ok) return board;
  const advised = board.value.nominations.filter((each): each is Advised => 'recommendation' in each);
  const waiting = advised.filter(({ state }) => state === 'recommended');
  const chosen = ids || waiting.length === 0 ? advised : waiting;
  if (chosen.length === 0) return fail({ code: 'document-not-due', document: 'recommendation' });
  const last = chosen.reduce((a, b) => (a.recommendation.at > b.recommendation.at ? a : b));
  const [listed, signer] = await Promise.all([listedOf(deps, board.value, chosen), loadSigner(deps.table, last.recommendation.by)]);
  return ok(recommendationPaper({ ...listed, at: last.recommendation.at, signer }));
}

/**
 * Quyết định with its list: of the dossiers that are named, or of those that the newest decision granted; before there is one, as a
 * draft of those that are recommended in favour.
 */
export async function decision(
  deps: Deps,
  actor: Actor,
  id: ProgrammeId,
  ids?: readonly NominationId[],
): Promise<Result<NamedDocument, Failure>> {
  const board = await boardOf(deps, actor, id, 'document.decision', ids);
  if (!board.ok) return board;
  const { nominations } = board.value;
  const granted = nominations.filter((each): each is Granted => 'certificateCode' in each);
  const asked = nominations.filter((each): each is Advised => each.state === 'recommended' && each.recommendation.inFavour);
  const chosen: Advised[] = granted.length === 0 ? asked : ids ? granted : ofNewestDecision(granted);
  if (chosen.length === 0) return fail({ code: 'document-not-due', document: 'decision' });
  return ok(decisionPaper(await listedOf(deps, board.value, chosen)));
}

/** Báo cáo kết quả of the issuing authority to the one above it. */
export async function results(deps: Deps, actor: Actor, id: ProgrammeId): Promise<Result<NamedDocument, Failure>> {
  const board = await boardOf(deps, actor, id, 'document.results');
  if (!board.ok) return board;
  const { programme, nominations } = board.value;
  if (!nominations.some((each) => 'submission' in each)) return fail({ code: 'document-not-due', document: 'results' });
  const units = await loadUnits(deps.table, [
    programme.issuingAuthorityId,
    programme.advisingAuthorityId,
    ...programme.above,
    ...programme.wardIds,
  ]);
  // Only what was decided stands there by name.
  const decided = nominations.filter(({ state }) => state === 'certified' || state === 'declined');
  const places = await loadNamedStreets(deps.table, decided, units);
  return ok(resultsPaper({ programme, nominations, units, places }));
}

type Board = { programme: Programme; nominations: Nomination[] };

/** A programme with the dossiers that are named, or with all of them, for somebody who may have the paper. */
async function boardOf(
  { table }: Deps,
  actor: Actor,
  id: ProgrammeId,
  action: ActionName,
  ids?: readonly NominationId[],
): Promise<Result<Board, Failure>> {
  const found = await loadForRead({ table }, actor, action, programmeAt({ id }));
  if (!found.ok) return found;
  const programme = found.value;
  const all = await wholeBoardOf(table, id);
  if (!ids) return ok({ programme, nominations: all });
  const byId = new Map(all.map((each) => [each.id, each]));
  const missing = ids.find((each) => !byId.has(each));
  if (missing) return fail({ code: 'not-found', what: 'nomination', id: missing });
  return ok({ programme, nominations: [...new Set(ids)].flatMap((each) => byId.get(each) ?? []) });
}

/** Approved under one number, or all that still have none: what the clerk writes down as one decision. */
function ofNewestDecision(granted: readonly Granted[]): Granted[] {
  const newest = granted.reduce((a, b) => (a.decision.at >= b.decision.at ? a : b));
  return granted.filter(({ decision: { number, date } }) => number === newest.decision.number && date === newest.decision.date);
}

async function listedOf<N extends Advised>({ table }: Deps, { programme }: Board, nominations: readonly N[]): Promise<Listed<N>> {
  const units = await loadUnits(table, [
    programme.advisingAuthorityId,
    programme.issuingAuthorityId,
    ...nominations.flatMap((each) => [each.wardId, ...each.above]),
  ]);
  const advising = units.get(programme.advisingAuthorityId);
  if (!advising) throw new Error(`programme ${programme.id} names a unit that is gone`);
  const places = await loadNamedStreets(table, nominations, units);
  const parent = units.get(programme.issuingAuthorityId)?.parentId;
  return {
    programme,
    office: officeOf(advising),
    above: parent && units.get(parent)?.name,
    streets: nominations.map((nomination) => ({ nomination, place: places(nomination) })),
  };
}
