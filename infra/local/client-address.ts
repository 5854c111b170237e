import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whose requests are counted together. Each of the `proxies` trusted ones wrote at the end of X-Forwarded-For whom it heard; what stands
 * before that was said by the client itself and proves nothing. Without a proxy the header is not read at all.
 */
export const clientAddress =
  (proxies: number) =>
  (request: IncomingMessage): string => {
    const peer = request.socket.remoteAddress ?? '';
    const forwarded = [String(request.headers['x-forwarded-for'] ?? '').split(','), peer].flat().map((each) => each.trim());
    const named = forwarded.at(-1 - proxies) ?? '';
    return networkOf(isIP(named) ? named : peer);
  };

/** An IPv6 customer owns a /64 at least, so its first half is the address that counts, however it is written. */
export function networkOf(address: string): string {
  const plain = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [before = [], after = []] = plain.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
