import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { ImportPreview } from '../../../functions/merchants/preview.ts';
import type { Assessment } from '../../../shared/assessments/assessment.ts';
import type { Sha256 } from '../../../shared/ids.ts';
import type { Import } from '../../../shared/merchants/import.ts';
import type { Nomination, NominationIn, Sample } from '../../../shared/nominations/nomination.ts';
import type { Programme } from '../../../shared/programmes/programme.ts';
import type { Street } from '../../../shared/streets/street.ts';
import { scenarioAnswers } from './answers.ts';
import { type Person, Refused, request } from './client.ts';
import { photo } from './photo.ts';
import { planOf, segmentOf } from './plan.ts';

/** One line of the story's summary: a sheet, what was imported from it, and what became of its street. */
export type Entry = {
  file: string;
  sheet: string;
  street: string;
  ward: string;
  kind: 'street' | 'market' | '';
  rows: number;
  imported: number;
  cashless: number;
  qr: number;
  pos: number;
  wallet: number;
  mobileMoney: number;
  twoMethods: number;
  eInvoice: number;
  commitment: number;
  errors: number;
  warnings: number;
  duplicates: number;
  score: number | null;
  unmet: string[];
  outcome: 'certified' | 'declined' | 'incomplete' | 'quota-used' | 'unreadable';
  reason: string;
  certificateNumber: string | null;
  certificateFile: string | null;
  verified: boolean;
};
export type Stage = {
  origin: string;
  out: string;
  as: (login: string) => Promise<Person>;
  programme: Programme;
  assessor: string;
  say: (step: string) => void;
};
export type List = {
  file: string;
  sha256: string;
  ward: { id: string; name: string; login: string };
  reading: ImportPreview['reading'][number];
};

/** Nothing happened yet: what an entry says of a file that could not be read. */
export const blank = (file: string, ward: string): Entry => ({
  file,
  sheet: '',
  street: '',
  ward,
  kind: '',
  rows: 0,
  imported: 0,
  cashless: 0,
  qr: 0,
  pos: 0,
  wallet: 0,
  mobileMoney: 0,
  twoMethods: 0,
  eInvoice: 0,
  commitment: 0,
  errors: 0,
  warnings: 0,
  duplicates: 0,
  score: null,
  unmet: [],
  outcome: 'unreadable',
  reason: '',
  certificateNumber: null,
  certificateFile: null,
  verified: false,
});

/** Plays one sheet from import to certificate; a refusal ends it with its reason. */
export async function play(stage: Stage, list: List): Promise<Entry> {
  const { reading } = list;
  const issues = reading.rows.flatMap((row) => row.issues);
  const entry: Entry = {
    ...blank(list.file, list.ward.name),
    sheet: reading.sheet,
    street: reading.street ?? reading.sheet,
    kind: reading.kind,
    rows: reading.rows.length,
    errors: issues.filter((issue) => issue.severity === 'error').length,
    warnings: issues.filter((issue) => issue.severity === 'warning').length,
    duplicates: new Set(reading.duplicates.map((each) => each.row)).size,
  };
  try {
    const street = await enter(stage, list, entry);
    const { merchants, cashless, qr, card, wallet, mobileMoney, twoMethods, eInvoice, commitment } = street.figures;
    Object.assign(entry, { imported: merchants, cashless, qr, pos: card, wallet, mobileMoney, twoMethods, eInvoice, commitment });
    const assessed = await nominate(stage, list, street);
    Object.assign(entry, { score: Math.round(assessed.outcome.score * 100) / 100, unmet: assessed.outcome.unmet });
    await decide(stage, assessed, entry);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    entry.outcome =
      error.code === 'slot-taken' || error.code === 'street-nominated'
        ? 'quota-used'
        : error.code === 'dossier-incomplete'
          ? 'incomplete'
          : 'unreadable';
    entry.reason = error.message;
    stage.say(`  ${entry.outcome}: ${error.inBoth}`);
  }
  return entry;
}

/** Enters the street and imports its list, leaving out duplicates of strength "same"; every "maybe" is answered "not a duplicate". */
async function enter({ as, say }: Stage, { file, sha256, ward, reading }: List, { street, kind }: Entry): Promise<Street> {
  const staff = await as(ward.login);
  const details =
    kind === 'market'
      ? { kind, name: street, address: `${street}, ${ward.name}` }
      : { kind: 'street', name: street, ...segmentOf(reading) };
  const created = await staff.send<Street>('POST', '/api/streets', { id: uuidv7(), wardId: ward.id, details });
  const id = uuidv7();
  const { leaveOut, ...rest } = planOf(reading);
  const plan = { source: { kind: 'file', sha256, name: file, sheet: reading.sheet }, leaveOut, ...rest };
  let done = await staff.send<Import>('POST', `/api/streets/${created.id}/imports`, { id, plan });
  while (done.state === 'running') done = await staff.send<Import>('POST', `/api/streets/${created.id}/imports/${id}/continuation`, {});
  say(`  nhập ${done.written} cơ sở, bỏ ${leaveOut.length} dòng trùng`);
  return staff.get(`/api/streets/${created.id}`);
}

