import { device } from '../device/database.ts';
import { config } from './config.ts';
import { fromStorage } from './from-storage.ts';
import { isUsable, leaveCopy, newer, renewed, Tokens, workersCopy } from './tokens.ts';

/** `ended`: the provider refuses to renew; what was typed stays, the person signs in again. */
export type Session = { state: 'signed-out' } | { state: 'signed-in'; subject: string } | { state: 'ended'; subject: string };

const kept = 'pho-so.session';
const subscribers = new Set<() => void>();
let ended = false;
let session: Session = fromDevice();

function read(): Tokens | undefined {
  // What is no sign-in of this version is none: the person signs in again, and nothing unsent hangs on it.
  return Tokens.safeParse(fromStorage(kept)).data;
}

function fromDevice(): Session {
  const tokens = read();
  return tokens ? { state: ended ? 'ended' : 'signed-in', subject: tokens.subject } : { state: 'signed-out' };
}

function publish(): void {
  session = fromDevice();
  for (const subscriber of subscribers) subscriber();
}
// Another tab signed in, renewed or signed out.
window.addEventListener('storage', (event) => {
  if (event.key !== kept) return;
  ended = false;
  publish();
});

export const currentSession = (): Session => session;
export function onSession(subscriber: () => void): () => void {
  subscribers.add(subscriber);
  return () => subscribers.delete(subscriber);
}

// The library is 20 KB and needed for signing in and out only: it comes when it is needed.
async function client() {
  const [{ OidcClient, WebStorageStateStore }, { issuer, clientId, scope }] = await Promise.all([import('oidc-client-ts'), config()]);
  return new OidcClient({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/dang-nhap`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope,
    response_type: 'code',
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
}

/** Goes to the provider's sign-in page and comes back to this very address. `login` fills the name in. */
export async function signIn(login?: string, language = 'vi'): Promise<void> {
  const to = location.pathname === '/dang-nhap' ? '/' : location.pathname + location.search + location.hash;
  const request = await (await client()).createSigninRequest({
    state: to,
    ui_locales: language,
    ...(login && { login_hint: login, prompt: 'login' }),
  });
  location.assign(request.url);
}

/** Trades the code in the address for tokens; gives the address to go on with. Throws when the provider refused. */
export async function finishSignIn(address: string): Promise<string> {
  const provider = await client();
  const answer = await provider.processSigninResponse(address);
  const before = read();
  const subject = String(answer.profile.sub);
  // Somebody else on the same device sees nothing of whoever worked here before.
  if (before && before.subject !== subject) await forgetAnswers();
  await keep({
    signIn: crypto.randomUUID(),
    renewals: 0,
    subject,
    accessToken: answer.access_token,
    ...(answer.refresh_token && { refreshToken: answer.refresh_token }),
    ...(answer.id_token && { idToken: answer.id_token }),
    expiresAt: Date.now() + (answer.expires_in ?? 300) * 1000,
    tokenEndpoint: (await provider.metadataService.getTokenEndpoint()) ?? '',
    clientId: provider.settings.client_id,
  });
  const to = typeof answer.userState === 'string' ? answer.userState : '/';
  return to.startsWith('/') && !to.startsWith('//') ? to : '/';
}

async function keep(tokens: Tokens): Promise<void> {
  localStorage.setItem(kept, JSON.stringify(tokens));
  ended = false;
  publish();
  await leaveCopy(tokens).catch(() => {});
}

/** The access token, renewed when less than half a minute is left (or when `refused`); undefined when nobody is signed in or it ended. */
export async function accessToken(refused?: string): Promise<string | undefined> {
  const tokens = read();
  if (!tokens || ended) return undefined;
  if (isUsable(tokens, refused)) return tokens.accessToken;
  // Two that renew with the same refresh token would lose the whole session: one at a time, the other takes what it got.
  return navigator.locks.request('pho-so.renew', async () => {
    const mine = read();
    // Those who waited for a renewal that was refused do not ask again.
    if (!mine || ended) return undefined;
    // The service worker may have renewed it while no page was open.
    const now = newer(mine, await workersCopy().catch(() => undefined));
    const next = isUsable(now, refused) ? now : await renewed(now);
    if (next === 'refused') return end();
    if (next !== mine) await keep(next);
    return next.accessToken;
  });
}

function end(): undefined {
  ended = true;
  publish();
  return undefined;
}

/** Signs out here and at the provider; forgets the server's answers, keeps unsent work. */
export async function signOut(): Promise<void> {
  const tokens = read();
  localStorage.removeItem(kept);
  localStorage.removeItem('pho-so.me');
  await leaveCopy(undefined).catch(() => {});
  await forgetAnswers();
  location.assign((tokens && (await leftBehind(tokens).catch(() => undefined))) ?? '/');
}

/** Takes the session back at the provider; gives the address at which it ends. */
async function leftBehind({ idToken, refreshToken }: Tokens): Promise<string | undefined> {
  // Nobody could be asked to take it back, and the provider's page would be an error of the browser's.
  if (!navigator.onLine) return undefined;
  const [provider, { signOut: address }] = await Promise.all([client(), config()]);
  // Without a network, or where tokens cannot be taken back, signing out goes on all the same.
  const revoked = refreshToken ? provider.revokeToken(refreshToken, 'refresh_token').catch(() => undefined) : undefined;
  await Promise.race([revoked, new Promise((resolve) => setTimeout(resolve, 2000))]);
  return address ?? (idToken ? (await provider.createSignoutRequest({ id_token_hint: idToken })).url : undefined);
}

const forgetAnswers = async (): Promise<void> => {
  await device()
    .then((db) => db.clear('answers'))
    .catch(() => {});
};
