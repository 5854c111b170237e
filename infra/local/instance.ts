import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { getRequestListener } from '@hono/node-server';
import { createLocalJWKSet } from 'jose';
import { createApi } from '../../functions/api/api.ts';
import { openapiDocument } from '../../functions/api/openapi.ts';
import { createTable, type Table } from '../../functions/data/table.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Log } from '../../functions/http/app.ts';
import { errorLine } from '../../functions/http/error-line.ts';
import { problemOf } from '../../functions/http/problem.ts';
import { tokenCheck } from '../../functions/http/sign-in.ts';
import { listSigner } from '../../functions/public/list-signer.ts';
import type { OpenApi } from '../../functions/reference/document.ts';
import { referenceRoutes } from '../../functions/reference/routes.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { blobRoutes } from './blob-routes.ts';
import { localBlobs } from './blobs.ts';
import { clientAddress } from './client-address.ts';
import { type DatabaseFailure, startDatabase, tableName } from './database.ts';
import { loadDemo, loadDemoUnits } from './demo.ts';
import { demoPassword, demoPeople } from './demo-fixtures.ts';
import { audience, clientId } from './identity/configuration.ts';
import { identityPaths, identityProvider } from './identity/provider.ts';
import { type IssuerFailure, keysOf } from './issuer.ts';
import { storedListKeys } from './list-keys.ts';
import { listener } from './listener.ts';
import { storedSecrets } from './secrets.ts';
import { storedSigningKey } from './signing-key.ts';
import { webApp } from './web-app.ts';

export type Options = {
  host: string;
  port: number;
  dataDir: string;
  /** `off`: an empty instance; `on`: the demonstration; `town`: its units and people, where a story begins. */
  demo: 'on' | 'town' | 'off';
  publicOrigin?: string | undefined;
  /** The address people type where something stands before this server and hands requests on as they are (`npm run dev`). */
  servedAt?: string | undefined;
  /** Any DynamoDB in place of the embedded one. */
  dynamodbEndpoint?: string | undefined;
  /** Any OpenID provider in place of the embedded one. */
  oidcIssuer?: string | undefined;
  /** Certificate and key in PEM: served by HTTPS, which phones ask for before they open a camera. */
  tls?: { cert: string; key: string } | undefined;
  /** Folder of the built browser app; without it there is only the API. */
  webDir?: string;
  /** How many proxies of ours every request comes through: 0 when people reach this machine directly. */
  trustedProxies?: number;
  now: () => Date;
  log: Log;
};

export type Instance = { origin: string; deps: Deps; exited: Promise<string>; stop: () => Promise<void> };
export type StartFailure = DatabaseFailure | IssuerFailure | { code: 'address-busy'; detail: string };

