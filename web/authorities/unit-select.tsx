import type { ReactNode } from 'react';
import { useChain, useUnitsBelow } from './queries.ts';
import { today, validityOn } from './validity.ts';

type Given = { id: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: true | undefined };

/** A unit out of the tree below `root`: the way down to the chosen one, and what lies directly below it. Choosing goes on from there. */
export function UnitSelect(of: { root: string; value: string; choose: (id: string) => void; given: Given; label?: string }): ReactNode {
  const chain = useChain(of.root, of.value);
  const below = useUnitsBelow(of.value);
  const indent = (depth: number) => '\u2003'.repeat(depth);
  return (
    <select {...of.given} aria-label={of.label} value={of.value} onChange={({ target }) => of.choose(target.value)}>
      {chain.map(({ id, name }, depth) => (
        <option key={id} value={id}>
          {indent(depth)}
          {name}
        </option>
      ))}
      {below.data?.items
        .filter((unit) => validityOn(unit, today()) !== 'ended')
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {indent(chain.length)}
            {name}
          </option>
        ))}
    </select>
  );
}
