import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { ImportPreview } from '../../functions/merchants/preview.ts';
import { bareName } from '../../shared/authority.ts';
import type { Programme } from '../../shared/programme.ts';
import { fold } from '../../shared/text/fold.ts';
import { demoProgramme } from './demo-programme.ts';
import { demoUnits } from './demo-town.ts';
import { startInstance } from './instance.ts';
import { people, Refused } from './story/client.ts';
import { blank, type Entry, play, type Stage } from './story/play.ts';

/** `npm run demo -- --wards <folder> --out <folder> [--url <origin>]`: plays a whole programme over HTTP and writes `<out>/summary.json`. */
const { values } = parseArgs({
  options: {
    wards: { type: 'string', default: 'infra/local/demo-data/wards' },
    out: { type: 'string', default: 'out' },
    url: { type: 'string' },
  },
});
const say = (step: string): void => console.log(step);

const folder = values.url ? undefined : await mkdtemp(join(tmpdir(), 'pho-so-'));
const instance = folder
  ? await startInstance({
      host: 'localhost',
      port: 0,
      dataDir: folder,
      demo: 'town',
      now: () => new Date(),
      log: (line) => line.level === 'error' && console.error(JSON.stringify(line)),
    })
  : undefined;
if (instance && !instance.ok) throw new Error(instance.failure.detail);
const origin = values.url ?? instance?.value.origin ?? '';

try {
  const entries = await tell(origin, values.wards, values.out);
  await mkdir(values.out, { recursive: true });
  await writeFile(join(values.out, 'summary.json'), `${JSON.stringify(entries, null, 2)}\n`);
  console.table(
    entries.map(({ file, street, ward, imported, cashless, score, outcome, certificateNumber }) => ({
      file,
      street,
      ward,
      imported,
      cashless,
      score,
      outcome,
      number: certificateNumber,
    })),
  );
} finally {
  if (instance?.ok) await instance.value.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
}
process.exit(0);

/** The whole programme, one file after the other. */
async function tell(origin: string, wardsFolder: string, out: string): Promise<Entry[]> {
  await clearEarlier(out);
  const as = people(origin);
  const officer = await as('kinhte');
  const id = uuidv7();
  const draft = await officer.send<Programme>('POST', '/api/programmes', { id, details: demoProgramme(new Date()) });
  const programme = await officer.send<Programme>('POST', `/api/programmes/${id}/opening`, { actionId: uuidv7(), version: draft.version });
  say(`Đợt: ${programme.name}`);
  const stage: Stage = { origin, out, as, programme, assessor: 'thamdinh1', say };

  const files = (await readdir(wardsFolder)).filter((file) => !file.startsWith('.') && !file.endsWith('.json')).sort();
  const wardOf = wardsFor(files);
  const entries: Entry[] = [];
  for (const file of files) entries.push(...(await playFile(stage, file, await readFile(join(wardsFolder, file)), wardOf(file))));
  return entries;
}

type Ward = { id: string; name: string; login: string };

/** Every list of a file; a file that cannot be read is an entry with its reason. */
async function playFile(stage: Stage, file: string, bytes: Uint8Array, ward: Ward): Promise<Entry[]> {
  say(`${file} (${ward.name})`);
  const bare = bareName(ward.name);
  try {
    const staff = await stage.as(ward.login);
    const contentType = file.endsWith('.csv') ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const sha256 = await staff.upload(bytes, file, contentType);
    const preview = await staff.send<ImportPreview>('POST', `/api/wards/${ward.id}/imports/preview`, {
      source: { kind: 'file', sha256, name: file },
    });
    const entries: Entry[] = [];
    for (const reading of preview.reading) entries.push({ ...(await play(stage, { file, sha256, ward, reading })), ward: bare });
    return entries.length > 0 ? entries : [{ ...blank(file, bare), reason: 'Không có danh sách cơ sở nào trong tệp.' }];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof Refused)) console.error(error);
    say(`  không đọc được: ${reason}`);
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

/** Certificates of an earlier run in the same folder go, so that the folder holds this run's only. */
async function clearEarlier(out: string): Promise<void> {
  const earlier: unknown = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8').catch(() => '[]'));
  for (const { certificateFile } of earlier as Entry[])
    if (certificateFile && /^[\w-]+\.pdf$/.test(certificateFile)) await rm(join(out, certificateFile), { force: true });
}
