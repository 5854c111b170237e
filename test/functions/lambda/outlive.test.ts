import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { checkTable } from '../../../functions/data/check-table.ts';
import { key } from '../../../functions/data/table.ts';
import { PersonId } from '../../../shared/ids.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { questions } from '../../outlive/answers.ts';
import { countsOf, everyItem, lasting, type Made, oldFolder, readOld } from '../../outlive/old-folder.ts';
import { anInstance } from '../../support/instance.ts';
import { type Answer, httpEvent, recordOfItem, streamed } from './events.ts';
import { aFixtureBehindHandlers } from './handlers.ts';

type Handler = (event: object, context: object) => Promise<Answer>;
const version = '287a010';
const made = readOld<Made>(version, 'made');
const folder = oldFolder(version);
let fixture: Awaited<ReturnType<typeof aFixtureBehindHandlers>>;
let people: Map<string, Actor>;
beforeAll(async () => {
  // The items of the old folder are the table; the day is the day on which they were stored.
  const table = await anInstance(made.madeAt, folder);
  fixture = await aFixtureBehindHandlers(table as never);
  const { personalDataKey } = JSON.parse(readFileSync(join(folder, 'secrets/secrets.json'), 'utf8')) as { personalDataKey: string };
  process.env['PERSONAL_DATA_KEY'] = personalDataKey;
  const files = join(folder, 'files');
  for (const kind of readdirSync(files))
    for (const name of readdirSync(join(files, kind)))
      fixture.around.files.set(`${kind}/${name}`, { bytes: readFileSync(join(files, kind, name)), type: 'application/octet-stream' });
  vi.setSystemTime(new Date(made.madeAt));
  const items = await everyItem(table.deps.table);
  const persons = items.filter(({ type }) => type === 'person').map(({ data }) => JSON.parse(String(data)) as Actor & { login: string });
  people = new Map(persons.map(({ login, id, name, roles }) => [login, { id: PersonId.parse(id), name, roles }]));
});
afterAll(async () => {
  await fixture.stop();
  rmSync(folder, { recursive: true });
});

test('the handlers read every record that the version before stored, and answer what it answered', async () => {
  const { table } = fixture.deps;
  expect(await checkTable(table.doc, table.name)).toMatchObject({ records: made.records, unproven: [], unreadable: [] });
  expect(countsOf(await everyItem(table))).toEqual(lasting(made.kinds));
  const handlers = {
    api: await fixture.handler<Handler>('api'),
    public: await fixture.handler<Handler>('public'),
    papers: await fixture.handler<Handler>('papers'),
    lists: await fixture.handler<Handler>('lists'),
  };
  const wrong: string[] = [];
  for (const { login, paths } of questions(made.ids)) {
    const actor = login === undefined ? undefined : people.get(login);
    const headers = actor ? await fixture.signedIn(actor) : {};
    for (const path of paths) {
      const [address = '', query = ''] = path.split('?');
      const door = address.startsWith('/api/public')
        ? 'public'
        : address.endsWith('/record')
          ? 'papers'
          : address.includes('/imports/')
            ? 'lists'
            : 'api';
      const { statusCode } = await handlers[door](httpEvent('GET', address, { headers, query }), {});
      const [was] = made.answers[`${login ?? 'everybody'} ${path}`] ?? [];
      if (statusCode !== was) wrong.push(`${login} ${path}: ${was} before, ${statusCode} now`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('what the stream brings of an old nomination is counted, and nobody is told twice', async () => {
  const summarise = await fixture.handler<Parameters<typeof streamed>[0]>('summarise');
  const before = countsOf(await everyItem(fixture.deps.table));
  for (const id of made.ids.nominations)
    expect(await streamed(summarise, [await recordOfItem(fixture.deps.table, key.nomination(id as never))])).toEqual([]);
  expect(countsOf(await everyItem(fixture.deps.table))).toEqual(before);
}, 120_000);
