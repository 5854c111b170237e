import { execFileSync } from 'node:child_process';
import { printCertificates } from '../../functions/certificates/pdf/print-certificates.ts';
import { renderCertificate } from '../../functions/certificates/pdf/render.ts';
import type { Seal } from '../../functions/certificates/pdf/signature-field.ts';
import { aStreet } from '../functions/certificates/pdf/certificate-facts.ts';
import { ownSeal } from '../functions/certificates/pdf/own-seal.ts';
import { computed, type Line, median, timed } from './measure.ts';
import { type Peer, peers } from './pdf-peers.ts';

/** Certificates beside two libraries that draw the same words: one at a time, signed, many in a pack, and the first of a process. */
export async function certificates(): Promise<Line[]> {
  const seal = ownSeal('bench');
  await times(2000, () => renderCertificate(aStreet(), seal));
  const plain = await middle(400, (n) => renderCertificate(street(n)));
  const signed = await middle(100, (n) => renderCertificate(street(n), seal));
  // Loaded only now: the product does not carry their code and their garbage either.
  const { pdfkit, pdfmake } = peers();
  const kit = await middle(1, (n) => pdfkit([street(n)]));
  const make = await middle(1, (n) => pdfmake([street(n)]));
  return [
    { what: 'one certificate, unsigned, ms', wanted: '≤ 0.5, ≥ 200× pdfkit', reached: output(plain), ratio: beside(plain, kit, make) },
    { what: 'one certificate, signed with a local key, ms', wanted: '≤ 3', reached: output(signed), ratio: beside(signed, kit, make) },
    { what: 'the same words from pdfkit, ms', wanted: '–', reached: output(kit) },
    { what: 'the same words from pdfmake, ms', wanted: '–', reached: output(make) },
    await sizes(seal, pdfkit),
    ...(await packs(pdfkit)),
    first(),
  ];
}

const street = (n: number) => aStreet({ number: `${n + 1}/GCN-UBND` });
/** Milliseconds by the clock and of the processor. */
type Took = { clock: number; processor: number };
const output = ({ clock, processor }: Took): string => `${clock.toPrecision(3)} (processor ${processor.toPrecision(3)})`;
/** How many times as fast, by the processor's time: the clock says more about the neighbours. */
const beside = (own: Took, kit: Took, make: Took): string =>
  `${Math.round(kit.processor / own.processor)}× pdfkit, ${Math.round(make.processor / own.processor)}× pdfmake`;

/** The medians of twelve rounds. */
async function middle(many: number, work: (n: number) => Promise<unknown>): Promise<Took> {
  const rounds: Took[] = [];
  for (let n = 0; n < 12; n++) {
    const { clock, processor } = await computed(() => times(many, () => work(n)));
    rounds.push({ clock: clock / many, processor: processor / many });
  }
  return { clock: median(rounds.map((round) => round.clock)), processor: median(rounds.map((round) => round.processor)) };
}

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
  const runs = Array.from({ length: 3 }, () => inProcess<{ seconds: number; processor: number; bytes: number; megabytes: number }>('pack'));
  const [seconds, processor] = [median(runs.map((run) => run.seconds)), median(runs.map((run) => run.processor))];
  const fifty = Array.from({ length: 50 }, (_, n) => street(n));
  const [own, kit] = [await timed(() => printCertificates(fifty)), await timed(() => pdfkit(fifty))];
  return [
    {
      what: 'pack of 1,000 pages, seconds',
      wanted: '≤ 2',
      reached: `${seconds.toFixed(2)} (processor ${processor.toFixed(2)})`,
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
