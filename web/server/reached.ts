let reached = true;
const subscribers = new Set<() => void>();

/** Whether the last request got through: a device often believes in a network that leads nowhere. */
export const wasReached = (): boolean => reached;

/** Notes whether the server answered; while it did not, it is asked until it does, because nothing else may ask for a minute. */
export function noteReached(now: boolean): void {
  if (now === reached) return;
  reached = now;
  for (const subscriber of subscribers) subscriber();
  if (!now) askAgain();
}

/** Calls `hear` whenever that changes, until what it gives is called. */
export function onReached(subscriber: () => void): () => void {
  subscribers.add(subscriber);
  return () => subscribers.delete(subscriber);
}

function askAgain(): void {
  setTimeout(() => {
    if (reached) return;
    fetch('/api/health').then(() => noteReached(true), askAgain);
  }, 3000);
}
