import { v7 as uuidv7 } from 'uuid';
import { creation, save } from '../../functions/data/save.ts';
import { NominationId, StreetId } from '../../shared/ids.ts';
import { must } from '../support/instance.ts';
import { type FixtureOnDisk, fixtureOnDisk } from './disk-fixture.ts';
import { type Line, median } from './measure.ts';

const sizes = [10, 1000, 10_000];

/** A page of the board, a dossier and a page of a ward's streets, while the programme grows: they must not get slower. */
export async function lists(): Promise<Line[]> {
  const fixture = await fixtureOnDisk();
  try {
    const first = new Map<string, number>();
    const lines: Line[] = [];
    let there = 0;
    for (const size of sizes) {
      for (; there < size; there += 45) await nominations(fixture, Math.min(45, size - there));
      there = size;
      const { id } = await fixture.recommended();
      const pages = { 'board page': `/api/programmes/${fixture.programmeId}/board?limit=10`, dossier: `/api/nominations/${id}` };
      for (const [name, path] of Object.entries(pages)) {
        const took = median(await gets(fixture, path));
        if (!first.has(name)) first.set(name, took);
        lines.push({
          what: `${name} at ${size} nominations, ms`,
          wanted: 'flat (≤ 1.2×)',
          reached: took.toFixed(1),
          ratio: `${(took / (first.get(name) ?? took)).toFixed(2)}× that at 10`,
        });
      }
    }
    return lines;
  } finally {
    await fixture.stop();
  }
}

async function gets(fixture: FixtureOnDisk, path: string): Promise<number[]> {
  const took: number[] = [];
  for (let n = 0; n < 150; n++) {
    const from = performance.now();
    await fixture.send(fixture.officer, 'GET', path);
    if (n >= 30) took.push(performance.now() - from);
  }
  return took;
}

/** Drafts, stored as such, so that ten thousand are there in seconds. */
async function nominations(fixture: FixtureOnDisk, count: number): Promise<void> {
  const { deps, act, officer, ward } = fixture;
  const at = deps.now().toISOString();
  const { wardId, above, advisingAuthorityId, issuingAuthorityId, wardName } = await model(fixture);
  const drafts = Array.from({ length: count }, () =>
    creation(deps.table, act(officer), 'nomination.draft', 'nomination', {
      id: NominationId.parse(uuidv7()),
      state: 'draft',
      programmeId: fixture.programmeId,
      streetId: StreetId.parse(uuidv7()),
      wardId,
      above,
      wardName,
      streetName: 'Lạch Tray',
      kind: 'street',
      advisingAuthorityId,
      issuingAuthorityId,
      contact: { name: ward.name, phone: '0904123456' },
      files: [],
      round: 0,
      extended: {},
      createdAt: at,
      updatedAt: at,
    }),
  );
  const [one, ...more] = drafts;
  if (one) must(await save(deps.table, one, more));
}

let known: Awaited<ReturnType<FixtureOnDisk['recommended']>> | undefined;
const model = async (fixture: FixtureOnDisk) => (known ??= await fixture.recommended());
