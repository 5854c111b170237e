import { useEffect, useState } from 'react';

/** A function that changes to the new version of the app once one is waiting; until then undefined. */
export function useNewVersion(): (() => void) | undefined {
  const [waiting, setWaiting] = useState<ServiceWorker>();
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return;
    let timer: ReturnType<typeof setInterval> | undefined;
    // `ready`, because on a first visit there is no registration yet to listen to.
    void navigator.serviceWorker.ready.then((registration) => {
      if (registration.waiting) setWaiting(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const installing = registration.installing;
        installing?.addEventListener('statechange', () => {
          // Without a controller it is the first installation, not an update.
          if (installing.state === 'installed' && navigator.serviceWorker.controller) setWaiting(installing);
        });
      });
      // An app that stays open for days asks by itself.
      timer = setInterval(() => void registration.update().catch(() => {}), 3_600_000);
    });
    return () => clearInterval(timer);
  }, []);
  if (!waiting) return undefined;
  return () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'take-over' });
  };
}
