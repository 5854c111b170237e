/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { sendInBackground } from './assessments/background.ts';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// What people typed lives in IndexedDB and is never touched here: a new version of the app replaces the app's own files only.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

// Pages of the app open without a network; what the server renders itself always comes from the server.
const rendered =
  /^\/(api|oidc|login|password|blobs|[Cc]|xac-minh|tuyen-duong|tai-lieu|openapi\.json|sitemap\.xml|robots\.txt|config\.json)([/?]|$)/;
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [rendered] }));

// Whoever scans a certificate where there is no network, or one that leads nowhere, is answered by the list on the device.
const timeoutMs = 8000;
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && url.origin === self.location.origin && /^\/([Cc]\/|xac-minh\b)/.test(url.pathname),
  async ({ request, url }) => {
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, timeoutMs));
    const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
    const code = url.searchParams.get('ma') ?? /^\/[Cc]\/([^/]+)/.exec(url.pathname)?.[1];
    return answer ?? Response.redirect(code === undefined ? '/kiem-tra' : `/kiem-tra?ma=${encodeURIComponent(code)}`);
  },
);

// The code reader comes along with the first assignment, and stays: half a megabyte that only assessors need.
registerRoute(
  ({ url }) => url.origin === self.location.origin && url.pathname.endsWith('.wasm'),
  async ({ request }) => {
    const cache = await caches.open('code-reader');
    const kept = await cache.match(request);
    if (kept) return kept;
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  },
);

// The page that brought the worker is its page from then on: it opens without a network, and a newer version waits for it.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// A waiting version takes over when the person says so, never in the middle of a form.
self.addEventListener('message', (event) => {
  if ((event.data as { type?: string } | undefined)?.type === 'take-over') void self.skipWaiting();
});

// The network is back, perhaps days after the app was closed. An open page sends by itself.
self.addEventListener('sync', (event) => {
  const sync = event as ExtendableEvent & { tag: string };
  if (sync.tag === 'outbox') sync.waitUntil(whenNobodyLooks(sendInBackground));
});
async function whenNobodyLooks(work: () => Promise<void>): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window' });
  if (!pages.some(({ visibilityState }) => visibilityState === 'visible')) await work();
}
