import { createRequire } from 'node:module';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { v7 as uuidv7 } from 'uuid';
import { vi } from 'vitest';
import { creation, save } from '../../../functions/data/save.ts';
import { key } from '../../../functions/data/table.ts';
import { AuthorityId, PersonId } from '../../../shared/ids.ts';
import type { Actor, Role } from '../../../shared/people/person.ts';
import { holding, must } from '../../support/instance.ts';
import { aFixture, twoQuestions } from '../../support/programme-fixture.ts';
import { services } from './services.ts';

type Fixture = Awaited<ReturnType<typeof aFixture>>;

// Node's own loader: the bundles are what they are, and nothing transforms them again.
const require = createRequire(import.meta.url);

/** A town whose handlers are the bundles that go to Lambda: real bundles, a real database, and stand-ins for the services around it. */
export async function aFixtureBehindHandlers(behind?: Fixture) {
  // The handlers look at the clock themselves: it shows the town's day.
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2023-10-20T02:00:00.000Z') });
  const fixture = behind ?? (await aFixture({ checklist: twoQuestions }));
  const around = await services();
  const { hostname, port, protocol } = (await fixture.deps.table.doc.config.endpoint?.()) ?? { hostname: '', port: 0, protocol: '' };
  Object.assign(process.env, {
    AWS_REGION: 'ap-southeast-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'session',
    AWS_ENDPOINT_URL_DYNAMODB: `${protocol}//${hostname}:${port}`,
    AWS_ENDPOINT_URL_SQS: around.origin,
    AWS_ENDPOINT_URL_KMS: around.origin,
    AWS_ENDPOINT_URL_SESV2: around.origin,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: around.origin,
    FILES_ADDRESS: `${around.origin}/files`,
    TABLE: fixture.deps.table.name,
    PUBLIC_ORIGIN: 'https://phoso.example.vn',
    ORIGIN_SECRETS: 'new-secret,old-secret',
    LIST_SECRETS: 'x'.repeat(43),
    PERSONAL_DATA_KEY: 'A'.repeat(43),
    ISSUER: around.issuer,
    CLIENT_ID: 'web',
    USER_POOL: 'ap-southeast-1_pool',
    SIGNING_KEY: 'alias/signing',
    PACK_QUEUE: `${around.origin}/111122223333/packs`,
    MAIL_QUEUE: `${around.origin}/111122223333/mail`,
    MAIL_FROM: 'thongbao@phoso.example.vn',
    MAIL_CONFIGURATION_SET: 'pho-so-test',
  });
  return {
    ...fixture,
    around,
    /** The handler of a handler's bundle. */
    async handler<Handler>(name: string): Promise<Handler> {
      // Each handler has credentials of its own, as its role has on AWS.
      process.env['AWS_ACCESS_KEY_ID'] = `AKID-${name}`;
      return (require(`../../../.build/lambda/${name}/index.mjs`) as { handler: Handler }).handler;
    },
    /** Somebody of the town, signed in at the user pool: the header of their requests. */
    async signedIn(actor: Actor): Promise<{ authorization: string }> {
      const subject = `pool-${actor.id}`;
      const { doc, name } = fixture.deps.table;
      await doc.send(new PutCommand({ TableName: name, Item: { ...key.login(around.issuer, subject), data: actor } }));
      return { authorization: `Bearer ${await around.token(subject)}` };
    },
    /** Somebody who signs in with a mail address. */
    async mailReader(login: string, role: Role, authority: string): Promise<void> {
      const id = PersonId.parse(uuidv7());
      const roles = [holding(role, authority)];
      const person = { id, name: 'Văn phòng', login, authorityId: AuthorityId.parse(authority), roles, issuer: around.issuer, subject: id };
      const record = { ...person, above: [], state: 'active' as const };
      must(await save(fixture.deps.table, creation(fixture.deps.table, fixture.act(fixture.officer), 'person.create', 'person', record)));
    },
    async stop() {
      vi.useRealTimers();
      await around.stop();
      await fixture.stop();
    },
  };
}
export type FixtureBehindHandlers = Awaited<ReturnType<typeof aFixtureBehindHandlers>>;
