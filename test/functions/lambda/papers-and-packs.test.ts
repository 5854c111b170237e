import { PDFDocument } from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve } from '../../../functions/certificates/approve.ts';
import { key } from '../../../functions/data/table.ts';
import type { CeremonyFile, CeremonyFileKind } from '../../../shared/ceremony/ceremony.ts';
import type { CertificateCode } from '../../../shared/ids.ts';
import { must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';
import { type Answer, httpEvent, recordOfItem, sqsEvent, streamed } from './events.ts';
import { aFixtureBehindHandlers, type FixtureBehindHandlers } from './handlers.ts';

type Handler = (event: object, context: object) => Promise<Answer>;
type StreamHandler = Parameters<typeof streamed>[0];
type Queued = (event: object) => Promise<{ batchItemFailures: { itemIdentifier: string }[] }>;
let of: Situations;
let fixture: FixtureBehindHandlers;
let api: Handler;
let papers: Handler;
let render: StreamHandler;
let packs: Queued;
beforeAll(async () => {
  of = await situations();
  fixture = await aFixtureBehindHandlers(of.town);
  [api, papers] = await Promise.all([fixture.handler<Handler>('api'), fixture.handler<Handler>('papers')]);
  render = await fixture.handler<StreamHandler>('render');
  packs = await fixture.handler<Queued>('packs');
});
afterAll(() => fixture.stop());

const ask = async <T>(handler: Handler, event: object): Promise<T> => {
  const { statusCode, body } = await handler(event, {});
  expect([statusCode, body]).toEqual([200, body]);
  return JSON.parse(body) as T;
};

test('the record of an assessment is drawn by its handler, and lies in the bucket at the address that is given', async () => {
  const { id, streetName } = await of.assessed();
  const headers = await fixture.signedIn(fixture.officer);
  const { url } = await ask<{ url: string }>(papers, httpEvent('GET', `/api/nominations/${id}/record`, { headers }));
  const file = fixture.around.files.get(new URL(url).pathname.replace('/files/', ''));
  expect(file?.type).toBe('application/pdf');
  expect((await PDFDocument.load(file?.bytes ?? '', { updateMetadata: false })).getTitle()).toBe(`Biên bản thẩm định – ${streetName}`);
});

test('what leadership asks for on the eve of the ceremony is ordered, made from the queue once, and downloaded', async () => {
  const { leader, deps, act, around, programmeId } = fixture;
  await fixture.recommended('Bến Bính');
  const waiting = await fixture.recommended('Điện Biên Phủ');
  const [certified] = must(await approve(deps, act(leader), [{ id: waiting.id, version: waiting.version }], {}));
  const code = (certified as { certificateCode: CertificateCode }).certificateCode;
  await streamed(render, [await recordOfItem(deps.table, key.certificate(code), 'INSERT')]);
  const headers = await fixture.signedIn(leader);

  const made = async (what: CeremonyFileKind) => {
    around.calls.length = 0;
    const path = `/api/programmes/${programmeId}/ceremony/files`;
    const asked = await ask<CeremonyFile>(api, httpEvent('POST', path, { headers, body: { what } }));
    const item = await recordOfItem(deps.table, key.ceremonyFile(programmeId, asked.fingerprint), 'INSERT');
    await streamed(render, [item]);
    const orders = around.calls.filter(({ action }) => action === 'SendMessage').map(({ said: output }) => String(output['MessageBody']));
    expect(orders).toHaveLength(1);
    // A queue may bring a message twice.
    for (const _ of [1, 2]) expect(await packs(sqsEvent(...orders))).toEqual({ batchItemFailures: [] });
    const { url } = await ask<{ url: string }>(api, httpEvent('GET', `${path}/${asked.fingerprint}`, { headers }));
    return around.files.get(new URL(url).pathname.replace('/files/', ''))?.bytes ?? new Uint8Array();
  };
  const pages = async (bytes: Uint8Array) => (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
  expect(await pages(await made('finals'))).toBe(1);
  expect(await pages(await made('drafts'))).toBe(1);
  expect(await pages(await made('list'))).toBe(1);
  const zip = unzipSync(await made('files'));
  expect(
    Object.values(zip).some((file) => Buffer.from(file).equals(around.files.get(`certificates/${code}.pdf`)?.bytes ?? Buffer.of())),
  ).toBe(true);
});
