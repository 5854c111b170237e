// `npm run dev`: the product as `npm start` runs it, renewed on change. Vite answers for the app's own modules and reloads the page; every
// other request goes on to the server behind it, which is bundled and started again when functions/, shared/ or infra/ change.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { context } from 'esbuild';
import { createServer as createVite } from 'vite';
import { bundling } from './build.mjs';

const host = 'localhost';
const port = Number(process.env.PORT ?? 8080);
const origin = `http://${host}:${port}`;
const pages = '.build/dev';

const front = createServer((request, response) => {
  if (isModule(request.url ?? '/')) vite.middlewares(request, response, () => void pass(request, response));
  else void pass(request, response);
});
front.once('error', (error) =>
  leave(error.code === 'EADDRINUSE' ? `Cổng ${port} đang bận. / Port ${port} is taken: set PORT.` : error.message),
);
await once(front.listen(port, host), 'listening');
const behind = await freePort();

const vite = await createVite({
  configFile: 'web/vite.config.ts',
  appType: 'custom',
  logLevel: 'warn',
  cacheDir: '../node_modules/.cache/vite',
  server: { middlewareMode: true, hmr: { server: front } },
});

let server;
let ready = Promise.resolve();
const bundle = await context({ ...bundling(['infra/local/main.ts']), plugins: [...bundling([]).plugins, { name: 'restart', setup }] });
await bundle.watch();

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().finally(() => process.exit(0)));

/** What Vite has a file or a module for; the rest is the server's: its API, sign-in, pages for everybody, and the first page of the app. */
function isModule(url) {
  const path = decodeURI(url.split('?')[0] ?? '/');
  return (
    /^[/](@vite|@fs|@id|node_modules)[/]/.test(path) ||
    (/[.]\w+$/.test(path) && [`web${path}`, `web/public${path}`].some((file) => existsSync(file)))
  );
}

function setup({ onEnd }) {
  onEnd(({ errors }) => {
    if (errors.length === 0) ready = ready.then(restart);
  });
}

/** The server reads the first page of the app when it starts, here with the scripts that Vite puts into it. */
async function restart() {
  await stop();
  mkdirSync(pages, { recursive: true });
  writeFileSync(`${pages}/index.html`, await vite.transformIndexHtml('/', readFileSync('web/index.html', 'utf8')));
  const env = { ...process.env, HOST: host, PORT: String(behind), SERVED_AT: origin, WEB_DIR: pages };
  server = spawn(process.execPath, ['--import', './scripts/environment.mjs', '.build/main.mjs'], { env, stdio: 'inherit' });
  while (server.exitCode === null && !(await healthy())) await pause(100);
  vite.ws.send({ type: 'full-reload' });
}

const healthy = () =>
  fetch(`http://${host}:${behind}/api/health`)
    .then(({ status }) => status === 200)
    .catch(() => false);

async function stop() {
  if (!server || server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** Hands a request on as it is. A page's policy knows nothing of the styles that Vite writes into it, so it is left out here. */
async function pass(request, response) {
  await ready;
  const { method, url, headers } = request;
  const onward = ask({ host, port: behind, method, path: url, headers }, (answer) => {
    const { 'content-security-policy': _, ...kept } = answer.headers;
    response.writeHead(answer.statusCode ?? 502, kept);
    answer.pipe(response);
  });
  onward.once('error', () => response.writeHead(502).end());
  request.pipe(onward);
}

async function freePort() {
  const probe = createServer().listen(0, host);
  await once(probe, 'listening');
  const found = probe.address().port;
  await new Promise((resolve) => probe.close(resolve));
  return found;
}

function leave(why) {
  console.error(why);
  process.exit(1);
}
