import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startInstance } from './instance.ts';
import { papersFolder } from './scenario/papers.ts';
import { playScenario } from './scenario/play-scenario.ts';
import type { Entry } from './scenario/play-street.ts';

/** `npm run demo -- --wards <folder> --out <folder> [--url <origin>] [--papers]`: plays a whole programme over HTTP and writes `<out>/summary.json`. */
const { wards, out, url, papers } = options();
const files = await spreadsheetsIn(wards);
await emptyOut(out);
const place = url === undefined ? await ownInstance() : await runningInstance(url);

try {
  if (files.length === 0) console.log(`Thư mục ${wards} không có tệp nào. / The folder ${wards} holds no file.`);
  const entries = await playScenario({ origin: place.origin, out, folder: wards, files, papers, say: (step) => console.log(step) });
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(entries, null, 2)}\n`);
  console.table(entries.map(rowOf));
} catch (error) {
  await place.leave();
  leave(`Không kể hết được câu chuyện. / The story could not be finished: ${error instanceof Error ? error.message : String(error)}`);
}
await place.leave();
process.exit(0);

function rowOf({ file, street, ward, imported, cashless, score, outcome, certificateNumber }: Entry): object {
  return { file, street, ward, imported, cashless, score, outcome, number: certificateNumber };
}

function options(): { wards: string; out: string; url: string | undefined; papers: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        wards: { type: 'string', default: 'infra/local/demo-data/wards' },
        out: { type: 'string', default: 'out' },
        url: { type: 'string' },
        papers: { type: 'boolean', default: false },
      },
    });
    return { ...values, url: values.url };
  } catch (error) {
    return leave(
      `Cách dùng / usage: npm run demo -- --wards <folder> --out <folder> [--url <origin>] [--papers]\n${error instanceof Error ? error.message : ''}`,
    );
  }
}

/** The files of a folder that may be lists: not its folders, nor what systems and spreadsheet programs put beside them. */
async function spreadsheetsIn(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    const names = found.filter((each) => !each.isDirectory()).map(({ name }) => name);
    return names.filter((name) => !/^(\.|~\$|thumbs\.db$|desktop\.ini$)|\.json$/i.test(name)).sort();
  } catch {
    return leave(`Không mở được thư mục ${folder}. / The folder ${folder} cannot be opened.`);
  }
}

/** Certificates and papers of an earlier run go, also of one that was cut off, so that the folder holds this run's only. */
async function emptyOut(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'summary.json'), '[]\n');
    for (const name of await readdir(folder)) if (/^\d+-GCN-UBND\.pdf$/.test(name)) await rm(join(folder, name));
    await rm(join(folder, papersFolder), { recursive: true, force: true });
  } catch {
    leave(`Không ghi được vào thư mục ${folder}. / The folder ${folder} cannot be written.`);
  }
}

type RunningInstance = { origin: string; leave: () => Promise<void> };

/** A fresh instance on a temporary folder and a free port, gone afterwards. */
async function ownInstance(): Promise<RunningInstance> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pho-so-'));
  const started = await startInstance({
    host: 'localhost',
    port: 0,
    dataDir,
    demo: 'town',
    now: () => new Date(),
    log: (line) => line.level === 'error' && console.error(JSON.stringify(line)),
  });
  if (!started.ok) return leave(started.failure.detail);
  return {
    origin: started.value.origin,
    async leave() {
      await started.value.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function runningInstance(address: string): Promise<RunningInstance> {
  const origin = URL.canParse(address) ? new URL(address).origin : address;
  const health = await fetch(`${origin}/api/health`).catch(() => undefined);
  if (health?.status !== 200) leave(`Không thấy Phố Số đang chạy ở ${address}. / Phố Số is not running at ${address}.`);
  return { origin, leave: async () => {} };
}

function leave(why: string): never {
  console.error(why);
  process.exit(1);
}
