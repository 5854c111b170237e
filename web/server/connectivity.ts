let connected = true;
const subscribers = new Set<() => void>();

/** Whether the last request got through: a device often believes in a network that leads nowhere. */
export const isConnected = (): boolean => connected;

/** Notes whether the server answered; while it did not, it is asked until it does, because nothing else may ask for a minute. */
export function noteConnectivity(now: boolean): void {
  if (now === connected) return;
  connected = now;
  for (const subscriber of subscribers) subscriber();
  if (!now) askAgain();
}

/** Calls `subscriber` whenever that changes, until what it gives is called. */
export function subscribeConnectivity(subscriber: () => void): () => void {
  subscribers.add(subscriber);
  return () => subscribers.delete(subscriber);
}

function askAgain(): void {
  setTimeout(() => {
    if (connected) return;
    fetch('/api/health').then(() => noteConnectivity(true), askAgain);
  }, 3000);
}
