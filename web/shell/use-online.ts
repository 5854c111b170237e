import { useSyncExternalStore } from 'react';

const hear = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Whether the device has a network at all; that the server answers is another matter. */
export const useOnline = (): boolean => useSyncExternalStore(hear, () => navigator.onLine);
