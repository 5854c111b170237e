/** Counts attempts per key within a window and says how long to wait once there were too many. */
export type AttemptLimit = {
  /** Counts one attempt; 0 means go on, otherwise the seconds until the next one is heard. */
  begin(key: string): number;
  /** Forgets what was counted, after a success. */
  clear(key: string): void;
};

/** A key may try `most` times in `minutes`, counted from its first attempt. Lives in memory, where it costs an attacker's flood nothing on disk. */
export function attemptLimit({ most, minutes, now }: { most: number; minutes: number; now: () => Date }): AttemptLimit {
  const windows = new Map<string, { attempts: number; until: number }>();
  return {
    begin(key) {
      const at = now().getTime();
      const open = windows.get(key);
      const window = open && open.until > at ? open : { attempts: 0, until: at + minutes * 60_000 };
      if (window.attempts >= most) return Math.ceil((window.until - at) / 1000);
      window.attempts += 1;
      windows.set(key, window);
      if (windows.size > 20_000) forgetOldest(windows, at);
      return 0;
    },
    clear: (key) => void windows.delete(key),
  };
}

function forgetOldest(windows: Map<string, { until: number }>, at: number): void {
  for (const [key, { until }] of windows) if (until <= at) windows.delete(key);
  // A Map keeps the order of insertion: the first half is the older one.
  for (const key of [...windows.keys()].slice(0, Math.max(0, windows.size - 10_000))) windows.delete(key);
}
