import { useSyncExternalStore } from 'react';
import { isConnected, noteConnectivity, subscribeConnectivity } from '../server/connectivity.ts';

const subscribe = (changed: () => void): (() => void) => {
  // A network that comes back is believed until a request says otherwise.
  const back = () => {
    noteConnectivity(true);
    changed();
  };
  window.addEventListener('online', back);
  window.addEventListener('offline', changed);
  const leave = subscribeConnectivity(changed);
  return () => {
    window.removeEventListener('online', back);
    window.removeEventListener('offline', changed);
    leave();
  };
};

/** Whether there is a network: the device says so, and the last request got through. */
export const useOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine && isConnected());
