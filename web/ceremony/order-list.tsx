import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Refused } from '../components/refused.tsx';
import { useT } from '../language/language.tsx';
import { ceremonyTexts } from './ceremony-texts.ts';
import { OrderRow, type Step } from './order-row.tsx';
import type { CeremonyShown } from './queries.ts';
import { useDrag } from './use-drag.ts';
import type { Ordering } from './use-order.ts';

/** The hand-overs in their order; a street is moved by its handle, with buttons, or to a place by its number. Each move is said aloud. */
export function OrderList({ ceremony, ordering }: { ceremony: CeremonyShown; ordering: Ordering }): ReactNode {
  const t = useT(ceremonyTexts);
  const { handovers, unsaved } = ordering;
  const [announced, setAnnounced] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<{ id: string; step: Step }>(undefined);
  const move = (from: number, to: number, step?: Step) => {
    const street = handovers[from];
    if (!street || to < 0 || to >= handovers.length) return;
    ordering.move(from, to);
    setAnnounced(t.movedTo(street.name, to + 1, handovers.length));
    if (step) focus.current = { id: street.nominationId, step };
  };
  const { drag, take } = useDrag(list, move);
  // The moved row is another place of the page: whoever pressed its button goes on pressing it.
  useEffect(() => {
    const { id, step } = focus.current ?? {};
    focus.current = undefined;
    if (id && step) document.getElementById(`${step}-${id}`)?.focus();
  });
  const shiftOf = (at: number): number => {
    if (!drag || at === drag.from) return 0;
    if (at > drag.from && at <= drag.to) return -drag.height;
    return at < drag.from && at >= drag.to ? drag.height : 0;
  };
  return (
    <section aria-labelledby="ceremony-order">
      <h2 id="ceremony-order">{t.order}</h2>
      <p>{t.orderText}</p>
      {ceremony.version === 0 && !unsaved && <p className="quiet">{t.defaultOrder}</p>}
      <p className="visually-hidden" role="status">
        {announced}
      </p>
      {ordering.conflict ? (
        <div className="notice warning" role="alert">
          <p>
            <strong>{t.changed}.</strong> {t.changedText}
          </p>
          <div className="buttons">
            <button type="button" className="button" onClick={ordering.takeTheirs}>
              {t.takeTheirs}
            </button>
            <button type="button" className="button main" onClick={ordering.again}>
              {t.keepMine}
            </button>
          </div>
        </div>
      ) : (
        <Refused error={ordering.error} retry={ordering.again} />
      )}
      <ol ref={list} className={`ceremony-order${drag ? ' dragging' : ''}`}>
        {handovers.map((handover, at) => (
          <OrderRow
            key={handover.nominationId}
            handover={handover}
            at={at}
            of={handovers.length}
            shift={shiftOf(at)}
            carried={drag?.from === at}
            take={take(at)}
            move={(to, step) => move(at, to, step)}
          />
        ))}
      </ol>
    </section>
  );
}