/** Nominates, submits, assigns and assesses; the name of the list stands in the ward's report. */
export async function nominate(
  { as, programme, assessor, say }: Stage,
  { ward, file }: Omit<List, 'sha256' | 'reading'>,
  street: Street,
): Promise<NominationIn<'assessed'>> {
  const [staff, officer, visitor] = [await as(ward.login), await as('kinhte'), await as(assessor)];
  const report = Buffer.from(`%PDF-1.4\n% Báo cáo minh họa của ${ward.name}: ${file} ${street.name}\n%%EOF\n`);
  const sha256 = await staff.upload(report, 'bao-cao.pdf', 'application/pdf');
  const draft = await staff.send<Nomination>('POST', '/api/nominations', { id: uuidv7(), programmeId: programme.id, streetId: street.id });
  const files = [{ sha256, name: 'bao-cao.pdf', contentType: 'application/pdf', size: report.length, purpose: 'ward-report' }];
  const complete = await staff.send<Nomination>('PUT', `/api/nominations/${draft.id}`, {
    ...seen(draft),
    contact: { name: `Cán bộ ${ward.name}`, phone: '0225842345' },
    files,
  });
  const submitted = await staff.send<Nomination>('POST', `/api/nominations/${draft.id}/submission`, seen(complete));
  say('  đã nộp hồ sơ');

  const me = await visitor.get<{ id: string }>('/api/me');
  await officer.send<Nomination>('POST', `/api/nominations/${draft.id}/assignment`, { ...seen(submitted), assessors: [me.id] });
  const dossier = await visitor.get<{ samples: Sample[]; assessments: Assessment[] }>(`/api/nominations/${draft.id}`);
  const [sample, visit] = [dossier.samples.at(-1), dossier.assessments.at(-1)];
  if (!sample || !visit) throw new Error('the assigned dossier holds no sample or visit');
  say(`  phân công, rút ${sample.merchants.length} cơ sở kiểm tra ngẫu nhiên`);
  const evidence = await Promise.all([1, 2].map((n) => visitor.upload(photo(`${draft.id} ${n}`), `anh-${n}.png`, 'image/png')));
  const sheet = scenarioAnswers(programme, street.kind, sample.merchants, evidence as Sha256[], new Date().toISOString());
  const written = await visitor.send<Assessment>('PUT', `/api/nominations/${draft.id}/assessment`, { ...seen(visit), sheet });
  await visitor.send<Assessment>('POST', `/api/nominations/${draft.id}/assessment/completion`, {
    ...seen(written),
    completedAt: new Date().toISOString(),
    clockOffsetMs: 0,
  });
  const { nomination } = await officer.get<{ nomination: NominationIn<'assessed'> }>(`/api/nominations/${draft.id}`);
  say(`  thẩm định xong: ${nomination.outcome.score.toFixed(1)} điểm`);
  return nomination;
}

/** Recommends and decides by the rules; a certified street's file is downloaded and verified as anybody would. */
async function decide({ origin, out, as, say }: Stage, assessed: NominationIn<'assessed'>, entry: Entry): Promise<void> {
  const [officer, leader] = [await as('kinhte'), await as('chutich')];
  const { passed, unmet } = assessed.outcome;
  const reason = passed ? 'Đạt các tiêu chí bắt buộc và đủ điểm.' : `Chưa đạt tiêu chí: ${unmet.join(', ')}.`;
  const advised = await officer.send<Nomination>('POST', `/api/nominations/${assessed.id}/recommendation`, {
    ...seen(assessed),
    inFavour: passed,
    reason,
  });
  if (!passed) {
    await leader.send('POST', `/api/nominations/${assessed.id}/declination`, { ...seen(advised), reason });
    Object.assign(entry, { outcome: 'declined', reason });
    say(`  từ chối: ${reason}`);
    return;
  }
  const approved = await leader.send<{ items: NominationIn<'certified'>[] }>('POST', '/api/decisions', {
    actionId: uuidv7(),
    nominations: [{ id: assessed.id, version: advised.version }],
  });
  const certified = approved.items[0] as NominationIn<'certified'>;
  const bytes = await download(origin, leader, certified.certificateCode);
  const certificateFile = `${certified.certificateNumber.replace(/[^\dA-Za-z-]+/g, '-')}.pdf`;
  await writeFile(join(out, certificateFile), bytes);
  const checked = await request<{ status: string; sha256?: string }>(`${origin}/api/public/certificates/${certified.certificateCode}`);
  const verified = checked.status === 'valid' && checked.sha256 === createHash('sha256').update(bytes).digest('hex');
  Object.assign(entry, { outcome: 'certified', reason, certificateNumber: certified.certificateNumber, certificateFile, verified });
  say(`  cấp giấy chứng nhận ${certified.certificateNumber}, ${verified ? 'đã xác thực' : 'KHÔNG xác thực được'}`);
}

/** Downloads a certificate, waiting while it is being made. */
async function download(origin: string, leader: Person, code: string): Promise<Uint8Array> {
  for (let tries = 0; ; tries++) {
    try {
      const { url } = await leader.get<{ url: string }>(`/api/certificates/${code}/file`);
      return new Uint8Array(await (await fetch(new URL(url, origin))).arrayBuffer());
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'certificate-not-ready' || tries >= 100) throw error;
      await pause(200);
    }
  }
}

const seen = ({ version }: { version: number }): { actionId: string; version: number } => ({ actionId: uuidv7(), version });
