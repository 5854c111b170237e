import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { MerchantId } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchant.ts';
import { type Edits, type Standing, type Step, withChanges } from './grid-changes.ts';
import type { useClosing } from './use-closing.ts';

type Undoing = Standing & {
  set: (change: (was: Edits) => Edits) => void;
  closing: ReturnType<typeof useClosing>;
  /** Why a merchant that an undone entry had brought to the server is closed, for its history. */
  reason: string;
};

/** What was done, step by step, and back. A row that an undone step began is dropped, or closed when it is at the server already. */
export function useUndo({ set, stored, underWay, closing, reason }: Undoing) {
  const done = useRef<Step[]>([]);
  const undone = useRef<Step[]>([]);
  // Rows that were on their way to the server when they were undone: they are closed when they have arrived.
  const arriving = useRef(new Set<MerchantId>());
  const latest = useRef({ stored, underWay });
  latest.current = { stored, underWay };

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
      set((was) => withChanges(was, step.changes, latest.current));
    },
    [set],
  );
  const undo = useCallback(() => {
    const step = done.current.pop();
    if (!step) return;
    undone.current.push(step);
    for (const id of step.made) {
      const merchant = latest.current.stored.get(id);
      if (merchant) void closing.close(merchant, reason);
      else if (latest.current.underWay(id)) arriving.current.add(id);
    }
    set((was) => {
      const kept = step.changes.filter(({ id }) => !step.made.includes(id));
      const next = { ...withChanges(was, kept, latest.current, true) };
      for (const id of step.made) delete next[id];
      return next;
    });
  }, [set, closing, reason]);
  const redo = useCallback(() => {
    const step = undone.current.pop();
    if (!step) return;
    done.current.push(step);
    for (const id of step.made) arriving.current.delete(id);
    const closed = step.made.filter((id) => latest.current.stored.get(id)?.state === 'closed');
    for (const id of closed) void closing.reopen(latest.current.stored.get(id) as Merchant);
    const changes = step.changes.filter(({ id }) => !closed.includes(id));
    set((was) => withChanges(was, changes, latest.current));
  }, [set, closing]);
  return useMemo(() => ({ add, undo, redo }), [add, undo, redo]);
}
