import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ask } from '../../../functions/ceremony/ask.ts';
import { file } from '../../../functions/ceremony/file.ts';
import { make } from '../../../functions/ceremony/make.ts';
import { putFile, unfinishedFiles } from '../../../functions/ceremony/store.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { listener } from '../../../infra/local/listener.ts';
import type { CeremonyFile } from '../../../shared/ceremony/ceremony.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aCeremonyFixture, type CeremonyFixture, pagesOf } from './ceremony-fixture.ts';

let ceremonyFixture: CeremonyFixture;
beforeAll(async () => {
  ceremonyFixture = await aCeremonyFixture();
});
afterAll(() => ceremonyFixture.stop());

test('before anything is certified there is nothing to print, and leadership reads why', async () => {
  expect(failureOf(await ask(ceremonyFixture.deps, ceremonyFixture.leader, ceremonyFixture.programmeId, 'finals'))).toMatchObject({
    code: 'nothing-to-hand-over',
    what: 'finals',
  });
});

test('the pack holds a page for each certificate in the order of the ceremony; asking again gives the same file, another order another', async () => {
  const [first, second] = [await ceremonyFixture.certified('Quang Trung'), await ceremonyFixture.certified('Điện Biên Phủ')];
  const pack = await ceremonyFixture.made('finals');
  expect(pack).toMatchObject({ state: 'ready', of: 2 });
  const bytes = ceremonyFixture.stored(pack);
  expect(pack).toMatchObject({ size: bytes.length, sha256: sha256(bytes) });
  expect((await pagesOf(bytes)).map((page) => /Đường ([^ ]+ [^ ]+)/.exec(page)?.[1])).toEqual(['Quang Trung', 'Điện Biên']);

  expect(await ceremonyFixture.asked('finals')).toEqual(pack);
  await ceremonyFixture.ordered(second.id, first.id);
  const other = await ceremonyFixture.made('finals');
  expect(other.fingerprint).not.toBe(pack.fingerprint);
  expect((await pagesOf(ceremonyFixture.stored(other)))[0]).toContain('Điện Biên Phủ');
  await ceremonyFixture.ordered(first.id, second.id);
  expect(await ceremonyFixture.asked('finals')).toEqual(pack);
});

test('what still waits for a decision is printed as drafts: with a watermark, without number and code', async () => {
  await ceremonyFixture.recommended('Bến Bính');
  const drafts = await ceremonyFixture.made('drafts');
  const [page = '', ...more] = await pagesOf(ceremonyFixture.stored(drafts));
  expect(more).toEqual([]);
  expect(page).toContain('BẢN THẢO');
  expect(page).toContain('Đường Bến Bính');
  expect(page).not.toContain('GCN-UBND');
});

test('the list to read from names each street with ward, receiver, figures and number, in order', async () => {
  const [page = ''] = await pagesOf(ceremonyFixture.stored(await ceremonyFixture.made('list')));
  const words = [
    'DANH SÁCH TRAO',
    'Kế hoạch 274',
    '09 giờ 00, ngày 01 tháng 12 năm 2023',
    '1.',
    'Quang Trung',
    '2.',
    'Điện Biên Phủ',
    '3.',
    'Bến Bính',
  ];
  expect(words.map((word) => page.indexOf(word)).every((at, n, all) => at >= 0 && (n === 0 || at > (all[n - 1] ?? 0)))).toBe(true);
  expect(page).toContain('Người nhận: đại diện Phường Minh Khai');
  expect(page).toContain('24/25 cơ sở (96,0 %) – 92 điểm');
  expect(page).toContain('Bản thảo, chưa có số');
});

test('a file that is there has an address for those who may, and one that was never asked for has none', async () => {
  const pack = await ceremonyFixture.asked('finals');
  expect(must(await file(ceremonyFixture.deps, ceremonyFixture.leader, ceremonyFixture.programmeId, pack.fingerprint)).url).toContain(
    pack.fingerprint,
  );
  expect(failureOf(await file(ceremonyFixture.deps, ceremonyFixture.officer, ceremonyFixture.programmeId, pack.fingerprint)).code).toBe(
    'not-permitted',
  );
  expect(
    failureOf(
      await file(ceremonyFixture.deps, ceremonyFixture.leader, ceremonyFixture.programmeId, 'f'.repeat(64) as typeof pack.fingerprint),
    ).code,
  ).toBe('not-found');
});

