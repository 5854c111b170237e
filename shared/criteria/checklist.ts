import * as z from 'zod/mini';
import { line } from '../ids.ts';
import { decimal } from '../text/decimal.ts';

/** Which figure of the registry decides a computed criterion. */
export const computations = [
  'cashless-share',
  'two-methods-share',
  'enough-merchants',
  'owner-account-share',
  'commitment-share',
  'e-invoice-share',
  'dossier-on-time',
] as const;
/** What an assessor looks at in each drawn shop. */
export const spotQuestions = ['qr-pays-the-merchant', 'prices-displayed'] as const;

const share = decimal(0, 1).check(z.describe('Least share, from 0 to 1'));
const amount = decimal(0, 1_000_000).check(z.describe('Least count'));

/** How a criterion is measured, with the threshold it must reach. */
export const Measure = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('computed'),
    from: z.enum(computations),
    threshold: decimal(0, 1_000_000),
  }),
  z.strictObject({ kind: z.literal('spotCheck'), question: z.enum(spotQuestions), threshold: share }),
  z.strictObject({ kind: z.literal('share'), threshold: share }),
  z.strictObject({ kind: z.literal('count'), threshold: amount }),
  z.strictObject({ kind: z.literal('yesNo') }),
]);
export type Measure = z.infer<typeof Measure>;

export const Criterion = z.strictObject({
  code: z.string().check(z.regex(/^[A-Z]\d{2}$/), z.describe('Code of the criterion, for example C01')),
  vi: line(300, 'The criterion in Vietnamese'),
  en: line(300, 'The criterion in English'),
  appliesTo: z.array(z.enum(['street', 'market'])).check(z.minLength(1), z.maxLength(2)),
  weight: decimal(0, 1000).check(z.positive(), z.describe('Points earned when met')),
  mandatory: z.boolean().check(z.describe('Without it there is no certificate, whatever the score')),
  measure: Measure,
  of: line(300, 'What is counted, in words'),
  evidence: z.array(z.enum(['photo', 'file', 'scan'])).check(z.maxLength(6), z.describe('Evidence that an answer needs')),
  basis: z.string().check(z.maxLength(60), z.describe('Whether the criterion is sourced or a proposal')),
  source: z.nullable(z.string().check(z.maxLength(600))),
});
export type Criterion = z.infer<typeof Criterion>;

/** A set of criteria as a programme freezes it when it opens. */
export const Checklist = z.strictObject({
  criteria: z.array(Criterion).check(z.minLength(1), z.maxLength(60)),
  passScore: decimal(0, 100).check(z.describe('Least score of 100 to pass')),
});
export type Checklist = z.infer<typeof Checklist>;

/** The criteria that count for a street or a market. */
export const criteriaFor = (checklist: Checklist, kind: 'street' | 'market'): Criterion[] =>
  checklist.criteria.filter((each) => each.appliesTo.includes(kind));
