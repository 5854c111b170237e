import { execFileSync } from 'node:child_process';
import { printPack } from '../../functions/certificates/pdf/pack.ts';
import { renderCertificate } from '../../functions/certificates/pdf/render.ts';
import type { Seal } from '../../functions/certificates/pdf/signature-field.ts';
import { aStreet } from '../certificates/pdf/facts.ts';
import { ownSeal } from '../certificates/pdf/own-seal.ts';
import { type Line, median, timed } from './measure.ts';
import { type Peer, peers } from './pdf-peers.ts';

/** Certificates beside two libraries that draw the same words: one at a time, signed, many in a pack, and the first of a process. */
export async function certificates(): Promise<Line[]> {
  const { pdfkit, pdfmake } = peers();
  const seal = ownSeal('bench');
  // Turn by turn, so that what else the machine does falls on all of them.
  const took: Record<'plain' | 'signed' | 'pdfkit' | 'pdfmake', number[]> = { plain: [], signed: [], pdfkit: [], pdfmake: [] };
  await times(300, () => renderCertificate(aStreet(), seal));
  for (let n = 0; n < 12; n++) {
    took.plain.push((await timed(() => times(50, () => renderCertificate(street(n))))) / 50);
    took.signed.push((await timed(() => times(20, () => renderCertificate(street(n), seal)))) / 20);
    took.pdfkit.push(await timed(() => pdfkit([street(n)])));
    took.pdfmake.push(await timed(() => pdfmake([street(n)])));
  }
  const [plain, signed, kit, make] = [took.plain, took.signed, took.pdfkit, took.pdfmake].map(median) as [number, number, number, number];
  return [
    { what: 'one certificate, unsigned, ms', wanted: '≤ 0.5, ≥ 200× pdfkit', reached: plain.toFixed(2), ratio: beside(plain, kit, make) },
    { what: 'one certificate, signed with a local key, ms', wanted: '≤ 3', reached: signed.toFixed(2), ratio: beside(signed, kit, make) },
    { what: 'the same words from pdfkit / pdfmake, ms', wanted: '–', reached: `${kit.toFixed(0)} / ${make.toFixed(0)}` },
    await sizes(seal, pdfkit),
    ...(await packs(pdfkit)),
    first(),
  ];
}

const street = (n: number) => aStreet({ number: `${n + 1}/GCN-UBND` });
const beside = (own: number, kit: number, make: number): string => `${Math.round(kit / own)}× pdfkit, ${Math.round(make / own)}× pdfmake`;

async function times(n: number, work: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < n; i++) await work();
}

async function sizes(seal: Seal, pdfkit: Peer): Promise<Line> {
  const [plain, signed] = [await renderCertificate(aStreet()), await renderCertificate(aStreet(), seal)];
  const kilobytes = (n: number) => (n / 1000).toFixed(1);
  const own = [plain, signed].map((each) => kilobytes(each.ok ? each.value.length : 0)).join(' / ');
  return {
    what: 'size, unsigned / signed, KB',
    wanted: '≤ 75',
    reached: own,
    ratio: `pdfkit ${kilobytes(await pdfkit([aStreet()]))} without ornament`,
  };
}

async function packs(pdfkit: Peer): Promise<Line[]> {
  const runs = Array.from({ length: 3 }, () => inProcess<{ seconds: number; bytes: number; megabytes: number }>('pack'));
  const seconds = median(runs.map((run) => run.seconds));
  const fifty = Array.from({ length: 50 }, (_, n) => street(n));
  const [own, kit] = [await timed(() => printPack(fifty)), await timed(() => pdfkit(fifty))];
  return [
    {
      what: 'pack of 1,000 pages, seconds',
      wanted: '≤ 2',
      reached: seconds.toFixed(2),
      ratio: `of 50 pages ${Math.round(kit / own)}× pdfkit`,
    },
    { what: 'pack of 1,000 pages, MB', wanted: '≤ 4', reached: ((runs[0]?.bytes ?? 0) / 1_000_000).toFixed(2) },
    {
      what: 'pack of 1,000 pages, most memory of the process, MB',
      wanted: '≤ 200',
      reached: median(runs.map((run) => run.megabytes)).toFixed(0),
    },
  ];
}

function first(): Line {
  const runs = Array.from({ length: 7 }, () => inProcess<{ imported: number; drawn: number }>('first'));
  const [imported, drawn] = [median(runs.map((run) => run.imported)), median(runs.map((run) => run.drawn))];
  return {
    what: 'first certificate of a fresh process, ms',
    wanted: '≤ 400, import ≤ 100',
    reached: `${(imported + drawn).toFixed(0)} (import ${imported.toFixed(0)})`,
  };
}

const inProcess = <T>(what: 'first' | 'pack'): T =>
  JSON.parse(execFileSync(process.execPath, ['.build/fresh.mjs', what], { encoding: 'utf8' })) as T;
