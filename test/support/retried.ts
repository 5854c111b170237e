import type { Reporter, TestCase } from 'vitest/node';

/** Names at the end what passed only when it was tried again, so that a second try is never silent. */
export class Retried implements Reporter {
  readonly #again: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const times = test.diagnostic()?.retryCount ?? 0;
    if (times > 0 && test.ok()) this.#again.push(`${test.module.relativeModuleId} > ${test.fullName} (tried ${times + 1} times)`);
  }

  onTestRunEnd(): void {
    if (this.#again.length > 0) console.log(`Passed only when tried again:\n${this.#again.map((name) => `  ${name}`).join('\n')}`);
  }
}
