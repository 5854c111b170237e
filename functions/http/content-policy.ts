import { createHash } from 'node:crypto';

/**
 * The content security policy of the app: our own files and nothing else; the one inline style of the first page by its hash, and wasm for
 * the code reader. `connections`: where else the app may send requests (sign-in, files).
 */
export function contentPolicy(index: string, connections: readonly string[]): string {
  const styles = [...index.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' ${styles.join(' ')}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${connections.join(' ')}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "media-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
