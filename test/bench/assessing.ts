import { v7 as uuidv7 } from 'uuid';
import { assign } from '../../functions/nominations/assign.ts';
import { submit } from '../../functions/nominations/submit.ts';
import { must } from '../support/instance.ts';
import { cpuOf, type Line, percentile } from './measure.ts';
import { townOnDisk } from './town.ts';

const saves = 300;

/** One assessor saves a sheet again and again, as the phone does while answers come in: each with its audit entry, durable. */
export async function assessing(): Promise<Line[]> {
  const town = await townOnDisk();
  try {
    const { deps, act, ward, officer, assessor } = town;
    const submitted = must(await submit(deps, ward, act(ward), await town.completeDossier()));
    const { id } = must(await assign(deps, officer, act(officer), submitted, [assessor.id]));
    const answer = { kind: 'yesNo', met: true, evidence: ['0'.repeat(64)], note: 'Biển hiệu rõ ràng, niêm yết giá đầy đủ' };
    let version = 1;
    const save = async () => {
      const sheet = { answers: { C01: answer, C02: answer }, spotChecks: [], note: `Lần ${version}` };
      ({ version } = await town.send<{ version: number }>(assessor, 'PUT', `/api/nominations/${id}/assessment`, {
        actionId: uuidv7(),
        version,
        sheet,
      }));
    };
    for (let n = 0; n < 50; n++) await save();
    const [own, engine] = [process.cpuUsage(), cpuOf(town.databasePid)];
    const took: number[] = [];
    for (let n = 0; n < saves; n++) {
      const from = performance.now();
      await save();
      took.push(performance.now() - from);
    }
    const { user, system } = process.cpuUsage(own);
    const [ours, its] = [(user + system) / 1000 / saves, (cpuOf(town.databasePid) - engine) / saves];
    return [
      {
        what: 'assessment saved with its audit entry, ms of CPU',
        wanted: '≤ 5 with the database',
        reached: `${(ours + its).toFixed(1)} (ours ${ours.toFixed(1)}, database ${its.toFixed(1)})`,
        ratio: `${((ours + its) / 11.5).toFixed(2)}× the 10 to 13 ms of ODK Central`,
      },
      { what: 'the same, p95 in ms', wanted: '–', reached: percentile(took, 0.95).toFixed(1) },
    ];
  } finally {
    await town.stop();
  }
}
