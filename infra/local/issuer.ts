import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Why sign-in by another provider is not possible; `detail` is a sentence for the person at the terminal. */
export type IssuerFailure = { code: 'issuer-unusable'; detail: string };

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Where an OpenID provider publishes its keys, read from its discovery document (OpenID Connect Discovery 1.0 §4). The document must name
 * the very issuer that was asked: otherwise its tokens would be refused one by one, and nobody would know why.
 */
export async function keysOf(issuer: string): Promise<Result<string, IssuerFailure>> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
    const found = Discovery.safeParse(await answer.json());
    if (!answer.ok || !found.success) return unusable(address, `HTTP ${answer.status}`);
    return found.data.issuer === issuer ? ok(found.data.jwks_uri) : unusable(address, `issuer ${found.data.issuer}`);
  } catch (error) {
    return unusable(address, error instanceof Error ? error.message : String(error));
  }
}

const unusable = (address: string, why: string): Result<never, IssuerFailure> =>
  fail({
    code: 'issuer-unusable',
    detail: `Không dùng được OIDC_ISSUER: ${address} trả lời "${why}". / OIDC_ISSUER cannot be used: ${address} answers "${why}".`,
  });
