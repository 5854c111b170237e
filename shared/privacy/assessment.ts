import type { Answer, Assessment, SpotCheck } from '../assessments/assessment.ts';
import { actor, type FieldRules, plain } from './rule.ts';

const answer = {
  kind: plain,
  met: plain,
  count: plain,
  numerator: plain,
  denominator: plain,
  reason: plain,
  evidence: plain,
  note: plain,
} as const satisfies FieldRules<Answer>;

/** What was seen in one shop. A scanned code says bank, account, sometimes the name of the payee. */
const spotCheck = {
  merchantId: plain,
  outcome: plain,
  qrDisplayed: plain,
  pricesDisplayed: plain,
  payload: { personal: true, seen: 'assessment.write', others: 'hidden', erased: 'removed' },
  evidence: plain,
  note: { personal: true, seen: 'assessment.read', erased: 'removed' },
} as const satisfies FieldRules<SpotCheck>;

export const assessmentPrivacy = {
  nominationId: plain,
  personId: actor,
  personName: { personal: true, seen: 'assessment.read', erased: { kept: 'who assessed is part of the record of a decision' } },
  round: plain,
  wardId: plain,
  dueAt: plain,
  streetName: plain,
  sheet: {
    fields: {
      arrival: {
        fields: {
          at: plain,
          position: {
            personal: true,
            seen: 'assessment.read',
            erased: { kept: 'proves that the visit took place on the street' },
          },
          manualReason: plain,
        },
      },
      answers: { values: { fields: answer } },
      spotChecks: { each: spotCheck },
      note: plain,
    },
  },
  state: plain,
  clocks: { fields: { completedAt: plain, clockOffsetMs: plain, receivedAt: plain } },
  acknowledged: { fields: { by: actor, at: plain, note: plain } },
} as const satisfies FieldRules<Assessment>;
