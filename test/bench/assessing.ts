import { v7 as uuidv7 } from 'uuid';
import type { OfflineBundle } from '../../functions/assessments/offline-bundle.ts';
import { assign } from '../../functions/nominations/assign.ts';
import { submit } from '../../functions/nominations/submit.ts';
import type { Checklist, Criterion } from '../../shared/criteria/checklist.ts';
import { must } from '../support/instance.ts';
import { twoQuestions } from '../support/programme-fixture.ts';
import { fixtureOnDisk } from './disk-fixture.ts';
import { cpuOf, type Line, percentile } from './measure.ts';
import { photos, throughHttp, visibleOnBoard } from './sending.ts';

type Visit = { id: string; version: number; spotChecks: object[] };

const saves = 320;
const atOnce = 16;
/** ODK Central on a checklist of twenty questions (measured before this project began, another machine): submissions a second. */
const central: Record<number, number> = { 1: 64, 16: 90 };

/** Assessors save sheets of twenty answers through HTTP, each with its audit entry and durable: one at a time and sixteen at a time. */
export async function assessing(): Promise<Line[]> {
  const fixture = await fixtureOnDisk(twenty);
  const http = await throughHttp(fixture);
  try {
    const { deps, act, ward, officer, assessor } = fixture;
    const visits: Visit[] = [];
    for (let n = 0; n < atOnce; n++) {
      const submitted = must(await submit(deps, act(ward), await fixture.completeDossier()));
      const { id } = must(await assign(deps, act(officer), submitted, [assessor.id]));
      const taken = await http.send<OfflineBundle>(assessor, 'GET', `/api/nominations/${id}/assessment`);
      const spotChecks = taken.sample.merchants.map(({ merchantId }) => ({ merchantId, outcome: 'closed', evidence: [] }));
      visits.push({ id, version: 1, spotChecks });
    }
    const save = async (visit: Visit) => {
      const body = {
        actionId: uuidv7(),
        version: visit.version,
        sheet: { answers, spotChecks: visit.spotChecks, note: `Lần ${visit.version}` },
      };
      const saved = await http.send<{ version: number }>(assessor, 'PUT', `/api/nominations/${visit.id}/assessment`, body);
      visit.version = saved.version;
    };
    for (let n = 0; n < 64; n++) await save(visits[n % atOnce] as Visit);
    const lines: Line[] = [];
    for (const lanes of [1, atOnce]) {
      const [own, engine, from] = [process.cpuUsage(), cpuOf(fixture.databasePid), performance.now()];
      const took: number[] = [];
      const lane = async (visit: Visit) => {
        for (let n = 0; n < saves / lanes; n++) {
          const began = performance.now();
          await save(visit);
          took.push(performance.now() - began);
        }
      };
      await Promise.all(visits.slice(0, lanes).map(lane));
      const seconds = (performance.now() - from) / 1000;
      const { user, system } = process.cpuUsage(own);
      const [ours, its] = [(user + system) / 1000 / saves, (cpuOf(fixture.databasePid) - engine) / saves];
      const name = `visits of 20 answers saved, ${lanes === 1 ? 'one' : 'sixteen'} at a time`;
      lines.push(
        {
          what: `${name}, a second`,
          wanted: lanes === 1 ? '–' : '≥ 3× ODK Central',
          reached: `${Math.round(saves / seconds)} (p95 ${percentile(took, 0.95).toFixed(0)} ms)`,
          ratio: `${(saves / seconds / (central[lanes] ?? 1)).toFixed(2)}× the ${central[lanes]} of ODK Central`,
        },
        {
          what: `${name}, ms of CPU each`,
          wanted: '≤ 5 with the database',
          reached: `${(ours + its).toFixed(1)} (ours and the caller ${ours.toFixed(1)}, database ${its.toFixed(1)})`,
          ratio: `${((ours + its) / 11.5).toFixed(2)}× the 10 to 13 ms of ODK Central`,
        },
      );
    }
    return [...lines, ...(await photos(fixture, http)), ...(await visibleOnBoard(fixture, http, visits))];
  } finally {
    await http.stop();
    await fixture.stop();
  }
}

const [model] = twoQuestions.criteria;
const twenty: Checklist = {
  ...twoQuestions,
  criteria: Array.from({ length: 20 }, (_, n) => ({ ...(model as Criterion), code: `C${String(n + 1).padStart(2, '0')}`, weight: 5 })),
};
const answers = Object.fromEntries(
  Array.from({ length: 20 }, (_, n) => [
    `C${String(n + 1).padStart(2, '0')}`,
    { kind: 'yesNo', met: n % 3 > 0, evidence: [], note: 'Biển hiệu rõ ràng, niêm yết giá đầy đủ' },
  ]),
);
