import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify } from 'jose';
import type { Failure } from '../../shared/failure.ts';
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

/**
 * Checks access tokens of one issuer: signature by a key the issuer publishes, issuer, audience, expiry, an allow-list of
 * algorithms, and `typ: at+jwt`, so that an ID token never opens the API (RFC 9068). Key rotation is followed.
 */
export const tokenCheck = (of: Issuer & { audience: string }): CheckToken =>
  check(of, { audience: of.audience, typ: 'at+jwt', algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'] }, () => true);

/** The same for Cognito, whose access tokens have neither `aud` nor `typ`: `client_id` and `token_use` stand in their place. */
export const cognitoTokenCheck = (of: Issuer & { clientId: string }): CheckToken =>
  check(of, { algorithms: ['RS256'] }, ({ client_id, token_use }) => client_id === of.clientId && token_use === 'access');

function check(of: Issuer, options: JWTVerifyOptions, meantForUs: (payload: JWTPayload) => boolean): CheckToken {
  const keys = of.keys instanceof URL ? createRemoteJWKSet(of.keys, { cooldownDuration: 10_000 }) : of.keys;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { ...options, issuer: of.issuer, clockTolerance: 5, currentDate: of.now() });
      if (!meantForUs(payload)) return fail({ code: 'token-refused', reason: 'not-for-us' });
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
