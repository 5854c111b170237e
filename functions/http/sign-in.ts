import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Failure } from '../../shared/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Who a token speaks for, as its issuer knows them. */
export type SignedInAs = { issuer: string; subject: string };
export type CheckToken = (token: string) => Promise<Result<SignedInAs, Failure>>;

/**
 * Checks access tokens of one issuer: signature by a key the issuer publishes, issuer, audience, expiry, an allow-list of
 * algorithms, and `typ: at+jwt`, so that an ID token never opens the API (RFC 9068). Key rotation is followed.
 */
export function tokenCheck(of: {
  issuer: string;
  audience: string;
  /** The keys themselves, or where the issuer publishes them. */
  keys: JWTVerifyGetKey | URL;
  now: () => Date;
}): CheckToken {
  const keys = of.keys instanceof URL ? createRemoteJWKSet(of.keys, { cooldownDuration: 10_000 }) : of.keys;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: of.issuer,
        audience: of.audience,
        typ: 'at+jwt',
        algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
        clockTolerance: 5,
        currentDate: of.now(),
      });
      return payload.sub ? ok({ issuer: of.issuer, subject: payload.sub }) : fail({ code: 'token-refused', reason: 'malformed' });
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
