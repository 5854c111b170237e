import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { ActionId } from '../../shared/ids.ts';

/**
 * An action at the server. Its id is made once for what the person wants and kept until it succeeds, so that pressing again after a lost
 * answer repeats the same action and changes nothing twice. Afterwards the queries that begin with one of `changes` are asked again.
 */
export function useAction<Input, Output>(of: {
  perform: (input: Input, actionId: ActionId) => Promise<Output>;
  changes: readonly (readonly unknown[])[];
  done?: (output: Output, input: Input) => void;
}): UseMutationResult<Output, Error, Input> {
  const queries = useQueryClient();
  const pending = useRef<{ id: ActionId; of: string }>(undefined);
  return useMutation({
    mutationFn: (input: Input) => {
      // The same input again keeps its id; another input is another action.
      const text = JSON.stringify(input);
      if (pending.current?.of !== text) pending.current = { id: uuidv7() as ActionId, of: text };
      return of.perform(input, pending.current.id);
    },
    onSuccess: async (output, input) => {
      pending.current = undefined;
      await Promise.all(of.changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
      of.done?.(output, input);
    },
    // Somebody else was faster: what they did is worth seeing at once.
    onError: async () => {
      await Promise.all(of.changes.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
