import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { passwords } from '../../../../infra/local/identity/password.ts';
import { type Identity, identityProvider } from '../../../../infra/local/identity/provider.ts';
import type { IdentityTable } from '../../../../infra/local/identity/store.ts';
import { newSecrets, type Secrets } from '../../../../infra/local/secrets.ts';
import { aTable } from './table.ts';

export const goodPassword = 'hoa phượng đỏ tháng năm';

/** The challenge and its verifier of RFC 7636, appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** Where the app sends people to sign in. */
export function authorize(origin: string, more: Record<string, string> = {}): string {
  const requested = {
    client_id: 'pho-so-web',
    response_type: 'code',
    scope: 'openid profile offline_access',
    redirect_uri: `${origin}/`,
    state: 'the-state',
  };
  return `${origin}/oidc/auth?${new URLSearchParams({ ...requested, code_challenge: challenge, code_challenge_method: 'S256', ...more }).toString()}`;
}

/** 'let in', or the sentence with which somebody was refused. */
export const refused = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'let in',
    (error: Error) => error.message,
  );

export type Fixture = {
  origin: string;
  identity: Identity;
  table: IdentityTable;
  /** What the provider reported as bugs; every test expects none. */
  reported: unknown[];
  /** Moves the clock of our parts; the provider itself uses the machine's. */
  later(minutes: number): void;
  /** A person with a password, ready to sign in. */
  person(login: string, password?: string): Promise<string>;
  /** The same table and secrets with a new provider, as after a restart. */
  restart(): void;
  close(): Promise<void>;
};

/** A running provider on an empty table, on a free port of this machine. */
export async function aFixture(): Promise<Fixture> {
  const database = await aTable();
  const { table } = database;
  const secrets: Secrets = await newSecrets();
  let minutes = 0;
  const reported: unknown[] = [];
  const server = createServer((request, response) => void fixture.identity.handle(request, response));
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : 0);
    });
  });
  const origin = `http://localhost:${port}`;
  const start = () =>
    identityProvider({
      origin,
      table,
      secrets,
      passwordHashes: passwords({ atOnce: 2, waiting: 100, logN: 8 }),
      now: () => new Date(Date.now() + minutes * 60_000),
      report: (error) => reported.push(error),
    });
  const fixture: Fixture = {
    origin,
    identity: start(),
    table,
    reported,
    later: (more) => {
      minutes += more;
    },
    async person(login, password = goodPassword) {
      const subject = randomUUID();
      await fixture.identity.accounts.create({ login, subject });
      await fixture.identity.accounts.setPassword(login, password);
      return subject;
    },
    restart() {
      fixture.identity = start();
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await database.stop();
    },
  };
  return fixture;
}
