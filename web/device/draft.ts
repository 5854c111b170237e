import { useCallback, useEffect, useRef, useState } from 'react';
import { device } from './database.ts';
import { keptDraft } from './stored-draft.ts';

export type Draft<T> = {
  value: T;
  set: (next: T | ((was: T) => T)) => void;
  /** Forgets what was typed: it has been sent, or is not wanted. */
  clear: () => Promise<void>;
  /** `loading` until the device answered; `kept` with the time; `not-kept` when the device refuses (private mode, full storage). */
  state: { kind: 'loading' } | { kind: 'clean' } | { kind: 'typing' } | { kind: 'kept'; at: string } | { kind: 'not-kept' };
  /** The record's version that the draft was begun on, to notice that the record changed since. */
  begunOn?: number | undefined;
  /** Goes on with what was typed as a change of this version: the person has seen it and keeps the own one. */
  rebase: (version: number) => void;
};

/**
 * What somebody is typing, kept on the device 400 ms after the last key under `key` (name person and record in it): it outlives a closed
 * tab, a lost session and a lost network. `initial` is what the form shows when nothing was kept.
 */
export function useDraft<T>(key: string, initial: T, version?: number): Draft<T> {
  const [value, setValue] = useState<T>(initial);
  const [state, setState] = useState<Draft<T>['state']>({ kind: 'loading' });
  const [begunOn, setBegunOn] = useState<number | undefined>(version);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<{ value: T; dirty: boolean }>({ value: initial, dirty: false });
  const start = useRef({ initial, version });
  start.current = { initial, version };
  // What is kept names the version that the typing began on, not one that came in meanwhile.
  const base = useRef(version);

  useEffect(() => {
    let left = false;
    latest.current = { value: start.current.initial, dirty: false };
    setValue(start.current.initial);
    base.current = start.current.version;
    setBegunOn(base.current);
    setState({ kind: 'loading' });
    keptDraft(key, start.current.initial)
      .then((kept) => {
        if (left || latest.current.dirty) return;
        if (!kept) return setState({ kind: 'clean' });
        latest.current.value = kept.value;
        setValue(kept.value);
        base.current = kept.version;
        setBegunOn(kept.version);
        setState({ kind: 'kept', at: kept.savedAt });
      })
      .catch(() => {
        if (!left) setState({ kind: 'clean' });
      });
    return () => {
      left = true;
    };
  }, [key]);

  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const savedAt = new Date().toISOString();
    try {
      await (await device()).put('drafts', { value: latest.current.value, savedAt, version: base.current }, key);
      setState({ kind: 'kept', at: savedAt });
    } catch {
      setState({ kind: 'not-kept' });
    }
  }, [key]);

  // A tab that is closed or left does not wait for the pause.
  useEffect(() => {
    const leave = () => {
      if (timer.current) void keep();
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, [keep]);

  const set = useCallback(
    (next: T | ((was: T) => T)) => {
      const made = typeof next === 'function' ? (next as (was: T) => T)(latest.current.value) : next;
      latest.current = { value: made, dirty: true };
      setValue(made);
      setState({ kind: 'typing' });
      // Not put off by the next key: somebody who types without a pause is kept too.
      timer.current ??= setTimeout(() => void keep(), 400);
    },
    [keep],
  );

  const clear = useCallback(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = { value: start.current.initial, dirty: false };
    base.current = start.current.version;
    setBegunOn(base.current);
    setValue(start.current.initial);
    setState({ kind: 'clean' });
    await device()
      .then((db) => db.delete('drafts', key))
      .catch(() => {});
  }, [key]);

  const rebase = useCallback((version: number) => {
    base.current = version;
    setBegunOn(version);
  }, []);

  return { value, set, clear, state, begunOn, rebase };
}
