import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId, MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant, MerchantDetails } from '../../shared/merchants/merchant.ts';
import { api, ask } from '../server/api.ts';
import { type Refusal, refusalOf } from '../server/problem.ts';
import type { Edits, GridState } from './grid-changes.ts';
import { detailsOf, type Edit } from './grid-columns.ts';
import { merchantsKey, onStreet } from './street.ts';

/** How sending a row went. `of` is the edit it is about: another edit is another try. */
export type Sent =
  | { state: 'saving'; of: Edit }
  | { state: 'refused'; of: Edit; refusal: Refusal }
  | { state: 'conflict'; of: Edit; theirs: Merchant }
  | { state: 'offline'; of: Edit };
type Row = [id: MerchantId, edit: Edit];
type Saved = { id: MerchantId; edit: Edit; merchant: Merchant };
type Grid = { streetId: StreetId; edits: Edits; drop: (rows: readonly Row[]) => void; stay: MerchantId | undefined; held: boolean };

// Hundreds of pasted rows are sent one by one; drawing the grid after each would take longer than sending it.
const drawEvery = 400;

/**
 * Sends the rows that were typed, one by one, as soon as the person leaves them; a row that stays active waits. What was sent leaves the
 * edits, what was typed meanwhile stays and is sent next.
 */
export function useSaving({ streetId, edits, drop, stay, held }: Grid) {
  const queries = useQueryClient();
  const [sent, setSent] = useState<ReadonlyMap<MerchantId, Sent>>(new Map());
  const busy = useRef(false);
  const actions = useRef(new WeakMap<Edit, ActionId>());
  const gone = useRef(new WeakSet<Edit>());
  // Rows of which the server may hold more than the grid has drawn.
  const sending = useRef(new Set<MerchantId>());
  const latest = useRef({ edits, sent, stay, held });
  latest.current = { edits, sent, stay, held };

  const mark = useCallback((change: (was: Map<MerchantId, Sent>) => void) => {
    const next = new Map(latest.current.sent);
    change(next);
    latest.current.sent = next;
    setSent(next);
  }, []);
  const put = useCallback((merchants: readonly Merchant[]) => putInto(queries, streetId, merchants), [queries, streetId]);

  const work = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    const saved: Saved[] = [];
    let drawn = Number.NEGATIVE_INFINITY;
    const draw = (next?: Row) => {
      drawn = performance.now();
      put(saved.map(({ merchant }) => merchant));
      drop(saved.map(({ id, edit }) => [id, edit]));
      mark((was) => {
        for (const { id } of saved) {
          was.delete(id);
          sending.current.delete(id);
        }
        if (next) was.set(next[0], { state: 'saving', of: next[1] });
      });
      saved.length = 0;
    };
    let stored = heldOf(queries, streetId);
    for (let next = waiting(stored, gone.current, latest.current); next; next = waiting(stored, gone.current, latest.current)) {
      const [id, edit] = next;
      if (performance.now() - drawn > drawEvery) {
        draw(next);
        stored = heldOf(queries, streetId);
      }
      sending.current.add(id);
      const actionId = actions.current.get(edit) ?? (uuidv7() as ActionId);
      actions.current.set(edit, actionId);
      try {
        const merchant = await send(streetId, id, stored.get(id), edit, actionId);
        gone.current.add(edit);
        stored.set(id, merchant);
        saved.push({ id, edit, merchant });
      } catch (error) {
        sending.current.delete(id);
        mark((was) => was.set(id, outcomeOf(error, edit)));
      }
    }
    draw();
    busy.current = false;
    void queries.invalidateQueries({ queryKey: ['street', streetId] });
    void queries.invalidateQueries({ queryKey: ['duplicates', streetId] });
  }, [queries, streetId, mark, put, drop]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what gives it something to do
  useEffect(() => {
    if (!busy.current && waiting(heldOf(queries, streetId), gone.current, latest.current)) void work();
  }, [edits, stay, sent, work]);

  useEffect(() => {
    const again = () =>
      mark((was) => {
        for (const [id, { state }] of was) if (state === 'offline') was.delete(id);
      });
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [mark]);

  /** After a conflict: theirs is the version to go on from; what was typed stays or is dropped. */
  const settle = useCallback(
    (id: MerchantId, keepMine: boolean) => {
      const status = latest.current.sent.get(id);
      if (status?.state !== 'conflict') return;
      put([status.theirs]);
      if (!keepMine) drop([[id, status.of]]);
      actions.current.delete(status.of);
      mark((was) => was.delete(id));
    },
    [put, drop, mark],
  );
  /** How the rows stand at this moment: what is drawn may be a moment older, and an undo must not judge by that. */
  const gridState = useCallback(
    (): GridState => ({ stored: heldOf(queries, streetId), underWay: (id) => sending.current.has(id) }),
    [queries, streetId],
  );
  return { sent, put, settle, standing: gridState };
}

async function send(streetId: StreetId, id: MerchantId, stored: Merchant | undefined, edit: Edit, actionId: ActionId): Promise<Merchant> {
  const { details } = detailsOf(stored, edit);
  const { merchants } = api.streets[':streetId'];
  const saved = stored
    ? await ask(merchants[':merchantId'].$put({ ...onStreet(streetId, id), json: { actionId, version: stored.version, details } }))
    : await ask(merchants.$post({ param: { streetId }, json: { id, details: details as MerchantDetails } }));
  return saved as Merchant;
}

function outcomeOf(error: unknown, of: Edit): Sent {
  const refusal = refusalOf(error);
  const theirs = refusal.params?.['current'] as Merchant | undefined;
  if (refusal.code === 'changed-meanwhile' && theirs) return { state: 'conflict', of, theirs };
  return refusal.code === 'offline' ? { state: 'offline', of } : { state: 'refused', of, refusal };
}

const heldOf = (queries: QueryClient, streetId: StreetId): Map<MerchantId, Merchant> =>
  new Map((queries.getQueryData<Merchant[]>(merchantsKey(streetId)) ?? []).map((each) => [each.id, each]));

function putInto(queries: QueryClient, streetId: StreetId, merchants: readonly Merchant[]): void {
  if (merchants.length === 0) return;
  const fresh = new Map(merchants.map((each) => [each.id, each]));
  queries.setQueryData<Merchant[]>(merchantsKey(streetId), (all = []) => {
    const kept = all.map((each) => fresh.get(each.id) ?? each);
    const known = new Set(all.map(({ id }) => id));
    return [...kept, ...merchants.filter(({ id }) => !known.has(id))];
  });
}

/** The next row that can be sent now: complete, readable, left by the person, and not refused as it is. */
function waiting(
  stored: ReadonlyMap<MerchantId, Merchant>,
  gone: WeakSet<Edit>,
  { edits, sent, stay, held }: { edits: Edits; sent: ReadonlyMap<MerchantId, Sent>; stay: MerchantId | undefined; held: boolean },
): Row | undefined {
  if (held) return undefined;
  return (Object.entries(edits) as Row[]).find(([id, edit]) => {
    const status = sent.get(id);
    const tried = status?.of === edit && status.state !== 'saving';
    return id !== stay && !tried && !gone.has(edit) && Object.keys(detailsOf(stored.get(id), edit).wrong).length === 0;
  });
}
