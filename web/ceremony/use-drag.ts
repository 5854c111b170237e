import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** What is being dragged: from which place, and where it would land now. */
export type Drag = { from: number; to: number; height: number };

const edge = 64;
const mostPerFrame = 14;

/**
 * Drags a row of a list by its handle, with mouse, pen or finger. Rows only shift while it is carried; the list changes when it is dropped.
 * Near the edges of the window the page scrolls along. Escape puts it back.
 */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  drop: (from: number, to: number) => void,
): { drag: Drag | undefined; take: (from: number) => (event: ReactPointerEvent) => void } {
  const [drag, setDrag] = useState<Drag>();
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const take = (from: number) => (event: ReactPointerEvent) => {
    if (event.button !== 0 || !list.current) return;
    event.preventDefault();
    const rows = Array.from(list.current.children) as HTMLElement[];
    const middles = rows.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + window.scrollY + height / 2;
    });
    const row = rows[from];
    const second = rows[from === 0 ? 1 : from - 1];
    if (!row || !second) return;
    const height = Math.abs(second.getBoundingClientRect().top - row.getBoundingClientRect().top);
    const start = event.clientY + window.scrollY;
    let pointer = event.clientY;
    let to = from;
    let frame = 0;
    setDrag({ from, to, height });

    const follow = () => {
      const beyond = pointer < edge ? pointer - edge : Math.max(0, pointer - (window.innerHeight - edge));
      if (beyond !== 0) window.scrollBy(0, Math.sign(beyond) * Math.min(mostPerFrame, Math.abs(beyond) / 3));
      const moved = pointer + window.scrollY - start;
      row.style.transform = `translateY(${moved}px)`;
      const at = (middles[from] ?? 0) + moved;
      const next = middles.filter((middle, index) => index !== from && middle < at).length;
      if (next !== to) {
        to = next;
        setDrag({ from, to, height });
      }
      frame = requestAnimationFrame(follow);
    };
    const end = (landed: boolean) => {
      cancelAnimationFrame(frame);
      row.style.transform = '';
      for (const [name, hear] of Object.entries(subscriptions)) window.removeEventListener(name, hear as EventListener);
      stop.current = undefined;
      setDrag(undefined);
      if (landed && to !== from) drop(from, to);
    };
    const subscriptions = {
      pointermove: (moved: PointerEvent) => {
        pointer = moved.clientY;
      },
      pointerup: () => end(true),
      pointercancel: () => end(false),
      keydown: (pressed: KeyboardEvent) => pressed.key === 'Escape' && end(false),
    };
    for (const [name, hear] of Object.entries(subscriptions)) window.addEventListener(name, hear as EventListener);
    stop.current = () => end(false);
    frame = requestAnimationFrame(follow);
  };
  return { drag, take };
}
