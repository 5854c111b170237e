import { useEffect, useRef, useState } from 'react';
import { inOrder, moved } from '../../shared/ceremony/ceremony.ts';
import type { NominationId } from '../../shared/ids.ts';
import { useNotify } from '../components/notify.tsx';
import { useT } from '../language/language.tsx';
import { useAction } from '../server/action.ts';
import { api, ask } from '../server/api.ts';
import { refusalOf } from '../server/problem.ts';
import { ceremonyTexts } from './ceremony-texts.ts';
import { type CeremonyShown, ceremonyKey, type HandoverShown } from './queries.ts';

type Order = readonly NominationId[];
/** What a person has put in order: the hand-overs as they stand here, and whether the server has them so. */
export type Ordering = {
  handovers: readonly HandoverShown[];
  move: (from: number, to: number) => void;
  unsaved: boolean;
  error: Error | null;
  /** Somebody else ordered it meanwhile: their order is taken, or ours saved over it. */
  conflict: boolean;
  again: () => void;
  takeTheirs: () => void;
};

/** A moment after the last move, so that a street carried over ten others is one change. */
const pause = 600;

/** The order of a ceremony while somebody moves streets: shown at once, saved a moment after the last move. */
export function useOrder({ programme: { id }, version, handovers }: CeremonyShown): Ordering {
  const t = useT(ceremonyTexts);
  const notify = useNotify();
  const [mine, setMine] = useState<Order>();
  const server = handovers.map(({ nominationId }) => nominationId);
  const save = useAction({
    perform: ({ order, seen }: { order: Order; seen: number; before: Order }, actionId) =>
      ask(api.programmes[':id'].ceremony.$put({ param: { id }, json: { actionId, version: seen, order: [...order] } })),
    changes: [ceremonyKey(id)],
    done: (_, { order, before }) => {
      setMine((now) => (now === order ? undefined : now));
      notify(t.savedOrder, () => setMine(before));
    },
  });
  const { mutate, isPending, error, reset } = save;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer of the server alone starts nothing
  useEffect(() => {
    if (!mine || isPending || error) return;
    const timer = setTimeout(() => mutate({ order: mine, seen: version, before: server }), pause);
    return () => clearTimeout(timer);
  }, [mine, isPending, error, version]);

  // Whoever goes on within that moment has the last move saved all the same; the browser asks before it throws one away.
  const left = useRef<() => void>(undefined);
  left.current = mine && !isPending && !error ? () => mutate({ order: mine, seen: version, before: server }) : undefined;
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => left.current && event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
      left.current?.();
    };
  }, []);

  const shown = mine ? inOrder(handovers, mine) : handovers;
  return {
    handovers: shown,
    move: (from, to) => {
      reset();
      setMine(
        moved(
          shown.map(({ nominationId }) => nominationId),
          from,
          to,
        ),
      );
    },
    unsaved: mine !== undefined,
    error,
    conflict: error !== null && refusalOf(error).code === 'changed-meanwhile',
    again: reset,
    takeTheirs: () => {
      reset();
      setMine(undefined);
    },
  };
}