test('a name that cannot be printed fails the pack and names the street; nothing is left waiting', async () => {
  await ceremonyFixture.recommended('Hàng 漢');
  const failed = await ceremonyFixture.made('drafts');
  expect(failed).toMatchObject({
    state: 'failed',
    reason: { code: 'missing-glyph', street: 'Hàng 漢', characters: ['漢'], field: 'name' },
  });
  expect(await unfinishedFiles(ceremonyFixture.deps.table)).toEqual([]);
  expect(await ceremonyFixture.asked('drafts')).toMatchObject({ state: 'asked', attempts: 0 });
});

test('a disk that is full fails the file with a way to try again, and trying again makes it', async () => {
  const certified = (await ceremonyFixture.certified('Lạch Tray')) as NominationIn<'certified'>;
  const asked = await ceremonyFixture.asked('finals');
  const full = { ...ceremonyFixture.deps, blobs: { ...ceremonyFixture.blobs, putOnce: () => Promise.reject(new Error('ENOSPC')) } };
  await expect(make(full, asked)).rejects.toThrow('ENOSPC');
  expect((await ceremonyFixture.seen()).files.find(({ what }) => what === 'finals')).toMatchObject({
    state: 'failed',
    reason: { code: 'broke-off' },
  });
  const made = await ceremonyFixture.made('finals');
  expect(made).toMatchObject({ state: 'ready', fingerprint: asked.fingerprint, of: 3 });
  expect((await pagesOf(ceremonyFixture.stored(made))).at(-1)).toContain(certified.certificateNumber);
});

test('what a process that was killed had begun is made by the next one; what kills three in a row has failed', async () => {
  const { table } = ceremonyFixture.deps;
  await ceremonyFixture.certified('Trần Phú');
  const asked = await ceremonyFixture.asked('finals');
  const begun = (attempts: number): CeremonyFile => ({ ...asked, state: 'making', done: 1, attempts, at: asked.askedAt });
  await putFile(table, begun(1), ['asked']);
  const log = vi.fn();
  const subscriber = listener(log);
  subscriber.start(ceremonyFixture.deps);
  const now = async () => (await ceremonyFixture.seen()).files.find(({ what }) => what === 'finals');
  await vi.waitFor(async () => expect(await now()).toMatchObject({ state: 'ready', attempts: 2 }), { timeout: 30_000 });
  await subscriber.stop();
  expect(log).not.toHaveBeenCalled();

  await ceremonyFixture.certified('Cầu Đất');
  const other = await ceremonyFixture.asked('finals');
  await putFile(table, { ...other, state: 'making', done: 1, attempts: 3, at: other.askedAt }, ['asked']);
  expect(await make(ceremonyFixture.deps, other, { alone: true })).toMatchObject({ state: 'failed', reason: { code: 'broke-off' } });
  expect(await unfinishedFiles(table)).toEqual([]);
});

test('two makers at one file store it once; who is still at it is left alone, and one that fell silent is followed', async () => {
  const { clock, deps } = ceremonyFixture;
  await ceremonyFixture.certified('Tô Hiệu');
  const asked = await ceremonyFixture.asked('finals');
  await putFile(deps.table, { ...asked, state: 'making', done: 0, attempts: 1, at: clock.at.toISOString() }, ['asked']);
  expect(await make(deps, asked)).toMatchObject({ state: 'making', attempts: 1 });
  clock.at = new Date(clock.at.getTime() + 121_000);
  const both = await Promise.all([make(deps, asked), make(deps, asked)]);
  expect(both.some((each) => each?.state === 'ready')).toBe(true);
  expect(await make(deps, asked)).toMatchObject({ state: 'ready' });
  // A slower maker that ends later, or in vain, takes nothing back.
  expect(await putFile(deps.table, { ...asked, state: 'failed', reason: { code: 'broke-off' } }, ['asked', 'making'])).toBe(false);
});
