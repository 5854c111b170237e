import * as z from 'zod/mini';
import { type Checklist, type Criterion, criteriaFor } from '../criteria/checklist.ts';
import type { SampledMerchant } from '../nominations/nomination.ts';
import type { Figures } from '../streets/street.ts';
import type { AssessmentSheet } from './assessment.ts';
import { countSpotChecks } from './spot-check.ts';

/** What a score is computed from: the registry's figures as submitted, the drawn merchants, and what the assessor wrote. */
export type ScoreInput = {
  checklist: Checklist;
  kind: 'street' | 'market';
  figures: Figures;
  minMerchants: number;
  located: boolean;
  onTime: boolean;
  sample: readonly SampledMerchant[];
  sheet: AssessmentSheet;
};

export const CriterionResult = z.object({
  code: z.string(),
  outcome: z.enum(['met', 'unmet', 'not-applicable']),
  weight: z.number(),
  mandatory: z.boolean(),
  measured: z.optional(z.number()),
});
export type CriterionResult = z.infer<typeof CriterionResult>;

export const Score = z.object({
  score: z.number(),
  passed: z.boolean(),
  earned: z.number(),
  applicable: z.number(),
  unmet: z.array(z.string()),
  results: z.array(CriterionResult),
});
export type Score = z.infer<typeof Score>;

/**
 * The score of one sheet: 100 × earned ÷ applicable weight. Met earns the whole weight, unmet none, not-applicable leaves the
 * denominator. Pass = every mandatory criterion met and score ≥ `passScore`. Runs on the phone and on the server; the server's counts.
 */
export function score(input: ScoreInput): Score {
  return total(
    criteriaFor(input.checklist, input.kind).map((criterion) => judge(criterion, input)),
    input.checklist.passScore,
  );
}

/** The result of a nomination from its assessors' scores: met when all found it so, the score is the mean, a spread over 15 points is flagged. */
export function combine(scores: readonly [Score, ...Score[]], passScore: number): Score & { spread: number; flagged: boolean } {
  const results = scores[0].results.map((first, index): CriterionResult => {
    const outcomes = scores.map((each) => each.results[index]?.outcome ?? 'unmet');
    const outcome = outcomes.every((each) => each === 'not-applicable')
      ? 'not-applicable'
      : outcomes.every((each) => each !== 'unmet')
        ? 'met'
        : 'unmet';
    return { ...first, outcome };
  });
  const mean = scores.reduce((sum, each) => sum + each.score, 0) / scores.length;
  const spread = Math.max(...scores.map((each) => each.score)) - Math.min(...scores.map((each) => each.score));
  const whole = total(results, passScore);
  return { ...whole, score: mean, passed: passes(results, mean, passScore), spread, flagged: spread > 15 };
}

function total(results: CriterionResult[], passScore: number): Score {
  const weigh = (some: CriterionResult[]) => some.reduce((sum, each) => sum + each.weight, 0);
  const earned = weigh(results.filter((each) => each.outcome === 'met'));
  const applicable = weigh(results.filter((each) => each.outcome !== 'not-applicable'));
  const reached = applicable === 0 ? 0 : (100 * earned) / applicable;
  return {
    score: reached,
    passed: passes(results, reached, passScore),
    earned,
    applicable,
    unmet: results.filter((each) => each.outcome === 'unmet').map((each) => each.code),
    results,
  };
}

// A hair of tolerance: the mean of 79.9 and 80.1 must not fail by the last bit of a floating-point sum.
const passes = (results: CriterionResult[], reached: number, passScore: number): boolean =>
  reached >= passScore - 1e-9 && results.every((each) => !each.mandatory || each.outcome === 'met');

function judge(criterion: Criterion, input: ScoreInput): CriterionResult {
  const { code, weight, mandatory } = criterion;
  const answer = input.sheet.answers[code];
  // A mandatory criterion cannot be not-applicable: such an answer counts as unmet.
  if (answer?.kind === 'notApplicable' && !mandatory) return { code, weight, mandatory, outcome: 'not-applicable' };
  const measured = measure(criterion, input);
  if (measured === undefined) return { code, weight, mandatory, outcome: 'unmet' };
  return { code, weight, mandatory, measured, outcome: measured >= thresholdOf(criterion) - 1e-9 ? 'met' : 'unmet' };
}

const thresholdOf = ({ measure: by }: Criterion): number =>
  by.kind === 'yesNo'
    ? 1
    : by.kind === 'computed' && by.from === 'enough-merchants'
      ? 1
      : by.kind === 'computed' && by.from === 'dossier-on-time'
        ? 1
        : by.threshold;

/** The measured value in the unit of the threshold; undefined when nothing was measured, which is unmet. */
function measure(criterion: Criterion, input: ScoreInput): number | undefined {
  const answer = input.sheet.answers[criterion.code];
  const by = criterion.measure;
  switch (by.kind) {
    case 'computed':
      return computed(by.from, by.threshold, input);
    case 'spotCheck':
      return ratio(countSpotChecks(by.question, input.sample, input.sheet.spotChecks));
    case 'share':
      return answer?.kind === 'share' ? answer.numerator / answer.denominator : undefined;
    case 'count':
      return answer?.kind === 'count' ? answer.count : undefined;
    case 'yesNo':
      return answer?.kind === 'yesNo' ? Number(answer.met) : undefined;
  }
}

const ratio = ({ numerator, denominator }: { numerator: number; denominator: number }): number | undefined =>
  denominator === 0 ? undefined : numerator / denominator;

function computed(
  from: Extract<Criterion['measure'], { kind: 'computed' }>['from'],
  threshold: number,
  { figures, minMerchants, located, onTime }: ScoreInput,
): number | undefined {
  const ofMerchants = (numerator: number) => ratio({ numerator, denominator: figures.merchants });
  switch (from) {
    case 'cashless-share':
      return ofMerchants(figures.cashless);
    case 'two-methods-share':
      return ofMerchants(figures.twoMethods);
    case 'owner-account-share':
      return ofMerchants(figures.ownerAccount);
    case 'commitment-share':
      return ofMerchants(figures.commitment);
    case 'e-invoice-share':
      return ratio({ numerator: figures.eInvoiceInScope, denominator: figures.eInvoiceScope });
    case 'enough-merchants':
      return Number(figures.merchants >= Math.max(threshold, minMerchants) && located);
    case 'dossier-on-time':
      return Number(onTime);
  }
}
