import { useCallback, useEffect, useRef, useState } from 'react';
import type { OfflineBundle } from '../../functions/assessments/offline-bundle.ts';
import type { Public } from '../../functions/http/route.ts';
import type { AssessmentSheet } from '../../shared/assessments/assessment.ts';
import { useWorking } from '../session/use-session.ts';
import { findBundle, findStoredAssessment, onFieldWork, saveAnswers } from './device-store.ts';
import { assessmentKey, type StoredAssessment } from './device-types.ts';

type Change = (sheet: AssessmentSheet) => AssessmentSheet;

export type OpenFieldAssessment = {
  assignment: Public<OfflineBundle>;
  visit: StoredAssessment;
  sheet: AssessmentSheet;
  /** Changes the sheet: on the screen at once, on the disk a moment later. */
  change: (next: Change) => void;
  kept: { kind: 'kept'; at: string } | { kind: 'saving' } | { kind: 'not-kept' };
};

/** A visit of the person on this device: `loading`, `absent` when it was never taken along, or open. */
export function useFieldAssessment(nominationId: string): OpenFieldAssessment | 'loading' | 'absent' {
  const { me } = useWorking();
  const key = assessmentKey(nominationId, me.id);
  const [state, setState] = useState<Omit<OpenFieldAssessment, 'change'> | 'loading' | 'absent'>('loading');
  const pending = useRef<{ change: Change; sheet: AssessmentSheet; timer: ReturnType<typeof setTimeout> }>(undefined);

  const latest = useRef<AssessmentSheet>(undefined);

  const reload = useCallback(async () => {
    const [stored, visit] = await Promise.all([findBundle(key), findStoredAssessment(key)]);
    if (pending.current) return;
    setState(
      stored && visit
        ? { assignment: stored.assignment, visit, sheet: visit.sheet, kept: { kind: 'kept', at: visit.changedAt } }
        : 'absent',
    );
  }, [key]);

  const save = useCallback(async () => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    try {
      // On top of what lies on the disk: a photo of the page before, or another tab, may have come in meanwhile.
      const visit = await saveAnswers(key, waiting.change);
      // Typed on meanwhile: the next save takes it.
      if (pending.current !== waiting) return;
      pending.current = undefined;
      if (visit)
        setState((now) =>
          typeof now === 'string' ? now : { ...now, visit, sheet: visit.sheet, kept: { kind: 'kept', at: visit.changedAt } },
        );
    } catch {
      setState((now) => (typeof now === 'string' ? now : { ...now, kept: { kind: 'not-kept' } }));
    }
  }, [key]);

  useEffect(() => {
    void reload();
    const off = onFieldWork(() => void reload());
    // A page that is left, hidden or closed does not wait for the pause.
    const leave = () => void save();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      leave();
      off();
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, [reload, save]);

  const change = useCallback(
    (next: Change) => {
      const waiting = pending.current;
      const before = waiting?.sheet ?? latest.current;
      if (!before) return;
      const sheet = next(before);
      clearTimeout(waiting?.timer);
      const change: Change = waiting ? (was) => next(waiting.change(was)) : next;
      pending.current = { change, sheet, timer: setTimeout(() => void save(), 250) };
      setState((now) => (typeof now === 'string' ? now : { ...now, sheet, kept: { kind: 'saving' } }));
    },
    [save],
  );
  latest.current = typeof state === 'string' ? undefined : state.sheet;
  return typeof state === 'string' ? state : { ...state, change };
}
