import { generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { tokenCheck } from '../../../functions/http/sign-in.ts';
import { failureOf } from '../../support/instance.ts';

const issuer = 'https://test.invalid/oidc';
const start = Date.parse('2023-10-20T02:00:00.000Z');

/** A token good for ten minutes, a clock, and a check that counts how often it asked for a key. */
async function aCheck() {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const world = { at: start, asked: 0, trusted: true };
  const keys: JWTVerifyGetKey = async () => {
    world.asked++;
    if (!world.trusted) return (await generateKeyPair('ES256')).publicKey;
    return publicKey;
  };
  const check = tokenCheck({ issuer, audience: 'bench', keys, now: () => new Date(world.at) });
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience('bench')
    .setSubject('minh-khai')
    .setIssuedAt(start / 1000)
    .setExpirationTime(start / 1000 + 600)
    .sign(privateKey);
  return { world, check, token };
}

test('a token that was good a moment ago is good without another look at its signature, for a minute', async () => {
  const { world, check, token } = await aCheck();
  for (const seconds of [0, 1, 59]) {
    world.at = start + seconds * 1000;
    expect(await check(token)).toEqual({ ok: true, value: { issuer, subject: 'minh-khai' } });
  }
  expect(world.asked).toBe(1);
  world.at = start + 61_000;
  await check(token);
  expect(world.asked).toBe(2);
});

test('a key that is trusted no longer opens nothing after a minute, and a token never outlives its expiry', async () => {
  const { world, check, token } = await aCheck();
  await check(token);
  world.trusted = false;
  world.at = start + 61_000;
  expect(failureOf(await check(token))).toMatchObject({ code: 'token-refused', reason: 'forged' });
  world.trusted = true;
  world.at = start + 599_000;
  expect((await check(token)).ok).toBe(true);
  world.at = start + 606_000;
  expect(failureOf(await check(token))).toMatchObject({ code: 'token-refused', reason: 'expired' });
});

test('a token that differs in one letter from a good one is checked for itself', async () => {
  const { check, token } = await aCheck();
  await check(token);
  const [head, body, signature = ''] = token.split('.');
  const other = `${head}.${body}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  expect(failureOf(await check(other))).toMatchObject({ code: 'token-refused' });
});
