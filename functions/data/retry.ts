/** Errors of DynamoDB that pass by themselves: another transaction on the same item, or more requests than the partition takes now. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (passing.has(error.name)) return true;
  const reasons = (error as { CancellationReasons?: { Code?: string }[] }).CancellationReasons ?? [];
  const codes = reasons.map((reason) => reason.Code ?? 'None').filter((code) => code !== 'None');
  return (
    codes.length > 0 &&
    codes.every((code) => code === 'TransactionConflict' || code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded')
  );
}

const passing = new Set([
  'TransactionConflictException',
  'TransactionInProgressException',
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
]);

/**
 * Tries again while the database is busy: full jitter, doubling from 20 ms to 1 s, at most `tries` times; then the last error is thrown.
 */
export async function retryWhileBusy<T>(attempt: () => Promise<T>, again: (error: unknown) => boolean = isBusy, tries = 8): Promise<T> {
  for (let n = 0; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (n + 1 >= tries || !again(error)) throw error;
      await pause(Math.random() * Math.min(1000, 20 * 2 ** n));
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
