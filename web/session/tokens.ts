import * as z from 'zod/mini';
import { device } from '../device/database.ts';

/** What a sign-in gave, and how it is renewed: all that a page or the service worker needs to speak for the person. */
export const Tokens = z.object({
  /** One per sign-in; together with `renewals` it tells which of two copies is the newer one, whatever the clock says. */
  signIn: z.string(),
  renewals: z.int(),
  accessToken: z.string(),
  refreshToken: z.optional(z.string()),
  idToken: z.optional(z.string()),
  /** Who it is, from the identity token: drafts and cached answers belong to one person. */
  subject: z.string(),
  /** When the access token ends, in milliseconds of this device's clock. */
  expiresAt: z.number(),
  /** Where it is renewed, and by whom. */
  tokenEndpoint: z.string(),
  clientId: z.string(),
});
export type Tokens = z.infer<typeof Tokens>;

/** Good for half a minute more, and not the one that the server just `refused`. */
export const isUsable = (tokens: Tokens, refused?: string): boolean =>
  tokens.accessToken !== refused && tokens.expiresAt - Date.now() > 30_000;

const Renewed = z.object({
  access_token: z.string(),
  refresh_token: z.optional(z.string()),
  id_token: z.optional(z.string()),
  expires_in: z._default(z.number(), 300),
});

/**
 * Trades the refresh token for new tokens (RFC 6749 §6, without `scope`: what was granted stays). `refused` when the provider says no;
 * throws when it was not reached. Only under the lock `pho-so.renew`: a refresh token is good for one trade.
 */
export async function renewed(tokens: Tokens): Promise<Tokens | 'refused'> {
  const { refreshToken, tokenEndpoint, clientId } = tokens;
  if (!refreshToken) return 'refused';
  const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });
  const answer = await fetch(tokenEndpoint, { method: 'POST', body });
  const answered = (await answer.json()) as { error?: unknown };
  // Only a clear refusal ends the session: a provider that is busy or ill is no reason to send somebody away.
  if ((answer.status === 400 || answer.status === 401) && answered.error !== undefined) return 'refused';
  const { access_token, refresh_token, id_token, expires_in } = Renewed.parse(answered);
  return {
    ...tokens,
    renewals: tokens.renewals + 1,
    accessToken: access_token,
    expiresAt: Date.now() + expires_in * 1000,
    ...(refresh_token && { refreshToken: refresh_token }),
    ...(id_token && { idToken: id_token }),
  };
}

/** The newer of two copies of one sign-in; `mine` when the other belongs to another one. */
export const newer = (mine: Tokens, other: Tokens | undefined): Tokens =>
  other && other.signIn === mine.signIn && other.renewals > mine.renewals ? other : mine;

/** The copy for the service worker, which cannot read where pages keep theirs. */
export async function workersCopy(): Promise<Tokens | undefined> {
  const kept = await (await device()).get('session', 'tokens');
  return Tokens.safeParse(kept).data;
}

/** Leaves a copy for the service worker, or none; a device that is full keeps none rather than an old one. */
export async function leaveCopy(tokens: Tokens | undefined): Promise<void> {
  const db = await device();
  try {
    if (tokens) return void (await db.put('session', tokens, 'tokens'));
  } catch {}
  await db.delete('session', 'tokens');
}
