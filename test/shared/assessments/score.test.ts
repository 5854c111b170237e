import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../../shared/assessments/assessment.ts';
import { combine, type ScoreInput, score } from '../../../shared/assessments/score.ts';
import { criteriaFor } from '../../../shared/criteria/checklist.ts';
import { defaultChecklist } from '../../../shared/criteria/default-checklist.ts';
import { MerchantId } from '../../../shared/ids.ts';
import type { SampledMerchant } from '../../../shared/nominations/nomination.ts';
import { noFigures } from '../../../shared/streets/street.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';

const asked = criteriaFor(defaultChecklist, 'street').filter((each) => ['yesNo', 'count', 'share'].includes(each.measure.kind));
const answer = (index: number, reply: 'met' | 'unmet' | 'not-applicable'): [string, Answer] => {
  const { code, measure } = asked[index] as (typeof asked)[number];
  const met = reply === 'met';
  if (reply === 'not-applicable') return [code, { kind: 'notApplicable', reason: 'Không có', evidence: [] }];
  if (measure.kind === 'count') return [code, { kind: 'count', count: met ? measure.threshold : measure.threshold - 1, evidence: [] }];
  if (measure.kind === 'share')
    return [code, { kind: 'share', numerator: met ? measure.threshold * 100 : 0, denominator: 100, evidence: [] }];
  return [code, { kind: 'yesNo', met, evidence: [] }];
};
const input = (answers: [string, Answer][]): ScoreInput => ({
  checklist: defaultChecklist,
  kind: 'street',
  figures: { ...noFigures(), merchants: 30, cashless: 29, twoMethods: 20, ownerAccount: 28, commitment: 30 },
  minMerchants: 20,
  located: true,
  onTime: true,
  sample: [],
  sheet: { answers: Object.fromEntries(answers), spotChecks: [] },
});
const replies = fc.array(fc.constantFrom('met', 'unmet', 'not-applicable'), { minLength: asked.length, maxLength: asked.length });

test('a score is 100 × earned ÷ applicable weight, whatever was answered and in whatever order', () => {
  fc.assert(
    fc.property(replies, (all) => {
      const answers = all.map((reply, index) => answer(index, reply));
      const { score: reached, earned, applicable, results } = score(input(answers));
      const weigh = (outcome: string) => results.filter((each) => each.outcome === outcome).reduce((sum, each) => sum + each.weight, 0);
      expect(earned).toBe(weigh('met'));
      expect(applicable).toBe(weigh('met') + weigh('unmet'));
      expect(reached).toBeCloseTo((100 * earned) / applicable);
      expect(score(input(answers.reverse()))).toEqual(score(input(answers)));
    }),
  );
});

test('one criterion more that is met never lowers a score, and never fails what had passed', () => {
  fc.assert(
    fc.property(replies, fc.nat(asked.length - 1), (all, which) => {
      const before = score(input(all.map((reply, index) => answer(index, index === which ? 'unmet' : reply))));
      const after = score(input(all.map((reply, index) => answer(index, index === which ? 'met' : reply))));
      expect(after.score).toBeGreaterThan(before.score);
      expect(Number(after.passed)).toBeGreaterThanOrEqual(Number(before.passed));
    }),
  );
});

test('a mandatory criterion cannot be not-applicable, and a street that misses one never passes', () => {
  fc.assert(
    fc.property(replies, (all) => {
      const result = score(input(all.map((reply, index) => answer(index, reply))));
      const mandatory = result.results.filter((each) => each.mandatory);
      expect(mandatory.every((each) => each.outcome !== 'not-applicable')).toBe(true);
      if (mandatory.some((each) => each.outcome === 'unmet')) expect(result.passed).toBe(false);
    }),
  );
});

test('of several assessors the score is their mean, a criterion is met when nobody found it unmet, and over 15 points apart is flagged', () => {
  const visit = (all: ('met' | 'unmet' | 'not-applicable')[]) => score(input(all.map((reply, index) => answer(index, reply))));
  fc.assert(
    fc.property(replies, fc.array(replies, { maxLength: 3 }), (one, others) => {
      const scores = [visit(one), ...others.map(visit)] as [ReturnType<typeof visit>, ...ReturnType<typeof visit>[]];
      const whole = combine(scores, defaultChecklist.passScore);
      const reached = scores.map((each) => each.score);
      expect(whole.score).toBeCloseTo(reached.reduce((sum, each) => sum + each, 0) / reached.length);
      expect(reached.every((each) => each >= 0 && each <= 100)).toBe(true);
      expect(whole.flagged).toBe(Math.max(...reached) - Math.min(...reached) > 15);
      const found = scores.flatMap((each) => each.unmet);
      expect([...whole.unmet].sort()).toEqual([...new Set(found)].sort());
      const mandatory = new Set(whole.results.filter((each) => each.mandatory).map((each) => each.code));
      expect(whole.passed).toBe(whole.score >= 80 - 1e-9 && !found.some((code) => mandatory.has(code)));
      expect(combine([...scores].reverse() as typeof scores, defaultChecklist.passScore).unmet).toEqual(whole.unmet);
    }),
  );
});

const drawn = Array.from(
  { length: 5 },
  (_, index): SampledMerchant => ({
    merchantId: MerchantId.parse(`0190a0a0-0000-7000-8000-00000000000${index}`),
    name: `Phở ${index}`,
    place: String(index),
    methods: [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: `007100098785${index}` }],
  }),
);
const scanned = (account: (index: number) => string, closed: readonly number[] = []) => {
  const checks = drawn.map(({ merchantId }, index) => {
    const code = buildVietQr({ bankBin: '970436', account: account(index), merchantName: 'PHO' });
    if (!code.ok) throw new Error('no code');
    return closed.includes(index)
      ? { merchantId, outcome: 'closed' as const, evidence: [] }
      : { merchantId, outcome: 'found' as const, qrDisplayed: true, pricesDisplayed: true, payload: code.value, evidence: [] };
  });
  const sheet = { answers: {}, spotChecks: checks };
  return score({ ...input([]), sample: drawn, sheet }).results.find((each) => each.code === qrCriterion)?.measured;
};
const qrCriterion = defaultChecklist.criteria.find(
  ({ measure }) => measure.kind === 'spotCheck' && measure.question === 'qr-pays-the-merchant',
)?.code;

test('a code that pays somebody else counts against the street, a shop that is closed counts neither way', () => {
  expect(scanned((index) => `007100098785${index}`)).toBe(1);
  expect(scanned((index) => (index === 0 ? '999999999' : `007100098785${index}`))).toBe(4 / 5);
  expect(scanned((index) => (index === 0 ? '999999999' : `007100098785${index}`), [1, 2])).toBe(2 / 3);
});
