import { createPublicKey } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { Provider } from 'oidc-provider';
import type { Secrets } from '../secrets.ts';
import { accountStore, type LocalAccounts } from './accounts.ts';
import { configuration } from './configuration.ts';
import { securityHeaders } from './page.ts';
import { signInPages } from './pages.ts';
import { type Passwords, passwords } from './password.ts';
import { signInGuard } from './sign-in-guard.ts';
import { type IdentityTable, identityStore } from './store.ts';

/** The embedded OpenID provider; `handle` answers every request whose path begins with one of `identityPaths`. */
export type Identity = {
  issuer: string;
  /** Public keys of the tokens, for checking them without asking ourselves by HTTP. */
  keys: JSONWebKeySet;
  accounts: LocalAccounts;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Deletes expired sessions and tokens; to be called now and then. Tells how many. */
  sweepExpired: () => Promise<number>;
};

export const identityPaths = ['/oidc/', '/login/', '/password/'] as const;

/**
 * Signs people in on one machine. `origin` is the address people type (it is part of every token), `redirectPaths` are the paths of the
 * app that sign-in and sign-out may return to, `addressOf` tells whose attempts are counted (behind a proxy: the forwarded address),
 * `report` hears of errors that are bugs.
 */
export function identityProvider(of: {
  origin: string;
  table: IdentityTable;
  secrets: Secrets;
  now: () => Date;
  passwordHashes?: Passwords;
  redirectPaths?: readonly string[];
  addressOf?: (request: IncomingMessage) => string;
  report?: (error: unknown) => void;
}): Identity {
  const {
    origin,
    secrets,
    now,
    redirectPaths = ['/', '/dang-nhap'],
    addressOf = (request) => request.socket.remoteAddress ?? '',
    report = console.error,
  } = of;
  const store = identityStore(of.table, now);
  const { signOutEverywhere, sweepExpired } = store;
  const accounts = accountStore({
    table: of.table,
    passwords: of.passwordHashes ?? passwords({ atOnce: 2, waiting: 100 }),
    origin,
    now,
    signOutEverywhere,
  });
  const provider = new Provider(`${origin}/oidc`, configuration({ origin, redirectPaths, secrets, store, accounts }));
  provider.proxy = true;
  provider.on('server_error', (_ctx, error) => report(error));
  provider.use(async (ctx, next) => {
    ctx.set(securityHeaders([origin]));
    await next();
  });

  const answerOpenId = provider.callback();
  const answerPage = signInPages({
    provider,
    accounts,
    guard: signInGuard(accounts, now),
    origin,
    addressOf,
    appOrigins: [origin],
    report,
  });
  return {
    issuer: `${origin}/oidc`,
    keys: {
      keys: secrets.signingKeys.map((key) => ({
        ...createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' }),
        kid: key.kid,
        alg: key.alg,
        use: key.use,
      })),
    },
    accounts,
    sweepExpired,
    async handle(request, response) {
      // Addresses are made from the configured origin, never from what a client or a proxy says about it.
      const { host, protocol } = new URL(origin);
      Object.assign(request.headers, { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) });
      if (!request.url?.startsWith('/oidc/')) return answerPage(request, response);
      // oidc-provider builds its addresses from what was cut off (its documentation, "Mounting").
      Object.assign(request, { originalUrl: request.url, url: request.url.slice('/oidc'.length) });
      await answerOpenId(request, response);
    },
  };
}
