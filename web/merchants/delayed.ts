import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

const delayMs = 10_000;

/** Decisions that can be taken back for ten seconds and are carried out then, or at once when the page is left. */
export function useDelayed<T>(carryOut: (what: T) => void): {
  add: (key: string, what: T) => void;
  takeBack: (key: string) => void;
  waits: (key: string) => boolean;
} {
  const [waiting, setWaiting] = useState<ReadonlyMap<string, T>>(new Map());
  const timers = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; what: T }>());
  const latest = useRef(carryOut);
  latest.current = carryOut;

  const end = useCallback((key: string, doIt: boolean) => {
    const found = timers.current.get(key);
    if (!found) return;
    clearTimeout(found.timer);
    timers.current.delete(key);
    if (doIt) latest.current(found.what);
    // What was carried out stays out of sight until the server's new answer is here.
    else setWaiting((was) => new Map([...was].filter(([each]) => each !== key)));
  }, []);
  const add = useCallback(
    (key: string, what: T) => {
      timers.current.set(key, { what, timer: setTimeout(() => end(key, true), delayMs) });
      setWaiting((was) => new Map(was).set(key, what));
    },
    [end],
  );
  useEffect(() => {
    const now = () => {
      for (const key of timers.current.keys()) end(key, true);
    };
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, [end]);
  return useMemo(
    () => ({ add, takeBack: (key: string) => end(key, false), waits: (key: string) => waiting.has(key) }),
    [add, end, waiting],
  );
}
