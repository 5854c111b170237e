import { useSyncExternalStore } from 'react';
import { noteReached, onReached, wasReached } from '../server/reached.ts';

const subscribe = (changed: () => void): (() => void) => {
  // A network that comes back is believed until a request says otherwise.
  const back = () => {
    noteReached(true);
    changed();
  };
  window.addEventListener('online', back);
  window.addEventListener('offline', changed);
  const leave = onReached(changed);
  return () => {
    window.removeEventListener('online', back);
    window.removeEventListener('offline', changed);
    leave();
  };
};

/** Whether there is a network: the device says so, and the last request got through. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine && wasReached());
