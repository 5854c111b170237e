import { type Configuration, errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { Secrets } from '../secrets.ts';
import type { AccountStore } from './accounts.ts';
import { logoutPage, showError, signedOutPage } from './provider-pages.ts';
import type { IdentityStore } from './store.ts';

/** What access tokens are for (`aud`), and the one client: the web app. */
export const audience = 'pho-so-api';
export const clientId = 'pho-so-web';

const minute = 60;
const day = 24 * 3600;

/** Settings of oidc-provider: one public client of our own, code with PKCE, JWT access tokens (RFC 9068), rotated refresh tokens. */
export function configuration(of: {
  origin: string;
  redirectPaths: readonly string[];
  secrets: Secrets;
  store: IdentityStore;
  accounts: AccountStore;
}): Configuration {
  const { origin, secrets, store, accounts } = of;
  const addresses = of.redirectPaths.map((path) => `${origin}${path}`);
  const api = `${origin}/api`;
  return {
    adapter: store.adapter,
    jwks: { keys: secrets.signingKeys },
    cookies: {
      keys: secrets.cookieKeys,
      names: { session: 'pho-so.session', interaction: 'pho-so.interaction', resume: 'pho-so.resume' },
      // The session is nobody's business but the provider's: the API never sees this cookie.
      long: { httpOnly: true, sameSite: 'lax', path: '/oidc' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: addresses,
        post_logout_redirect_uris: addresses,
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        response_modes: ['query'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    conformIdTokenClaims: false,
    clientBasedCORS: (_ctx, from) => from === origin,
    findAccount: async (_ctx, subject) => {
      const account = await accounts.bySubject(subject);
      return account && { accountId: subject, claims: () => ({ sub: subject, preferred_username: account.login }) };
    },
    interactions: { policy: policy(), url: (_ctx, interaction) => `/login/${interaction.uid}` },
    loadExistingGrant,
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 15 * minute,
      AuthorizationCode: minute,
      IdToken: 15 * minute,
      Interaction: 60 * minute,
      RefreshToken: 14 * day,
      Session: 14 * day,
      Grant: 90 * day,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
      rpInitiatedLogout: { enabled: true, logoutSource: logoutPage, postLogoutSuccessSource: signedOutPage },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== api) throw new errors.InvalidTarget();
          return { scope: '', audience, accessTokenFormat: 'jwt', accessTokenTTL: 15 * minute, jwt: { sign: { alg: 'ES256' } } };
        },
      },
    },
    renderError: showError,
  };
}

/** Signing in is consent enough for our own app; somebody whose account went away in the middle of it signs in again. */
function policy() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'account_gone',
        'the account is no longer there',
        (ctx) => ctx.oidc.session?.accountId !== undefined && ctx.oidc.account === undefined,
      ),
    );
  return policy;
}

async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { provider, session, client, account } = ctx.oidc;
  if (!client || !account) return undefined;
  const known = session?.grantIdFor(client.clientId);
  const existing = known && (await provider.Grant.find(known));
  if (existing) return existing;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile');
  await grant.save();
  return grant;
}
