import { createHash } from 'node:crypto';

/**
 * The content security policy of the app: our own files and nothing else; the one inline style of the first page by its hash, and wasm for
 * the code reader. `signIn` and `files`: where else the app may send requests, and whence pictures may come.
 */
export function contentPolicy(index: string, { signIn, files = '' }: { signIn: readonly string[]; files?: string }): string {
  const styles = [...index.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' ${styles.join(' ')}`,
    `img-src 'self' data: blob: ${files}`.trimEnd(),
    "font-src 'self'",
    `connect-src 'self' ${[...signIn, files].join(' ')}`.trimEnd(),
    "manifest-src 'self'",
    "worker-src 'self'",
    "media-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
