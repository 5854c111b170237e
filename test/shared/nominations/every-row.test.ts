import { expect, test } from 'vitest';
import { arrows, tries } from '../../../scripts/lifecycle-arrows.ts';
import { aNomination, examples } from '../../../scripts/lifecycle-examples.ts';
import { AuthorityId, PersonId } from '../../../shared/ids.ts';
import { transitions } from '../../../shared/nominations/transitions.ts';
import type { Actor, HeldRole } from '../../../shared/people/person.ts';

const actions = Object.keys(tries) as (keyof typeof tries)[];
const roles = ['ward', 'officer', 'assessor', 'leader', 'city', 'admin'] as const;
const elsewhere = roles.map((role): HeldRole => ({ role, authorityId: AuthorityId.parse('ngo-quyen') }));
const stranger: Actor = { id: PersonId.parse('0190a0a0-0000-7000-8000-00000000000f'), name: 'Quận khác', roles: elsewhere };

test.each(actions)('%s: who holds every role elsewhere is refused first, in whatever state the nomination is', (action) => {
  for (const nomination of Object.values(examples))
    for (const decided of tries[action](nomination, stranger))
      expect(decided).toEqual({ ok: false, failure: { code: 'not-permitted', action: transitions[action].permission } });
});

test.each(actions)('%s: who may is refused in every other state, with the states that would do', (action) => {
  const { from } = transitions[action];
  for (const nomination of Object.values(aNomination)) {
    if (from.some((state) => state === nomination.state)) continue;
    const failure = { code: 'wrong-state', action, state: nomination.state, allowed: from };
    // Who assesses is known only once somebody is assigned.
    const asked = action === 'assess' && !('assignment' in nomination) ? [] : tries[action](nomination);
    for (const decided of asked) expect(decided).toEqual({ ok: false, failure });
  }
});

test('every state that a row names is really left by it, and every state but the last ones is left', () => {
  const left = arrows();
  for (const action of actions)
    expect(new Set(left.filter((arrow) => arrow.action === action).map(({ from }) => from))).toEqual(new Set(transitions[action].from));
  const ends = Object.keys(aNomination).filter((state) => !left.some(({ from }) => from === state));
  expect(ends.sort()).toEqual(['declined', 'revoked', 'withdrawn']);
});
