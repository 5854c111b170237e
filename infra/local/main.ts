import { readFileSync } from 'node:fs';
import type { Log } from '../../functions/http/app.ts';
import { demoPassword, demoPeople } from './demo-fixtures.ts';
import { startInstance } from './instance.ts';

/** `npm start`: reads the environment, starts everything, says where it is, and ends it in order. */
const env = process.env;
const host = env['HOST'] ?? 'localhost';
const demo = env['DEMO'] === 'off' ? 'off' : 'on';
const log: Log = (line) => console.log(JSON.stringify({ at: new Date().toISOString(), ...line }));

const loopback = new Set(['localhost', '127.0.0.1', '::1']);
if (demo === 'on' && !loopback.has(host))
  leave(
    'Tài khoản minh họa không được mở ra ngoài máy này: đặt DEMO=off. / Demonstration accounts are never exposed: set DEMO=off to use HOST.',
  );

const trustedProxies = Number(env['TRUST_PROXY'] ?? 0);
if (!Number.isInteger(trustedProxies) || trustedProxies < 0)
  leave('TRUST_PROXY: số lượng proxy đứng trước máy này. / TRUST_PROXY is the number of proxies in front of this machine.');

const [cert, key] = [env['TLS_CERT'], env['TLS_KEY']];
if ((cert === undefined) !== (key === undefined)) leave('Cần cả TLS_CERT và TLS_KEY. / TLS_CERT and TLS_KEY belong together.');

const started = await startInstance({
  host,
  port: Number(env['PORT'] ?? 8080),
  dataDir: env['DATA_DIR'] ?? '.data',
  demo,
  publicOrigin: env['PUBLIC_ORIGIN'],
  dynamodbEndpoint: env['DYNAMODB_ENDPOINT'],
  oidcIssuer: env['OIDC_ISSUER'],
  tls: cert && key ? { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') } : undefined,
  servedAt: env['SERVED_AT'],
  webDir: env['WEB_DIR'] ?? '.build/web',
  trustedProxies,
  now: () => new Date(),
  log,
});
if (!started.ok) leave(started.failure.detail);
else {
  const { origin, exited, stop } = started.value;
  console.log(`Phố Số: ${origin}`);
  if (demo === 'on')
    console.log(
      [
        'Tài khoản minh họa / demonstration sign-ins:',
        ...demoPeople.map(({ login, name, title }) => `  ${login.padEnd(14)} ${name}, ${title}`),
        `Mật khẩu chung / password of all: ${demoPassword}`,
      ].join('\n'),
    );
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', end).on('SIGINT', end);
  void exited.then((how) => {
    if (!ending) leave(`Cơ sở dữ liệu đã dừng. / The database has ended: ${how}`);
  });
}

function leave(why: string): void {
  console.error(why);
  process.exit(1);
}
