import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { approve } from '../../../functions/certificates/approve.ts';
import { verifySignedPdf } from '../../../functions/certificates/signature/verify.ts';
import { findCertificate } from '../../../functions/certificates/store.ts';
import { key } from '../../../functions/data/table.ts';
import { noticesOf } from '../../../functions/notices/store.ts';
import { findSummary } from '../../../functions/programmes/store.ts';
import { newSigningKey } from '../../../infra/local/signing-key.ts';
import type { CertificateCode } from '../../../shared/ids.ts';
import { must } from '../../support/instance.ts';
import { recordOfItem, recordWith, sqsEvent, streamed } from './events.ts';
import { aFixtureBehindHandlers, type FixtureBehindHandlers } from './handlers.ts';

type StreamHandler = Parameters<typeof streamed>[0];
type Queued = (event: object) => Promise<{ batchItemFailures: { itemIdentifier: string }[] }>;
let fixture: FixtureBehindHandlers;
let [summarise, render]: StreamHandler[] = [];
let notify: Queued;
const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeAll(async () => {
  fixture = await aFixtureBehindHandlers();
  [summarise, render] = await Promise.all([fixture.handler<StreamHandler>('summarise'), fixture.handler<StreamHandler>('render')]);
  notify = await fixture.handler<Queued>('notify');
});
beforeEach(() => {
  fixture.around.calls.length = 0;
  errors.mockClear();
});
afterAll(() => fixture.stop());

const streaming = (handler: StreamHandler | undefined, records: DynamoDBRecord[]) => streamed(handler as StreamHandler, records);
const called = (action: string) => fixture.around.calls.filter((call) => call.action === action).map(({ said: output }) => output);
const poison = () =>
  recordWith({ PK: { S: 'NOMINATION#x' }, SK: { S: 'NOMINATION' }, type: { S: 'nomination' }, data: { S: '{"broken":true}' } });

test('a nomination that changed is counted and told once, however often the stream tells of it', async () => {
  const { table } = fixture.deps;
  const nomination = await fixture.recommended('Lê Lợi');
  const record = await recordOfItem(table, key.nomination(nomination.id));
  expect(await streaming(summarise, [record, record])).toEqual([]);
  const counted = await findSummary(table, fixture.programmeId);
  expect(counted?.states).toEqual({ recommended: 1 });
  const inbox = { role: 'leader', authorityId: nomination.issuingAuthorityId } as const;
  const notices = must(await noticesOf(table, inbox, fixture.leader.id, 50)).items;
  expect(notices).toHaveLength(1);

  expect(await streaming(summarise, [record])).toEqual([]);
  expect((await findSummary(table, fixture.programmeId))?.states).toEqual(counted?.states);
  expect(must(await noticesOf(table, inbox, fixture.leader.id, 50)).items).toEqual(notices);
});

test('a poisoned record is put aside after five more tries, and everything around it is done', async () => {
  const { table } = fixture.deps;
  const before = await fixture.recommended('Quang Trung');
  const after = await fixture.recommended('Trần Hưng Đạo');
  const bad = poison();
  const records = [await recordOfItem(table, key.nomination(before.id)), bad, await recordOfItem(table, key.nomination(after.id))];
  expect(await streaming(summarise, records)).toEqual([bad]);
  expect((await findSummary(table, fixture.programmeId))?.states).toEqual({ recommended: 3 });
  expect(errors.mock.calls.length).toBeGreaterThanOrEqual(6);
  expect(JSON.stringify(errors.mock.calls)).not.toContain('broken');
});

test('a certificate that was issued gets its signed file; told again, the file and the record stay as they are', async () => {
  const { deps, leader, act } = fixture;
  const waiting = await fixture.recommended('Hoàng Văn Thụ');
  const [certified] = must(await approve(deps, act(leader), [{ id: waiting.id, version: waiting.version }], {}));
  const code = (certified as { certificateCode: CertificateCode }).certificateCode;
  const record = await recordOfItem(deps.table, key.certificate(code), 'INSERT');

  expect(await streaming(render, [record])).toEqual([]);
  const made = await findCertificate(deps.table, code);
  expect(made?.file).toMatchObject({ state: 'ready' });
  const file = fixture.around.files.get(`certificates/${code}.pdf`);
  expect(verifySignedPdf(file?.bytes ?? new Uint8Array()).outcome).toBe('valid');
  expect(called('Sign')).toHaveLength(1);

  expect(await streaming(render, [record, record])).toEqual([]);
  expect(await findCertificate(deps.table, code)).toEqual(made);
  expect(called('Sign')).toHaveLength(1);
});

test('while the signing key does not answer, nothing is lost: the certificate says why, and the next round makes its file', async () => {
  const { deps, leader, act, around } = fixture;
  const waiting = await fixture.recommended('Cầu Đất');
  const [certified] = must(await approve(deps, act(leader), [{ id: waiting.id, version: waiting.version }], {}));
  const code = (certified as { certificateCode: CertificateCode }).certificateCode;
  around.answers.set('Sign', () => ({ status: 400, body: { __type: 'DisabledException', message: 'disabled' } }));
  await streaming(render, [await recordOfItem(deps.table, key.certificate(code), 'INSERT')]);
  expect((await findCertificate(deps.table, code))?.file).toMatchObject({ state: 'failed', fault: 'signing' });
  expect(errors.mock.calls).toContainEqual([expect.objectContaining({ event: 'not-rendered', code, fault: 'signing' })]);

  around.answers.delete('Sign');
  await (render as unknown as (event: object) => Promise<unknown>)({ catchUp: true });
  expect((await findCertificate(deps.table, code))?.file).toMatchObject({ state: 'ready' });
});

