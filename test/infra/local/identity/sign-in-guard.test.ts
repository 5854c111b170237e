import { expect, test } from 'vitest';
import { signInGuard } from '../../../../infra/local/identity/sign-in-guard.ts';

const nobodyIsRight = { verify: async () => undefined };

test('one network that tries many logins is stopped, whichever of its addresses it uses, and its neighbours are not', async () => {
  let clock = new Date('2023-11-05T01:00:00.000Z');
  const gate = signInGuard(nobodyIsRight, () => clock);
  const from = (address: string, n: number) => gate.enter(`login-${n}`, 'guess', address);
  for (let n = 0; n < 60; n += 1) expect(await from(`2402:800:61c7:1::${n + 1}`, n)).toEqual({ code: 'wrong' });
  expect(await from('2402:800:61c7:1::ffff', 61)).toEqual({ code: 'locked', seconds: 900 });
  expect(await from('2402:800:61c7:2::1', 62)).toEqual({ code: 'wrong' });
  expect(await from('::ffff:113.160.1.1', 63)).toEqual({ code: 'wrong' });
  clock = new Date('2023-11-05T01:15:00.000Z');
  expect(await from('2402:800:61c7:1::1', 64)).toEqual({ code: 'wrong' });
});

test('many guesses at the same moment are counted like guesses one after the other', async () => {
  const gate = signInGuard(nobodyIsRight, () => new Date('2023-11-05T01:00:00.000Z'));
  const answers = await Promise.all(Array.from({ length: 20 }, () => gate.enter('minh-khai', 'guess', '10.0.0.1')));
  expect(answers.filter((each) => 'code' in each && each.code === 'wrong')).toHaveLength(8);
});