/** Starts the whole product on one machine: database, sign-in, files, API, listener. Answers requests when it returns; health waits for the load. */
export async function startInstance(options: Options): Promise<Result<Instance, StartFailure>> {
  const { host, port, dataDir, now, log } = options;
  const keys = options.oidcIssuer === undefined ? undefined : await keysOf(options.oidcIssuer);
  if (keys && !keys.ok) return keys;
  const database = options.dynamodbEndpoint ? undefined : await startDatabase({ dataDir });
  if (database && !database.ok) return database;
  const client = new DynamoDBClient({
    endpoint: options.dynamodbEndpoint ?? database?.value.endpoint ?? '',
    region: process.env['AWS_REGION'] ?? 'local',
    ...(database && { credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  const stopDatabase = async () => {
    client.destroy();
    await database?.value.stop();
  };

  // Whoever asks before everything stands hears "not yet": a request that nobody hears would wait for minutes.
  let serve: RequestListener = notYet;
  const onRequest: RequestListener = (request, response) => serve(request, response);
  const server = options.tls ? createSecureServer(options.tls, onRequest) : createServer(onRequest);
  const bound = await listen(server, host, port);
  if (!bound) {
    await stopDatabase();
    return fail({
      code: 'address-busy',
      detail: `Cổng ${port} đang bận. / Port ${port} is taken by another program: stop it, or set PORT.`,
    });
  }
  const origin = options.servedAt ?? `${options.tls ? 'https' : 'http'}://${host}:${bound}`;
  const secrets = await storedSecrets(dataDir);
  const doc = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const subscriber = listener(log);
  const table: Table = {
    doc,
    name: tableName,
    lookupKey: Buffer.from(secrets.personalDataKey, 'base64url'),
    report: (changes) => subscriber.report(changes),
  };
  await createTable(client, table.name);

  const addressOf = clientAddress(options.trustedProxies ?? 0);
  const identity = identityProvider({
    origin,
    table: { doc, name: table.name },
    secrets,
    now,
    addressOf,
    report: (error) => log({ level: 'error', event: 'identity', error: errorLine(error) }),
  });
  const blobs = localBlobs({ folder: join(dataDir, 'files'), addressKey: secrets.addressKey, now });
  const deps: Deps = {
    table,
    blobs,
    accounts: identity.accounts,
    now,
    random: (bytes) => randomBytes(bytes),
    publicOrigin: options.publicOrigin ?? origin,
    listSigner: listSigner(await storedListKeys(dataDir)),
  };

  let ready = false;
  const checkToken =
    options.oidcIssuer && keys
      ? tokenCheck({ issuer: options.oidcIssuer, audience, keys: new URL(keys.value), now })
      : tokenCheck({
          issuer: identity.issuer,
          audience,
          keys: createLocalJWKSet(identity.keys as Parameters<typeof createLocalJWKSet>[0]),
          now,
        });
  const app = createApi(deps, {
    checkToken,
    log,
    addressOf: (c) => addressOf((c.env as { incoming: IncomingMessage }).incoming),
    ready: () => ready,
  });
  app.route('/blobs', blobRoutes(blobs));
  app.route(
    '/',
    referenceRoutes(async () => (await openapiDocument()) as OpenApi),
  );
  if (options.webDir !== undefined) {
    const people = demoPeople.map(({ login, name, title }) => ({ login, name, title }));
    const config = {
      issuer: options.oidcIssuer ?? identity.issuer,
      clientId,
      scope: 'openid profile offline_access',
      ...(options.demo !== 'off' && { demonstration: { password: demoPassword, people } }),
    };
    app.route('/', await webApp(options.webDir, config));
  }
  const answer = getRequestListener((request, env) => app.fetch(request, env));
  serve = (request, response) => {
    const url = request.url ?? '/';
    void (identityPaths.some((path) => url.startsWith(path)) ? identity.handle(request, response) : answer(request, response));
  };

  const renderer = { ...deps, signer: await storedSigningKey(dataDir, now()) };
  subscriber.start(renderer);
  if (options.demo !== 'off') await (options.demo === 'on' ? loadDemo : loadDemoUnits)(renderer, identity.accounts);
  const daily = setInterval(
    () => void identity.sweepExpired().catch((error: unknown) => log({ level: 'error', event: 'sweep', error: errorLine(error) })),
    24 * 3_600_000,
  );
  daily.unref();
  ready = true;

  return ok({
    origin,
    deps,
    exited: database ? database.value.exited : new Promise(() => {}),
    async stop() {
      clearInterval(daily);
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeIdleConnections();
        // A kept-alive connection must not hold the end up for long.
        setTimeout(() => server.closeAllConnections(), 2000).unref();
      });
      await subscriber.stop();
      await stopDatabase();
    },
  });
}

const notYet: RequestListener = (_, response) => {
  response.writeHead(503, { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '1', connection: 'close' });
  response.end(JSON.stringify(problemOf({ code: 'busy', retryAfterSeconds: 1 }, 'vi')));
};

/** Listens, and answers the port (asked as 0: a free one), or undefined when it is taken. */
const listen = (server: Server, host: string, port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
