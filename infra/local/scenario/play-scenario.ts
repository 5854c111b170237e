import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { ImportPreview } from '../../../functions/merchants/preview.ts';
import { bareName } from '../../../shared/authorities/authority.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import { fold } from '../../../shared/text/fold.ts';
import { demoUnits } from '../demo-fixtures.ts';
import { demoProgramme } from '../demo-programme.ts';
import { people, Refused } from './client.ts';
import { savePapers } from './papers.ts';
import { blank, type Entry, play, type Stage } from './play-street.ts';

export type ScenarioOptions = {
  origin: string;
  out: string;
  folder: string;
  files: readonly string[];
  papers: boolean;
  say: (step: string) => void;
};

/** The whole programme, one file of the folder after the other: an entry for each list. */
export async function playScenario({ origin, out, folder, files, papers, say }: ScenarioOptions): Promise<Entry[]> {
  const as = people(origin);
  const officer = await as('kinhte');
  const id = uuidv7();
  const draft = await officer.send<Programme>('POST', '/api/programmes', { id, details: demoProgramme(new Date()) });
  const programme = await officer.send<Programme>('POST', `/api/programmes/${id}/opening`, { actionId: uuidv7(), version: draft.version });
  say(`Đợt: ${programme.name}`);
  const stage: Stage = { origin, out, as, programme, assessor: 'thamdinh1', say };

  const wardOf = wardsFor(files);
  const entries: Entry[] = [];
  for (const file of files) entries.push(...(await playFile(stage, folder, file, wardOf(file))));
  if (papers) await savePapers(stage);
  return entries;
}

type Ward = { id: string; name: string; login: string };

/** Every list of a file; a file that cannot be read is an entry with its reason. */
async function playFile(stage: Stage, folder: string, file: string, ward: Ward): Promise<Entry[]> {
  stage.say(`${file} (${ward.name})`);
  const bare = bareName(ward.name);
  try {
    const bytes = await readFile(join(folder, file)).catch(() => undefined);
    if (!bytes) throw new Refused({ detail: 'Không mở được tệp. / The file cannot be opened.' }, 404);
    if (bytes.length === 0) throw new Refused({ code: 'file-refused', params: { reason: 'file-empty', params: {} } }, 422);
    const staff = await stage.as(ward.login);
    const contentType = file.endsWith('.csv') ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const sha256 = await staff.upload(bytes, file, contentType);
    const preview = await staff.send<ImportPreview>('POST', `/api/wards/${ward.id}/imports/preview`, {
      source: { kind: 'file', sha256, name: file },
    });
    const entries: Entry[] = [];
    for (const reading of preview.reading) entries.push({ ...(await play(stage, { file, sha256, ward, reading })), ward: bare });
    return entries;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof Refused)) console.error(error);
    stage.say(`  không đọc được: ${error instanceof Refused ? error.inBoth : reason}`);
    return [{ ...blank(file, bare), reason }];
  }
}

/** The ward that a file's name names before `_`; else the next ward without a file. */
function wardsFor(files: readonly string[]): (file: string) => Ward {
  const wards = demoUnits
    .filter((unit) => unit.details.level === 'ward')
    .map((unit): Ward => ({ id: unit.id, name: unit.details.name, login: unit.id.replaceAll('-', '') }));
  const named = (file: string) => wards.find((ward) => ward.id === fold(file.split('_')[0] ?? '').replace(/[\s.]+/g, '-'));
  const free = wards.filter((ward) => !files.some((file) => named(file) === ward));
  const others = files.filter((file) => !named(file));
  return (file) => named(file) ?? free[others.indexOf(file) % Math.max(1, free.length)] ?? (wards[0] as Ward);
}
