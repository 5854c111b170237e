import { afterAll, beforeAll, expect, test } from 'vitest';
import { answered, repeatOf } from '../../../functions/data/guard.ts';
import { change, creation, save } from '../../../functions/data/save.ts';
import { key } from '../../../functions/data/table.ts';
import { entriesOf, findEntry } from '../../../functions/history/store.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { anInstance, failureOf, holding, type Instance, must } from '../../support/instance.ts';
import { aStreet, saved } from './street.ts';

let fixture: Instance;
let clerk: Actor;
beforeAll(async () => {
  fixture = await anInstance();
  clerk = await fixture.person('Nguyễn Thị Phường', holding('ward', 'minh-khai'));
});
afterAll(() => fixture.stop());

const rename = (seen: Parameters<typeof findStreet>[1], name: string, act = fixture.act(clerk)) => ({ seen, name, act });

/** Renames the street as a verb does: it was read, then written if it still is what was read. */
async function renamed({ seen, name, act }: ReturnType<typeof rename>) {
  const street = await findStreet(fixture.deps.table, seen);
  if (!street) throw new Error('the street is gone');
  return (
    repeatOf(street, act) ??
    save(fixture.deps.table, change(fixture.deps.table, act, 'street.change', 'street', street, { ...street, name }))
  );
}

test('every version of a street has its entry: who, when, what it was and what it became', async () => {
  const { table } = fixture.deps;
  const street = await saved(fixture, clerk);
  must(await renamed(rename(street.id, 'Đinh Tiên Hoàng')));
  const entries = must(await entriesOf(table, `STREET#${street.id}`, 10)).items;
  expect(entries.map((entry) => [entry.version, entry.action, entry.by])).toEqual([
    [1, 'street.create', clerk.id],
    [2, 'street.change', clerk.id],
  ]);
  expect(entries[1]?.changes).toEqual([{ field: 'name', was: 'Điện Biên Phủ', now: 'Đinh Tiên Hoàng' }]);
});

test('one creation sent three times one after the other makes one street and answers the same', async () => {
  const [street, act] = [aStreet('Hoàng Diệu'), fixture.act(clerk)];
  const send = () => save(fixture.deps.table, creation(fixture.deps.table, act, 'street.create', 'street', street));
  const answers = [must(await send()), must(await send()), must(await send())];
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  expect(must(await entriesOf(fixture.deps.table, `STREET#${street.id}`, 10)).items).toHaveLength(1);
});

test('one change sent five times at once changes the street once, and everybody gets the same answer', async () => {
  const street = await saved(fixture, clerk);
  const order = rename(street.id, 'Nguyễn Tri Phương');
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => renamed(order)));
  for (const answer of answers) expect(must(answer)).toMatchObject({ name: 'Nguyễn Tri Phương', version: 2 });
  expect(must(await entriesOf(fixture.deps.table, `STREET#${street.id}`, 10)).items).toHaveLength(2);
});

test('the same action id with another body is refused, whether it creates or changes', async () => {
  const { table } = fixture.deps;
  const [street, act] = [aStreet(), fixture.act(clerk)];
  must(await save(table, creation(table, act, 'street.create', 'street', street)));
  const other = { ...act, digest: 'another body' };
  const refusal = { code: 'action-id-reused', actionId: act.id };
  expect(failureOf(await save(table, creation(table, other, 'street.create', 'street', { ...street, name: 'Minh Khai' })))).toEqual(
    refusal,
  );
  expect(failureOf(await renamed(rename(street.id, 'Minh Khai', other)))).toEqual(refusal);
  expect((await findStreet(table, street.id))?.name).toBe('Điện Biên Phủ');
});

test('another street under an id that is taken is refused and the first one stays', async () => {
  const first = await saved(fixture, clerk);
  const second = { ...aStreet('Hoàng Văn Thụ'), id: first.id };
  const refused = await save(fixture.deps.table, creation(fixture.deps.table, fixture.act(clerk), 'street.create', 'street', second));
  expect(failureOf(refused)).toEqual({ code: 'id-taken', id: `STREET#${first.id}` });
  expect(await findStreet(fixture.deps.table, first.id)).toEqual(first);
});

test('of two people who change one street at once, one loses and sees what the other made of it', async () => {
  const { table } = fixture.deps;
  const street = await saved(fixture, clerk);
  const write = (name: string) => save(table, change(table, fixture.act(clerk), 'street.change', 'street', street, { ...street, name }));
  const answers = await Promise.all([write('Quang Trung'), write('Bạch Đằng')]);
  const winner = must(answers.find((each) => each.ok) ?? failed);
  const loser = failureOf(answers.find((each) => !each.ok) ?? failed);
  expect(loser).toMatchObject({ code: 'changed-meanwhile', what: 'street', seen: 1, current: { name: winner.name, version: 2 } });
  expect(loser['current']).not.toHaveProperty('trail');
  expect(await findStreet(table, street.id)).toEqual(winner);
});
const failed = { ok: false as const, failure: { code: 'nobody' } };

test('who saw an old version is told before anything is tried', async () => {
  const street = await saved(fixture, clerk);
  const act = fixture.act(clerk);
  expect(answered('street', street, act, 1)).toBeUndefined();
  expect(answered('street', street, act, 0)).toMatchObject({
    failure: { code: 'changed-meanwhile', seen: 0, current: { version: 1 } },
  });
});

test('when one record of a transaction has moved on, nothing of it is written and nothing is reported', async () => {
  const { table } = fixture.deps;
  const [one, two] = [await saved(fixture, clerk), await saved(fixture, clerk, aStreet('Cù Chính Lan'))];
  must(await renamed(rename(two.id, 'Cù Chính Lan (mới)')));
  const before = fixture.reported.length;
  const act = fixture.act(clerk);
  const outcome = await save(table, change(table, act, 'street.change', 'street', one, { ...one, name: 'Một' }), [
    change(table, act, 'street.change', 'street', two, { ...two, name: 'Hai' }),
  ]);
  expect(failureOf(outcome)).toMatchObject({ code: 'changed-meanwhile', current: { id: two.id, version: 2 } });
  expect(await findStreet(table, one.id)).toEqual(one);
  expect(await findEntry(table, `STREET#${one.id}`, 2)).toBeUndefined();
  expect(fixture.reported).toHaveLength(before);
});

test('an acknowledged write is reported with the record as it was saved', async () => {
  const street = await saved(fixture, clerk, aStreet('Tam Bạc'));
  expect(fixture.reported.at(-1)).toEqual({ type: 'street', record: street });
});

test('figures that moved after the street was read are not overwritten by its new name', async () => {
  const { UpdateCommand } = await import('@aws-sdk/lib-dynamodb');
  const { table } = fixture.deps;
  const street = await saved(fixture, clerk);
  const counted = { ...street.figures, merchants: 7 };
  await table.doc.send(
    new UpdateCommand({
      TableName: table.name,
      Key: key.street(street.id),
      UpdateExpression: 'SET live = :live',
      ExpressionAttributeValues: { ':live': counted },
    }),
  );
  must(await save(table, change(table, fixture.act(clerk), 'street.change', 'street', street, { ...street, name: 'Trần Quang Khải' })));
  expect(await findStreet(table, street.id)).toMatchObject({ name: 'Trần Quang Khải', figures: { merchants: 7 } });
});
