import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { clientId } from './identity/configuration.ts';

/** What signing in gives: `expiresAt` is when the access token ends. */
export type SignedIn = { accessToken: string; refreshToken: string; idToken: string; expiresAt: Date };

const Discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const Tokens = z.object({ access_token: z.string(), refresh_token: z.string(), id_token: z.string(), expires_in: z.number() });

/**
 * Signs in as a person does: opens the provider's page, types login and password, comes back with a code and trades it for tokens
 * (OpenID Connect, code with PKCE). Throws with the page's own sentence when it is refused.
 */
export async function signIn(origin: string, login: string, password: string): Promise<SignedIn> {
  const browse = browser();
  const issuer = Discovery.parse(await (await fetch(`${origin}/oidc/.well-known/openid-configuration`)).json());
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const redirect = `${origin}/`;
  const state = randomBytes(16).toString('base64url');
  const request = { client_id: clientId, response_type: 'code', scope: 'openid profile offline_access', redirect_uri: redirect, state };
  const query = new URLSearchParams({ ...request, code_challenge: challenge, code_challenge_method: 'S256' });

  const loginPage = await browse(`${issuer.authorization_endpoint}?${query.toString()}`);
  const answer = await browse(loginPage.url, new URLSearchParams({ login, password }), redirect);
  const returned = new URL(answer.url);
  const code = returned.searchParams.get('code');
  if (!code || returned.searchParams.get('state') !== state) throw new Error(sentenceOf(await answer.text()));

  const form = { grant_type: 'authorization_code', client_id: clientId, code, redirect_uri: redirect, code_verifier: verifier };
  return tokens(issuer.token_endpoint, form);
}

/** New tokens for a refresh token, which is used up by that. Throws when it is refused. */
export async function renew(origin: string, refreshToken: string): Promise<SignedIn> {
  return tokens(`${origin}/oidc/token`, { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });
}

async function tokens(endpoint: string, form: Record<string, string>): Promise<SignedIn> {
  const response = await fetch(endpoint, { method: 'POST', body: new URLSearchParams(form) });
  if (!response.ok) throw new Error(`The sign-in service answered ${response.status}: ${await response.text()}`);
  const got = Tokens.parse(await response.json());
  return {
    accessToken: got.access_token,
    refreshToken: got.refresh_token,
    idToken: got.id_token,
    expiresAt: new Date(Date.now() + got.expires_in * 1000),
  };
}

type Page = { url: string; status: number; headers: Headers; text: () => Promise<string> };

/** Follows redirects and keeps cookies (with their paths) as a browser does; stops in front of addresses that begin with `until`. */
export function browser(headers: Record<string, string> = {}): (url: string, form?: URLSearchParams, until?: string) => Promise<Page> {
  const jar = new Map<string, { value: string; path: string }>();
  return async function browse(url: string, form?: URLSearchParams, until?: string): Promise<Page> {
    const { pathname } = new URL(url);
    const cookie = [...jar]
      .filter(([, { path }]) => pathname === path || pathname.startsWith(path.replace(/\/?$/, '/')))
      .map(([name, { value }]) => `${name.split(';')[0]}=${value}`);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { ...headers, cookie: cookie.join('; ') },
      ...(form && { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      const path = /;\s*path=([^;]+)/i.exec(line)?.[1] ?? '/';
      if (value === '') jar.delete(`${name};${path}`);
      else jar.set(`${name};${path}`, { value, path });
    }
    const location = response.headers.get('location');
    const next = location ? new URL(location, url).href : undefined;
    if (!next) return { url, status: response.status, headers: response.headers, text: () => response.text() };
    await response.body?.cancel();
    return until !== undefined && new URL(next).origin + new URL(next).pathname === until
      ? { url: next, status: response.status, headers: response.headers, text: async () => '' }
      : browse(next, undefined, until);
  };
}

const sentenceOf = (page: string): string =>
  /role="alert">([^<]+)</.exec(page)?.[1] ??
  'Trang đăng nhập không nhận ra địa chỉ này; hãy dùng đúng địa chỉ mà npm start in ra. / The sign-in page does not know this address; use the one that npm start prints.';
