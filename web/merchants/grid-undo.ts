import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { MerchantId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { type Edits, type GridState, type Step, withChanges } from './grid-changes.ts';
import type { useClosing } from './use-closing.ts';

type Undoing = {
  stored: ReadonlyMap<MerchantId, Merchant>;
  gridState: () => GridState;
  set: (change: (was: Edits) => Edits) => void;
  closing: ReturnType<typeof useClosing>;
  /** Why a merchant that an undone entry had brought to the server is closed, for its history. */
  reason: string;
};

/** What was done, step by step, and back. A row that an undone step began is dropped, or closed when it is at the server already. */
export function useUndo({ set, stored, gridState, closing, reason }: Undoing) {
  const done = useRef<Step[]>([]);
  const undone = useRef<Step[]>([]);
  // Rows that were on their way to the server when they were undone: they are closed when they have arrived.
  const arriving = useRef(new Set<MerchantId>());

  useEffect(() => {
    for (const id of arriving.current) {
      const merchant = stored.get(id);
      if (merchant && arriving.current.delete(id)) void closing.close(merchant, reason);
    }
  }, [stored, closing, reason]);

  const add = useCallback(
    (step: Step) => {
      if (step.changes.length === 0) return;
      done.current = [...done.current.slice(-99), step];
      undone.current = [];
      set((was) => withChanges(was, step.changes, gridState()));
    },
    [set, gridState],
  );
  const undo = useCallback(() => {
    const step = done.current.pop();
    if (!step) return;
    undone.current.push(step);
    const now = gridState();
    for (const id of step.made) {
      const merchant = now.stored.get(id);
      if (merchant) void closing.close(merchant, reason);
      else if (now.underWay(id)) arriving.current.add(id);
    }
    set((was) => {
      const kept = step.changes.filter(({ id }) => !step.made.includes(id));
      const next = { ...withChanges(was, kept, gridState(), true) };
      for (const id of step.made) delete next[id];
      return next;
    });
  }, [set, gridState, closing, reason]);
  const redo = useCallback(() => {
    const step = undone.current.pop();
    if (!step) return;
    done.current.push(step);
    for (const id of step.made) arriving.current.delete(id);
    const { stored: held } = gridState();
    const closed = step.made.filter((id) => held.get(id)?.state === 'closed');
    for (const id of closed) void closing.reopen(held.get(id) as Merchant);
    const changes = step.changes.filter(({ id }) => !closed.includes(id));
    set((was) => withChanges(was, changes, gridState()));
  }, [set, gridState, closing]);
  return useMemo(() => ({ add, undo, redo }), [add, undo, redo]);
}