test('until a certificate names the signing key, certificates wait and say so; the first round after it makes their files', async () => {
  const { deps, leader, act, around } = fixture;
  const chain = around.files.get('signing/chain.pem');
  around.files.delete('signing/chain.pem');
  const waiting = await fixture.recommended('Minh Khai');
  const [certified] = must(await approve(deps, act(leader), [{ id: waiting.id, version: waiting.version }], {}));
  const code = (certified as { certificateCode: CertificateCode }).certificateCode;
  expect(await streaming(render, [await recordOfItem(deps.table, key.certificate(code), 'INSERT')])).toEqual([]);
  expect((await findCertificate(deps.table, code))?.file).toMatchObject({ state: 'failed', fault: 'signing' });
  expect(errors.mock.calls).toContainEqual([expect.objectContaining({ event: 'not-rendered', code, fault: 'signing' })]);

  if (chain) around.files.set('signing/chain.pem', chain);
  await (render as unknown as (event: object) => Promise<unknown>)({ catchUp: true });
  expect((await findCertificate(deps.table, code))?.file).toMatchObject({ state: 'ready' });
});

test('a key that its certificate does not name signs nothing that is kept', async () => {
  const { deps, leader, act, around } = fixture;
  const chain = around.files.get('signing/chain.pem');
  const other = Buffer.from(newSigningKey(new Date('2023-10-01T00:00:00.000Z')).chain[0] ?? []).toString('base64');
  around.files.set('signing/chain.pem', {
    bytes: Buffer.from(`-----BEGIN CERTIFICATE-----\n${other}\n-----END CERTIFICATE-----\n`),
    type: 'application/x-pem-file',
  });
  const waiting = await fixture.recommended('Lạch Tray');
  const [certified] = must(await approve(deps, act(leader), [{ id: waiting.id, version: waiting.version }], {}));
  const code = (certified as { certificateCode: CertificateCode }).certificateCode;
  await streaming(render, [await recordOfItem(deps.table, key.certificate(code), 'INSERT')]);
  expect((await findCertificate(deps.table, code))?.file).toMatchObject({ state: 'failed', fault: 'signing' });
  expect(around.files.has(`certificates/${code}.pdf`)).toBe(false);
  if (chain) around.files.set('signing/chain.pem', chain);
});

test('a new notice is sent by mail, in both languages, once to each who signs in with a mail address', async () => {
  const { table } = fixture.deps;
  const nomination = await fixture.recommended('Phan Bội Châu');
  await streaming(summarise, [await recordOfItem(table, key.nomination(nomination.id))]);
  const box = `leader#${nomination.issuingAuthorityId}`;
  const [notices] = must(await noticesOf(table, { role: 'leader', authorityId: nomination.issuingAuthorityId }, fixture.ward.id, 1)).items;
  const at = key.notice(box, notices?.id ?? '');
  expect(await streaming(summarise, [await recordOfItem(table, at, 'INSERT')])).toEqual([]);
  const [queued] = called('SendMessage');
  const message = String(queued?.['MessageBody']);

  await fixture.mailReader('chanhvanphong@hongbang.example.vn', 'leader', nomination.issuingAuthorityId);
  for (const _ of [1, 2]) expect(await notify(sqsEvent(message))).toEqual({ batchItemFailures: [] });
  const sent = called('outbound-emails');
  expect(sent.map((mail) => (mail['Destination'] as { ToAddresses: string[] }).ToAddresses)).toEqual([
    ['chanhvanphong@hongbang.example.vn'],
  ]);
  expect(JSON.stringify(sent[0])).toMatch(/Tờ trình chờ quyết định.*Recommendation to decide on/s);
});

test('a mail that could not go out comes again; a message that nobody understands is named and the others are worked through', async () => {
  const { around } = fixture;
  around.answers.set('outbound-emails', () => ({ status: 400, body: { __type: 'SendingPausedException', message: 'paused' } }));
  const nomination = await fixture.recommended('Đinh Tiên Hoàng');
  await streaming(summarise, [await recordOfItem(fixture.deps.table, key.nomination(nomination.id))]);
  const [notices] = must(
    await noticesOf(fixture.deps.table, { role: 'leader', authorityId: nomination.issuingAuthorityId }, fixture.ward.id, 1),
  ).items;
  const { read: _, ...notice } = notices ?? { read: false };
  const message = { to: { role: 'leader', authorityId: nomination.issuingAuthorityId }, notice };
  expect(await notify(sqsEvent('{"nonsense":1}', message))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message-0' }, { itemIdentifier: 'message-1' }],
  });
  around.answers.delete('outbound-emails');
  around.calls.length = 0;
  expect(await notify(sqsEvent(message))).toEqual({ batchItemFailures: [] });
  expect(called('outbound-emails')).toHaveLength(1);
});

test('every hour what was lost is made up for, and done twice it adds nothing', async () => {
  const remind = await fixture.handler<(event: object) => Promise<unknown>>('remind');
  await fixture.recommended('Nguyễn Đức Cảnh');
  expect(await remind({})).toEqual({ programmes: 1 });
  const counted = await findSummary(fixture.deps.table, fixture.programmeId);
  expect(await remind({})).toEqual({ programmes: 1 });
  expect((await findSummary(fixture.deps.table, fixture.programmeId))?.states).toEqual(counted?.states);
});
