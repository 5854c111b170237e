import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Failure } from '../../shared/failures/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Who a token speaks for, as its issuer knows them. */
export type SignedInAs = { issuer: string; subject: string };
export type CheckToken = (token: string) => Promise<Result<SignedInAs, Failure>>;

type Issuer = {
  issuer: string;
  /** The keys themselves, or where the issuer publishes them. */
  keys: JWTVerifyGetKey | URL;
  now: () => Date;
};

/** A token that was found good is not checked again for so long; checking a signature costs more than all the rest of a small request. */
const goodForMs = 60_000;
const toleranceSeconds = 5;
const mostRemembered = 1000;

/**
 * Checks access tokens of one issuer: signature by a key the issuer publishes, issuer, audience, expiry, an allow-list of
 * algorithms, and `typ: at+jwt`, so that an ID token never opens the API (RFC 9068). Key rotation is followed, within a minute.
 */
export const tokenCheck = (of: Issuer & { audience: string }): CheckToken =>
  check(of, { audience: of.audience, typ: 'at+jwt', algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'] }, () => true);

/** The same for Cognito, whose access tokens have neither `aud` nor `typ`: `client_id` and `token_use` stand in their place. */
export const cognitoTokenCheck = (of: Issuer & { clientId: string }): CheckToken =>
  check(of, { algorithms: ['RS256'] }, ({ client_id, token_use }) => client_id === of.clientId && token_use === 'access');

function check(of: Issuer, options: JWTVerifyOptions, meantForUs: (payload: JWTPayload) => boolean): CheckToken {
  const keys = of.keys instanceof URL ? createRemoteJWKSet(of.keys, { cooldownDuration: 10_000 }) : of.keys;
  const good = new Map<string, { signedIn: SignedInAs; from: number; until: number }>();
  return async (token) => {
    const at = of.now().getTime();
    const known = good.get(token);
    if (known && at >= known.from && at < known.until) return ok(known.signedIn);
    try {
      const { payload } = await jwtVerify(token, keys, { ...options, issuer: of.issuer, clockTolerance: 5, currentDate: of.now() });
      if (!meantForUs(payload)) return fail({ code: 'token-refused', reason: 'not-for-us' });
      if (!payload.sub) return fail({ code: 'token-refused', reason: 'malformed' });
      const signedIn = { issuer: of.issuer, subject: payload.sub };
      const ends = ((payload.exp ?? 0) + toleranceSeconds) * 1000;
      if (good.size >= mostRemembered) good.clear();
      good.set(token, { signedIn, from: at, until: Math.min(at + goodForMs, ends) });
      return ok(signedIn);
    } catch (error) {
      if (error instanceof errors.JWTExpired) return fail({ code: 'token-refused', reason: 'expired' });
      if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JOSEAlgNotAllowed)
        return fail({ code: 'token-refused', reason: 'not-for-us' });
      if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey)
        return fail({ code: 'token-refused', reason: 'forged' });
      if (error instanceof errors.JWKSTimeout) return fail({ code: 'busy', retryAfterSeconds: 5 });
      if (error instanceof errors.JOSEError) return fail({ code: 'token-refused', reason: 'malformed' });
      throw error;
    }
  };
}
