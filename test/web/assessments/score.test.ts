import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { offlineBundleTaken } from '../../../functions/assessments/offline-bundle.ts';
import type { Answer, Assessment, AssessmentSheet, SpotCheck } from '../../../shared/assessments/assessment.ts';
import { criteriaFor } from '../../../shared/criteria/checklist.ts';
import { defaultChecklist } from '../../../shared/criteria/default-checklist.ts';
import { MerchantId } from '../../../shared/ids.ts';
import type { NominationIn, Sample, SampledMerchant } from '../../../shared/nominations/nomination.ts';
import { scoreOf } from '../../../shared/nominations/outcome.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { noFigures } from '../../../shared/streets/street.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';
import { scoreSoFar } from '../../../web/assessments/score-so-far.ts';

const at = '2023-11-05T02:00:00.000Z';
const ids = Array.from({ length: 6 }, (_, n) => `0190a0a0-0000-7000-8000-00000000000${n}`);
const codes = ids.map((_, n) => {
  const built = buildVietQr({ bankBin: '970436', account: `007100098785${n}`, merchantName: 'PHO' });
  return built.ok ? built.value : '';
});

const drawn = ids.map(
  (merchantId, n): SampledMerchant => ({
    merchantId: MerchantId.parse(merchantId),
    name: `Phở ${n}`,
    place: String(n),
    methods: n === 4 ? [{ method: 'CARD_POS' }] : [{ method: 'QR_VIETQR_ACCOUNT', bankBin: '970436', account: `007100098785${n}` }],
  }),
);

// A seeded generator (mulberry32): ten thousand sheets in a second, and the same ones each time.
let state = 274;
const random = (): number => {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};
const below = (most: number): number => Math.floor(random() * most);
const one = <T>(some: readonly T[]): T => some[below(some.length)] as T;
const yes = (): boolean => random() < 0.5;
const amount = (): number => one([0, 1, 2, 3, 4, 5, 0.1, 0.3, 79.9, 1_000_000_000]);

const evidence: never[] = [];
// Answers of the wrong kind, and to questions of markets on a street, are as likely as right ones.
const answer = (): Answer =>
  one<() => Answer>([
    () => ({ kind: 'yesNo', met: yes(), evidence }),
    () => ({ kind: 'count', count: amount(), evidence }),
    () => ({ kind: 'share', numerator: amount(), denominator: amount() || 1, evidence }),
    () => ({ kind: 'notApplicable', reason: 'Không có', evidence }),
  ])();
const answers = (): AssessmentSheet['answers'] =>
  Object.fromEntries(defaultChecklist.criteria.flatMap(({ code }) => (random() < 0.85 ? [[code, answer()]] : [])));
const check = (n: number, merchantId: MerchantId): SpotCheck =>
  random() < 0.3
    ? { merchantId, outcome: one(['closed', 'not-found', 'refused'] as const), evidence }
    : { merchantId, outcome: 'found', qrDisplayed: random() < 0.9, pricesDisplayed: random() < 0.9, evidence, ...scanned(n) };
const scanned = (n: number): { payload?: string } =>
  random() < 0.8 ? { payload: codes[n] ?? '' } : one([{ payload: one(codes) }, { payload: 'https://qr.example/12' }, {}]);
const sheet = (): AssessmentSheet => ({
  answers: answers(),
  spotChecks: drawn.flatMap(({ merchantId }, n) => (random() < 0.8 ? [check(n, merchantId)] : [])),
});
const counts = ['cashless', 'twoMethods', 'ownerAccount', 'commitment', 'eInvoiceInScope', 'eInvoiceScope'];
const figures = () => ({
  ...noFigures(),
  merchants: below(31),
  ...Object.fromEntries(counts.map((each) => [each, below(31)])),
});

test('the score on the phone is the score on the server, for ten thousand sheets of streets and markets', () => {
  const [seen, reached] = [new Set<string>(), new Set<number>()];
  for (let n = 0; n < 10_000; n++) {
    const kind = one(['street', 'market'] as const);
    const submission = { figures: figures(), located: yes(), onTime: yes() };
    const nomination = { state: 'assessing', kind, wardName: 'Hạ Lý', extended: {}, submission } as unknown as NominationIn<'assessing'>;
    const rules = { checklist: defaultChecklist, minMerchants: one([2, 20, 25]), syncGraceHours: 24, assessmentDueAt: at };
    const programme = { id: 'p', name: 'Kế hoạch 274', ...rules } as unknown as Programme;
    const sample = { round: 1, merchants: drawn } as unknown as Sample;
    const stored = { state: 'writing', round: 1, sheet: sheet() } as unknown as Assessment;

    const taken = JSON.stringify(offlineBundleTaken(programme, { kind, name: 'Lạch Tray' }, nomination, sample, stored));
    const onPhone = JSON.parse(taken) as Parameters<typeof scoreSoFar>[0];
    const phone = scoreSoFar(onPhone, onPhone.assessment.sheet as AssessmentSheet);
    const server = scoreOf(programme, nomination, sample, stored);
    // Compared quickly, told in full only when they differ.
    if (!isDeepStrictEqual(phone, server)) expect(phone, taken).toEqual(server);
    for (const { code, outcome } of server.results) seen.add(`${kind} ${code} ${outcome}`);
    reached.add(Math.round(server.score));
  }
  // The sheets were no monotony: every question of each kind was met and unmet, and scores lie all over the scale.
  for (const kind of ['street', 'market'] as const)
    for (const { code } of criteriaFor(defaultChecklist, kind))
      expect([`${kind} ${code} met`, `${kind} ${code} unmet`].filter((each) => !seen.has(each))).toEqual([]);
  expect(reached.size).toBeGreaterThan(40);
});
