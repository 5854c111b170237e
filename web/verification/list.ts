import { type CertificateList, readList } from '../../shared/verification/certificate-list.ts';

const listAddress = '/api/public/certificate-list';
const keysAddress = '/api/public/list-keys';
const place = 'certificate-list';

/** How the list on this device stands. One that was changed, or that no known key signed, is never used. */
export type StoredList = { state: 'none' | 'refused' | 'key-unknown' } | { state: 'good'; list: CertificateList };

/** The list that lies on this device, if its signature is right. */
export async function storedList(): Promise<StoredList> {
  if (!('caches' in globalThis) || !crypto.subtle) return { state: 'none' };
  const kept = await caches.open(place);
  const [list, keys] = await Promise.all([kept.match(listAddress), kept.match(keysAddress)]);
  if (!list) return { state: 'none' };
  return judged(await list.arrayBuffer(), keys ? await keys.text() : '');
}

/**
 * Asks for a newer list and the keys in use, and keeps what is right: a list that came damaged never replaces a good one.
 * Throws when the server cannot be reached.
 */
export async function freshList(): Promise<StoredList> {
  if (!('caches' in globalThis) || !crypto.subtle) return { state: 'none' };
  const kept = await caches.open(place);
  const before = await storedList();
  const tag = before.state === 'good' && (await kept.match(listAddress))?.headers.get('etag');
  const [list, keys] = await Promise.all([
    fetch(listAddress, { cache: 'no-store', headers: tag ? { 'if-none-match': tag } : {} }),
    fetch(keysAddress, { cache: 'no-store' }),
  ]);
  if (!keys.ok || !(list.ok || list.status === 304)) throw new Error('the server has no list now');
  const published = await keys.text();
  const put = (address: string, body: BodyInit, headers: HeadersInit = {}) => kept.put(address, new Response(body, { headers }));
  if (list.status === 304) {
    // A key that is no longer published takes its lists along.
    await put(keysAddress, published);
    return storedList();
  }
  const body = await list.arrayBuffer();
  const next = await judged(body, published);
  if (next.state !== 'good') return before.state === 'good' ? before : next;
  await put(keysAddress, published);
  await put(listAddress, body, { etag: list.headers.get('etag') ?? '' });
  return next;
}

/** Once this person has used the list, or has the app installed, it is kept up to date at each start. */
export async function keepUpToDate(): Promise<void> {
  const installed = matchMedia('(display-mode: standalone)').matches;
  if (installed || (await storedList()).state !== 'none') await freshList();
}

type Key = { kid: string; kty: string; crv: string; x: string; y: string };

/** Checks the signature (RFC 7515 with the payload as it is, RFC 7797): a line with it, then the bytes that it signs. */
async function judged(body: ArrayBuffer, keys: string): Promise<StoredList> {
  try {
    const bytes = new Uint8Array(body);
    const end = bytes.subarray(0, 2000).indexOf(10);
    const [header = '', , signature = ''] = new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0))).split('.');
    const { alg, kid, b64 } = JSON.parse(new TextDecoder().decode(fromBase64(header))) as { alg?: string; kid?: string; b64?: boolean };
    if (alg !== 'ES256' || b64 !== false) return { state: 'refused' };
    const known = (JSON.parse(keys || '{"keys":[]}') as { keys: Key[] }).keys.find((each) => each.kid === kid);
    if (!known) return { state: 'key-unknown' };
    const { kty, crv, x, y } = known;
    const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    const start = new TextEncoder().encode(`${header}.`);
    const signed = new Uint8Array([...start, ...bytes.subarray(end + 1)]);
    const right = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64(signature), signed);
    const list = right ? readList(bytes.subarray(end + 1)) : undefined;
    return list ? { state: 'good', list } : { state: 'refused' };
  } catch {
    return { state: 'refused' };
  }
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
