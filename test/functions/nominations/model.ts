import fc from 'fast-check';
import type { Nomination } from '../../../shared/nominations/nomination.ts';

/** What the plans of the city say of the lifecycle (docs/glossary.md has the words), written down a second time: the product's own table is not asked. */
export const rules = {
  edit: { from: ['draft', 'returned'], by: ['ward'] },
  submit: { from: ['draft', 'returned'], by: ['ward'] },
  withdraw: { from: ['draft', 'submitted', 'returned'], by: ['ward'] },
  return: { from: ['submitted', 'assessed'], by: ['officer', 'both'] },
  assign: { from: ['submitted', 'assessing'], by: ['officer', 'both'] },
  unassign: { from: ['assessing'], by: ['officer', 'both'] },
  assess: { from: ['assessing'], by: ['first', 'second'] },
  recommend: { from: ['assessed'], by: ['officer', 'both'] },
  sendBack: { from: ['recommended'], by: ['leader', 'deputy', 'both'] },
  approve: { from: ['recommended'], by: ['leader', 'deputy', 'both'] },
  decline: { from: ['recommended'], by: ['leader', 'deputy', 'both'] },
  askToCorrect: { from: ['certified'], by: ['officer', 'both'] },
  confirmCorrection: { from: ['certified'], by: ['leader', 'deputy', 'both'] },
  askToRevoke: { from: ['certified'], by: ['leader', 'deputy', 'both'] },
  confirmRevocation: { from: ['certified'], by: ['leader', 'deputy', 'both', 'admin'] },
  dropRequest: { from: ['certified'], by: ['leader', 'deputy', 'both'] },
  extend: { from: ['draft', 'submitted', 'returned', 'assessing'], by: ['officer', 'both'] },
} as const;
export type Action = keyof typeof rules;
export type Who = (typeof everybody)[number];
export const everybody = ['ward', 'stranger', 'officer', 'both', 'first', 'second', 'leader', 'deputy', 'admin', 'city'] as const;
export type Assessor = 'first' | 'second';
export type Step = { action: Action; by: Who; yes: boolean; whom: Assessor };

/** What is known of the nomination on the walk. `sheets` holds who is assigned, and what they found once they are in. */
export type Model = {
  state: Nomination['state'];
  sheets: Map<Assessor, 'open' | 'met' | 'unmet'>;
  advised?: { by: Who; inFavour: boolean };
  pending?: { kind: 'correction' | 'revocation'; by: Who };
};

/** The straight road to a revoked certificate. A walk begins somewhere along it, otherwise few would come as far as that. */
export const straightOn: Step[] = [
  { action: 'submit', by: 'ward', yes: true, whom: 'first' },
  { action: 'assign', by: 'officer', yes: true, whom: 'first' },
  { action: 'assess', by: 'first', yes: true, whom: 'first' },
  { action: 'recommend', by: 'both', yes: true, whom: 'first' },
  { action: 'approve', by: 'leader', yes: true, whom: 'first' },
  { action: 'askToRevoke', by: 'both', yes: true, whom: 'first' },
  { action: 'confirmRevocation', by: 'deputy', yes: true, whom: 'first' },
];
const anything = fc.record({
  action: fc.constantFrom(...(Object.keys(rules) as Action[])),
  by: fc.constantFrom(...everybody),
  yes: fc.boolean(),
  whom: fc.constantFrom<Assessor>('first', 'second'),
});
type Likely = { pick: number; yes: boolean; surely: boolean };
const likely: fc.Arbitrary<Likely> = fc.record({
  pick: fc.nat(),
  yes: fc.boolean(),
  surely: fc.constantFrom(true, true, false),
});
/** Where a walk begins on the straight road, and what is tried from there. */
export const walk = fc.record({
  start: fc.nat({ max: straightOn.length }),
  // Half of the steps lead somewhere, a quarter may meet a guard: anything at all would mostly be refused.
  moves: fc.array(fc.oneof({ weight: 1, arbitrary: anything }, { weight: 3, arbitrary: likely }), { minLength: 1, maxLength: 4 }),
});

/** What the model says must come of a step: the next model, or undefined for a refusal. */
export function expected(model: Model, { action, by, yes, whom }: Step): Model | undefined {
  const { from, by: allowed } = rules[action] as { from: readonly string[]; by: readonly string[] };
  if (!from.includes(model.state) || !allowed.includes(by)) return undefined;
  const { sheets, advised, pending } = model;
  switch (action) {
    case 'edit':
    case 'extend':
      return model;
    case 'submit':
      return { state: 'submitted', sheets: new Map() };
    case 'withdraw':
      return { state: 'withdrawn', sheets };
    case 'return':
      return { state: 'returned', sheets };
    case 'assign':
      return { state: 'assessing', sheets: new Map([[whom, 'open'], ...sheets]) };
    case 'unassign': {
      if (!sheets.has(whom) || sheets.size === 1) return undefined;
      return judged(new Map([...sheets].filter(([person]) => person !== whom)));
    }
    case 'assess':
      if (sheets.get(by as Assessor) !== 'open') return undefined;
      return judged(new Map([...sheets, [by as Assessor, yes ? 'met' : 'unmet']]));
    case 'recommend': {
      const passed = [...sheets.values()].every((each) => each === 'met');
      return yes && !passed ? undefined : { state: 'recommended', sheets, advised: { by, inFavour: yes } };
    }
    case 'sendBack':
      return { state: 'assessed', sheets };
    case 'approve':
      return advised?.inFavour && advised.by !== by ? { state: 'certified', sheets } : undefined;
    case 'decline':
      return advised?.by === by ? undefined : { state: 'declined', sheets };
    case 'askToCorrect':
      return pending ? undefined : { state: 'certified', sheets, pending: { kind: 'correction', by } };
    case 'askToRevoke':
      return pending ? undefined : { state: 'certified', sheets, pending: { kind: 'revocation', by } };
    case 'confirmCorrection':
      return pending?.kind === 'correction' && pending.by !== by ? { state: 'certified', sheets } : undefined;
    case 'confirmRevocation':
      return pending?.kind === 'revocation' && pending.by !== by ? { state: 'revoked', sheets } : undefined;
    case 'dropRequest':
      return pending ? { state: 'certified', sheets } : undefined;
  }
}

const judged = (sheets: Model['sheets']): Model => ({
  state: [...sheets.values()].includes('open') ? 'assessing' : 'assessed',
  sheets,
});

/** One of the steps that state and role allow here, `surely` one that nothing else forbids; undefined at the end of the road. */
export function onward(model: Model, { pick, yes, surely }: Likely): Step | undefined {
  const steps = (Object.keys(rules) as Action[])
    .filter((action) => action !== 'extend' && action !== 'edit' && (rules[action].from as readonly string[]).includes(model.state))
    .flatMap((action) => rules[action].by.map((by): Step => ({ action, by, yes, whom: pick % 2 === 0 ? 'first' : 'second' })))
    .filter((each) => !surely || expected(model, each) !== undefined);
  return steps[pick % Math.max(1, steps.length)];
}
