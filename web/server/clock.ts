const kept = 'pho-so.clock-offset';

/** Notes how far the server's clock stands from this device's: `date` is an answer's Date header, exact to the second. */
export function noteClock(date: string | null, askedAt: number, answeredAt: number): void {
  const server = date === null ? Number.NaN : Date.parse(date) + 500;
  // A slow answer says little about the clock.
  if (Number.isNaN(server) || answeredAt - askedAt > 10_000) return;
  localStorage.setItem(kept, String(Math.round(server - (askedAt + answeredAt) / 2)));
}

/** Server clock minus device clock in milliseconds, as last known. */
export const clockOffset = (): number => Number(localStorage.getItem(kept) ?? 0) || 0;
