import { afterAll, beforeAll, expect, test } from 'vitest';
import { order } from '../../../functions/ceremony/order.ts';
import { askToCorrect, confirmCorrection } from '../../../functions/certificates/correct.ts';
import { askToRevoke, confirmRevocation } from '../../../functions/certificates/revoke.ts';
import { getItem } from '../../../functions/data/read.ts';
import { key } from '../../../functions/data/table.ts';
import { inOrder, moved } from '../../../shared/ceremony/ceremony.ts';
import { type AuthorityId, type CertificateCode, NominationId } from '../../../shared/ids.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aCeremonyFixture, type CeremonyFixture } from './ceremony-fixture.ts';

let ceremonyFixture: CeremonyFixture;
beforeAll(async () => {
  ceremonyFixture = await aCeremonyFixture();
});
afterAll(() => ceremonyFixture.stop());

const names = async () => (await ceremonyFixture.seen()).handovers.map(({ name }) => name);

test('a ceremony begins ward by ward and by number, what still waits for a decision after it; what is new comes last', async () => {
  const waiting = await ceremonyFixture.recommended('Bến Bính');
  await ceremonyFixture.recommended('Hạ Long', false);
  const [first, second] = [await ceremonyFixture.certified('Quang Trung'), await ceremonyFixture.certified('Điện Biên Phủ')];
  expect(await names()).toEqual(['Đường Quang Trung', 'Đường Điện Biên Phủ', 'Đường Bến Bính']);
  expect((await ceremonyFixture.seen()).version).toBe(0);

  await ceremonyFixture.ordered(waiting.id, second.id, first.id);
  await ceremonyFixture.certified('Hoàng Diệu');
  expect(await names()).toEqual(['Đường Bến Bính', 'Đường Điện Biên Phủ', 'Đường Quang Trung', 'Đường Hoàng Diệu']);
});

test('an order is saved with its version and an entry in the history; the same action twice is one, an old version is told so', async () => {
  const { handovers, version } = await ceremonyFixture.seen();
  const ids = handovers.map(({ nominationId }) => nominationId).reverse();
  const action = ceremonyFixture.act(ceremonyFixture.leader);
  const save = (seen: number, act = action) => order(ceremonyFixture.deps, act, { id: ceremonyFixture.programmeId, version: seen }, ids);
  const saved = must(await save(version));
  expect(must(await save(version))).toEqual(saved);
  expect(saved.version).toBe(version + 1);
  const entry = await getItem(ceremonyFixture.deps.table, key.audit(`CEREMONY#${ceremonyFixture.programmeId}`, saved.version));
  expect(entry?.['data']).toMatchObject({
    action: 'ceremony.order',
    by: ceremonyFixture.leader.id,
    changes: [{ field: 'order', now: ids }],
  });
  expect(failureOf(await save(version, ceremonyFixture.act(ceremonyFixture.leader)))).toMatchObject({
    code: 'changed-meanwhile',
    what: 'ceremony',
  });
  expect((await ceremonyFixture.seen()).handovers.map(({ nominationId }) => nominationId)).toEqual(ids);
});

test('an order that names a street twice, or one of another programme, is refused with its place', async () => {
  const { handovers, version } = await ceremonyFixture.seen();
  const [first] = handovers.map(({ nominationId }) => nominationId);
  const refused = async (...ids: (NominationId | undefined)[]) =>
    failureOf(
      await order(
        ceremonyFixture.deps,
        ceremonyFixture.act(ceremonyFixture.leader),
        { id: ceremonyFixture.programmeId, version },
        ids as NominationId[],
      ),
    );
  const at = (field: string) => ({ code: 'invalid-input', fields: [{ field, rule: 'shape' }] });
  expect(await refused(first, first)).toEqual(at('order[1]'));
  expect(await refused(NominationId.parse('018f0000-0000-7000-8000-000000000009'))).toEqual(at('order[0]'));
});

test('a corrected certificate keeps the place of the old one, and a revoked one drops out', async () => {
  const { deps, officer, leader, secondLeader, act } = ceremonyFixture;
  const [lost, put] = [await ceremonyFixture.certified('Lạch Tray'), await ceremonyFixture.certified('Cát Dài')];
  const others = (await ceremonyFixture.seen()).handovers.filter(({ nominationId }) => ![lost.id, put.id].includes(nominationId));
  await ceremonyFixture.ordered(put.id, lost.id, ...others.map(({ nominationId }) => nominationId));
  const ask = must(await askToCorrect(deps, act(officer), put, { reason: 'Sai tên', facts: { name: 'Cát Dài Mới' } }));
  must(await confirmCorrection(deps, act(leader), ask));
  const gone = must(await askToRevoke(deps, act(leader), lost, 'Không còn đạt'));
  must(await confirmRevocation(deps, act(secondLeader), gone));

  const { handovers } = await ceremonyFixture.seen();
  expect(handovers[0]).toMatchObject({ name: 'Đường Cát Dài Mới', nominationId: put.id, file: 'pending' });
  expect(handovers.map(({ nominationId }) => nominationId)).not.toContain(lost.id);
  expect(handovers).toHaveLength(others.length + 1);
});

const handover = (ward: string, number: number) => ({
  state: 'final' as const,
  nominationId: NominationId.parse(`018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`),
  kind: 'street' as const,
  name: 'A',
  wardId: ward as AuthorityId,
  wardName: ward,
  place: ward,
  figures: { cashless: 1, merchants: 1 },
  code: 'ABCDEFGHJKMN' as CertificateCode,
  number: String(number),
  year: 2023,
  count: number,
  file: 'ready' as const,
});

test('wards stand in the order of the Vietnamese alphabet, Phường 2 before Phường 10, and numbers count, not letters', () => {
  const all = [
    handover('Phường 10', 1),
    handover('Phường Đông', 5),
    handover('Phường Dư', 10),
    handover('Phường 2', 3),
    handover('Phường Dư', 9),
  ];
  expect(inOrder(all, []).map(({ wardName, number }) => `${wardName} ${number}`)).toEqual([
    'Phường 2 3',
    'Phường 10 1',
    'Phường Dư 9',
    'Phường Dư 10',
    'Phường Đông 5',
  ]);
});

test('a street moves up, down, to the ends and never out of the list', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 0, 9)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 1, -3)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 7, 0)).toEqual(['a', 'b', 'c']);
});
