import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId, MerchantId, StreetId } from '../../shared/ids.ts';
import type { Merchant, MerchantDetails } from '../../shared/merchant.ts';
import { api, ask } from '../server/api.ts';
import { type Refusal, refusalOf } from '../server/problem.ts';
import type { Edits } from './grid-changes.ts';
import { detailsOf, type Edit } from './grid-columns.ts';
import { merchantsKey, onStreet } from './street.ts';

/** How sending a row went. `of` is the edit it is about: another edit is another try. */
export type Sent =
  | { state: 'saving'; of: Edit }
  | { state: 'refused'; of: Edit; refusal: Refusal }
  | { state: 'conflict'; of: Edit; theirs: Merchant }
  | { state: 'offline'; of: Edit };

type Grid = { streetId: StreetId; edits: Edits; drop: (id: MerchantId, edit: Edit) => void; stay: MerchantId | undefined; held: boolean };

/**
 * Sends the rows that were typed, one by one, as soon as the person leaves them; a row that stays active waits. What was sent leaves the
 * edits, what was typed meanwhile stays and is sent next.
 */
export function useSaving({ streetId, edits, drop, stay, held }: Grid) {
  const queries = useQueryClient();
  const [sent, setSent] = useState<ReadonlyMap<MerchantId, Sent>>(new Map());
  const busy = useRef(false);
  const actions = useRef(new WeakMap<Edit, ActionId>());
  const latest = useRef({ edits, sent, stay, held });
  latest.current = { edits, sent, stay, held };

  const mark = useCallback((id: MerchantId, to: Sent | undefined) => {
    setSent((was) => {
      const next = new Map(was);
      if (to) next.set(id, to);
      else next.delete(id);
      latest.current.sent = next;
      return next;
    });
  }, []);

  const put = useCallback(
    (merchant: Merchant) =>
      queries.setQueryData<Merchant[]>(merchantsKey(streetId), (all = []) =>
        all.some(({ id }) => id === merchant.id) ? all.map((each) => (each.id === merchant.id ? merchant : each)) : [...all, merchant],
      ),
    [queries, streetId],
  );

  const send = useCallback(
    async (id: MerchantId, edit: Edit) => {
      const stored = queries.getQueryData<Merchant[]>(merchantsKey(streetId))?.find((each) => each.id === id);
      const { details } = detailsOf(stored, edit);
      const actionId = actions.current.get(edit) ?? (uuidv7() as ActionId);
      actions.current.set(edit, actionId);
      mark(id, { state: 'saving', of: edit });
      try {
        const { merchants } = api.streets[':streetId'];
        const saved = stored
          ? await ask(merchants[':merchantId'].$put({ ...onStreet(streetId, id), json: { actionId, version: stored.version, details } }))
          : await ask(merchants.$post({ param: { streetId }, json: { id, details: details as MerchantDetails } }));
        put(saved as Merchant);
        drop(id, edit);
        mark(id, undefined);
      } catch (error) {
        const refusal = refusalOf(error);
        const theirs = refusal.params?.['current'] as Merchant | undefined;
        if (refusal.code === 'changed-meanwhile' && theirs) mark(id, { state: 'conflict', of: edit, theirs });
        else mark(id, { state: refusal.code === 'offline' ? 'offline' : 'refused', of: edit, refusal } as Sent);
      }
    },
    [queries, streetId, mark, put, drop],
  );

  const work = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      for (let next = waiting(queries.getQueryData(merchantsKey(streetId)), latest.current); next; ) {
        await send(...next);
        next = waiting(queries.getQueryData(merchantsKey(streetId)), latest.current);
      }
    } finally {
      busy.current = false;
      void queries.invalidateQueries({ queryKey: ['street', streetId] });
      void queries.invalidateQueries({ queryKey: ['duplicates', streetId] });
    }
  }, [queries, streetId, send]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what gives it something to do
  useEffect(() => {
    if (!busy.current && waiting(queries.getQueryData(merchantsKey(streetId)), latest.current)) void work();
  }, [edits, stay, sent, work]);

  useEffect(() => {
    const again = () => setSent((was) => new Map([...was].filter(([, { state }]) => state !== 'offline')));
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  /** After a conflict: theirs is the version to go on from; what was typed stays or is dropped. */
  const settle = useCallback(
    (id: MerchantId, keepMine: boolean) => {
      const status = latest.current.sent.get(id);
      if (status?.state !== 'conflict') return;
      put(status.theirs);
      if (!keepMine) drop(id, status.of);
      actions.current.delete(status.of);
      mark(id, undefined);
    },
    [put, drop, mark],
  );
  return { sent, put, settle };
}

/** The next row that can be sent now: complete, readable, left by the person, and not refused as they are. */
function waiting(
  merchants: Merchant[] | undefined,
  { edits, sent, stay, held }: { edits: Edits; sent: ReadonlyMap<MerchantId, Sent>; stay: MerchantId | undefined; held: boolean },
): [MerchantId, Edit] | undefined {
  if (!merchants || held) return undefined;
  const byId = new Map(merchants.map((each) => [each.id, each]));
  return (Object.entries(edits) as [MerchantId, Edit][]).find(
    ([id, edit]) => id !== stay && sent.get(id)?.of !== edit && Object.keys(detailsOf(byId.get(id), edit).wrong).length === 0,
  );
}
