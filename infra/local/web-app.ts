import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { contentPolicy } from '../../functions/http/content-policy.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

/** What the app is told about this instance: where to sign in, and who may with the demonstration. */
export type AppConfig = {
  issuer: string;
  clientId: string;
  scope: string;
  demonstration?: { password: string; people: { login: string; name: string; title: string }[] } | undefined;
};

/**
 * Serves the built app from `folder`: its files as they are (compressed at the build), and its first page for every address that is the
 * app's own business. Files with a hash in their name never change; the rest is asked for anew each time.
 */
export async function webApp(folder: string, config: AppConfig): Promise<Hono> {
  const built = await readFile(join(folder, 'index.html'), 'utf8');
  const index = built.replace('<!--sign-ins-->', await signIns(config));
  const policy = contentPolicy(index, { signIn: [new URL(config.issuer).origin] });
  const app = new Hono();
  app.get('/config.json', (c) => c.json(config, 200, { 'cache-control': 'no-cache' }));
  app.get('*', async (c) => {
    const path = pathOf(c.req.path);
    if (path === undefined) return c.notFound();
    const file = extname(path) ? path : '/index.html';
    if (file !== path && !/\btext\/html\b|\*\/\*/.test(c.req.header('accept') ?? '*/*')) return c.notFound();
    if (file === '/index.html') return c.html(index, 200, { 'cache-control': 'no-cache', 'content-security-policy': policy });
    return (await fileAnswer(c, folder, file, policy)) ?? c.notFound();
  });
  return app;
}

/** The path without tricks; undefined when it is no text at all (`%E0%A4%A`). */
function pathOf(typed: string): string | undefined {
  try {
    return normalize(decodeURI(typed)).replaceAll('\\', '/');
  } catch {
    return undefined;
  }
}

/** The demonstration's sign-ins for whoever looks without script; escaped, because names are data. */
const signIns = async ({ demonstration }: AppConfig): Promise<string> =>
  demonstration
    ? String(
        await html`<p>Tài khoản minh họa / demonstration sign-ins (mật khẩu chung / password: <code>${demonstration.password}</code>):</p>
<ul>${demonstration.people.map(({ login, name, title }) => html`<li><code>${login}</code> – ${name}, ${title}</li>`)}</ul>`,
      )
    : '';

async function fileAnswer(c: Context, folder: string, file: string, policy: string): Promise<Response | undefined> {
  const type = types[extname(file)];
  if (!type || file.includes('..')) return undefined;
  const accepted = c.req.header('accept-encoding') ?? '';
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
    ['', ''],
  ] as const) {
    if (encoding && !accepted.includes(encoding)) continue;
    const bytes = await readFile(join(folder, `${file}${ending}`)).catch(() => undefined);
    if (!bytes) continue;
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': type,
      vary: 'Accept-Encoding',
      'cache-control': file.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
      ...(encoding && { 'content-encoding': encoding }),
    });
  }
  return undefined;
}
