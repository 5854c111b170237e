import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpHandler } from '../../../functions/aws/http-handler.ts';
import { holding } from '../../support/instance.ts';
import { type Answer, httpEvent } from './events.ts';
import { aFixtureBehindHandlers, type FixtureBehindHandlers } from './handlers.ts';

type Handler = (event: object, context: object) => Promise<Answer>;
let fixture: FixtureBehindHandlers;
let [api, everybody, lists]: Handler[] = [];
beforeAll(async () => {
  fixture = await aFixtureBehindHandlers();
  [api, everybody, lists] = await Promise.all([
    fixture.handler<Handler>('api'),
    fixture.handler<Handler>('public'),
    fixture.handler<Handler>('lists'),
  ]);
});
afterAll(() => fixture.stop());

const ask = async (handler: Handler | undefined, event: object) => (await handler?.(event, {})) as Answer;
const problemOf = ({ statusCode, body }: Answer) => [statusCode, (JSON.parse(body) as { code: string }).code];

test('who signed in at the user pool works: a ward enters a street, and sending it again changes nothing', async () => {
  const headers = await fixture.signedIn(fixture.ward);
  const id = uuidv7();
  const body = { id, wardId: 'minh-khai', details: { kind: 'street', name: 'Trần Phú', from: 'số 1', to: 'số 40' } };
  const entered = await ask(api, httpEvent('POST', '/api/streets', { headers, body }));
  expect([entered.statusCode, (JSON.parse(entered.body) as { name: string }).name]).toEqual([201, 'Trần Phú']);
  const again = await ask(api, httpEvent('POST', '/api/streets', { headers, body }));
  expect([again.statusCode, again.body]).toEqual([entered.statusCode, entered.body]);
  expect(entered.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
});

test('a token opens the API only when it is for us: this pool, this client, an access token, not yet over', async () => {
  const { around } = fixture;
  const bearer = async (more: Record<string, unknown>) => ({ authorization: `Bearer ${await around.token('pool-nobody', more)}` });
  const answered = async (headers: Record<string, string>) => problemOf(await ask(api, httpEvent('GET', '/api/me', { headers })));
  expect(await answered({})).toEqual([401, 'not-signed-in']);
  expect(await answered(await bearer({ client_id: 'another' }))).toEqual([401, 'token-refused']);
  expect(await answered(await bearer({ token_use: 'id' }))).toEqual([401, 'token-refused']);
  expect(await answered(await bearer({ exp: 1 }))).toEqual([401, 'token-refused']);
  expect(await answered(await bearer({ iss: 'https://elsewhere.example' }))).toEqual([401, 'token-refused']);
  expect(await answered(await bearer({}))).toEqual([403, 'unknown-person']);
});

test('who does not come through CloudFront finds nothing; while its secret is changed, both are good', async () => {
  const without = (secret: string) => httpEvent('GET', '/api/health', { headers: { 'x-origin-secret': secret } });
  for (const handler of [api, everybody, lists]) expect(problemOf(await ask(handler, without('guessed')))).toEqual([404, 'no-such-route']);
  expect((await ask(api, without('new-secret'))).statusCode).toBe(200);
  expect((await ask(api, without('old-secret'))).statusCode).toBe(200);
});

test('everybody verifies a code, in the language of the browser, and reads the signed list', async () => {
  const page = await ask(everybody, httpEvent('GET', '/C/0123456789AB', { headers: { 'accept-language': 'en' } }));
  expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=UTF-8']);
  expect(page.body).toContain('lang="en"');
  const list = await ask(everybody, httpEvent('GET', '/api/public/certificate-list'));
  expect([list.statusCode, list.isBase64Encoded]).toEqual([200, true]);
  expect(problemOf(await ask(everybody, httpEvent('GET', '/api/me')))).toEqual([404, 'no-such-route']);
});

test('a ward pastes its list of merchants, and what was pasted is kept beside the records', async () => {
  const headers = await fixture.signedIn(fixture.ward);
  const [streetId, id] = [uuidv7(), uuidv7()];
  const details = { kind: 'street', name: 'Quang Trung', from: 'số 1', to: 'số 40' };
  await ask(api, httpEvent('POST', '/api/streets', { headers, body: { id: streetId, wardId: 'minh-khai', details } }));
  const text = 'TT\tTên cơ sở\tSố nhà\tQR\n1\tPhở Hương\t12A\tx\n2\tBún cá Minh\t14\tx\n';
  const plan = { source: { kind: 'pasted', text }, rows: 'good-rows', leaveOut: [], distinct: [] };
  const answer = await ask(lists, httpEvent('POST', `/api/streets/${streetId}/imports`, { headers, body: { id, plan } }));
  expect([answer.statusCode, answer.body]).toEqual([201, expect.stringContaining(id)]);
  const merchants = await ask(api, httpEvent('GET', `/api/streets/${streetId}/merchants`, { headers }));
  expect((JSON.parse(merchants.body) as { items: { name: string }[] }).items.map(({ name }) => name).sort()).toEqual([
    'Bún cá Minh',
    'Phở Hương',
  ]);
  expect(fixture.around.files.get(`uploads/${createHash('sha256').update(text).digest('hex')}`)?.bytes.toString()).toBe(text);
});

test('an export leaves the handler whole: a spreadsheet as bytes, not as broken text', async () => {
  const headers = await fixture.signedIn(fixture.officer);
  const event = httpEvent('GET', `/api/exports/programmes/${fixture.programmeId}/board`, { headers, query: 'format=xlsx' });
  const { statusCode, body, isBase64Encoded } = await ask(lists, event);
  expect([statusCode, isBase64Encoded]).toEqual([200, true]);
  expect(Buffer.from(body, 'base64').subarray(0, 2).toString()).toBe('PK');
});

test('a file is sent to S3 at an address with everything in it that was declared', async () => {
  const headers = await fixture.signedIn(fixture.ward);
  const sha256 = 'ab'.repeat(32);
  const body = { actionId: uuidv7(), sha256, size: 10, name: 'bao-cao.pdf', contentType: 'application/pdf' };
  const answer = await ask(api, httpEvent('POST', '/api/files', { headers, body }));
  const { url, headers: toSend } = JSON.parse(answer.body) as { url: string; headers: Record<string, string> };
  expect(new URL(url).pathname).toBe(`/files/uploads/${sha256}`);
  expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;content-type;host;x-amz-checksum-sha256');
  expect(toSend).toEqual({ 'content-type': 'application/pdf', 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') });
});

test('an administrator enters somebody: Cognito names the subject, and the first password is shown once', async () => {
  const admin = await fixture.person('Quản trị', holding('admin', 'hong-bang'));
  const headers = await fixture.signedIn(admin);
  fixture.around.answers.set('AdminCreateUser', () => ({ body: { User: { Attributes: [{ Name: 'sub', Value: 'cognito-subject' }] } } }));
  fixture.around.answers.set('AdminGetUser', () => ({ body: { Username: 'lan', Enabled: true, UserAttributes: [] } }));
  const id = uuidv7();
  const details = { name: 'Lê Lan', login: 'lan', authorityId: 'hong-bang', roles: [holding('officer', 'hong-bang')] };
  const answer = await ask(api, httpEvent('POST', '/api/people', { headers, body: { id, details } }));
  const { person, invitation } = JSON.parse(answer.body) as { person: object; invitation: { url: string; password: string } };
  expect([answer.statusCode, person]).toEqual([
    201,
    expect.objectContaining({ subject: 'cognito-subject', issuer: fixture.around.issuer }),
  ]);
  expect(invitation).toMatchObject({ url: 'https://phoso.example.vn', password: expect.stringMatching(/^[a-zA-Z2-9]{20}$/) });
  const made = fixture.around.calls.find(({ action }) => action === 'AdminCreateUser')?.said;
  expect(made).toMatchObject({ Username: 'lan', MessageAction: 'SUPPRESS', UserAttributes: [{ Name: 'custom:person', Value: id }] });
  expect(fixture.around.calls.filter(({ action }) => action === 'AdminSetUserPassword').map(({ said: output }) => output)).toEqual([
    { UserPoolId: 'ap-southeast-1_pool', Username: 'lan', Password: invitation.password, Permanent: false },
  ]);
  expect(fixture.around.calls.filter(({ action }) => action === 'AdminSetUserMFAPreference').map(({ said: output }) => output)).toEqual([
    { UserPoolId: 'ap-southeast-1_pool', Username: 'lan', SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false } },
  ]);
});

test('a list of a whole province that is larger than Lambda answers goes compressed, and is the same list', async () => {
  const row = 'Phở Hương,12A Điện Biên Phủ,QR,có\r\n';
  const app = new Hono().get('/large', (c) => c.text(row.repeat(150_000))).get('/small', (c) => c.text(row));
  const handler = httpHandler(app, ['new-secret']) as unknown as Handler;
  const large = await ask(handler, httpEvent('GET', '/large'));
  expect(Buffer.byteLength(JSON.stringify(large))).toBeLessThan(6_000_000);
  expect([large.statusCode, large.headers['content-encoding'], large.isBase64Encoded]).toEqual([200, 'gzip', true]);
  expect(gunzipSync(Buffer.from(large.body, 'base64')).toString()).toBe(row.repeat(150_000));
  const small = await ask(handler, httpEvent('GET', '/small'));
  expect([small.body, small.headers['content-encoding']]).toEqual([row, undefined]);
});
