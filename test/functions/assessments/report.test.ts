import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complete } from '../../../functions/assessments/complete.ts';
import { assessmentReport } from '../../../functions/assessments/report.ts';
import { write } from '../../../functions/assessments/write.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import type { AssessmentSheet } from '../../../shared/assessments/assessment.ts';
import { criteriaFor } from '../../../shared/criteria/checklist.ts';
import { defaultChecklist } from '../../../shared/criteria/default-checklist.ts';
import { type NominationId, type PersonId, Sha256 } from '../../../shared/ids.ts';
import type { Actor } from '../../../shared/people/person.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';
import { failureOf, holding, must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';

const ofStreets = criteriaFor(defaultChecklist, 'street');
let of: Situations;
let second: Actor;
beforeAll(async () => {
  of = await situations({ ...defaultChecklist, criteria: defaultChecklist.criteria.map((each) => ({ ...each, evidence: [] })) });
  second = await of.town.person('Lê Thị Hoà <script>alert(1)</script> 😀', holding('assessor', 'hong-bang'));
});
afterAll(() => of.town.stop());

/** A file as it lies in the store after the phone has sent it. */
async function sent(content: Uint8Array, type = 'image/jpeg'): Promise<Sha256> {
  const hash = Sha256.parse(sha256(content));
  await of.town.blobs.putOnce(blobKey.upload(hash), content, type);
  return hash;
}

function photo(shade: number): Uint8Array {
  const canvas = createCanvas(64, 48);
  const paint = canvas.getContext('2d');
  paint.fillStyle = `rgb(${shade}, 120, 160)`;
  paint.fillRect(0, 0, 64, 48);
  return canvas.toBuffer('image/jpeg');
}

/** A sheet of a visit in which the second code pays somebody else; every answer carries the given evidence. */
async function sheetOf(id: NominationId, evidence: Sha256[], note: string): Promise<AssessmentSheet> {
  const shops = (await findDossier(of.town.deps.table, id))?.samples.at(-1)?.merchants ?? [];
  const answers: AssessmentSheet['answers'] = {};
  for (const { code, measure, mandatory } of ofStreets) {
    if (measure.kind === 'yesNo') answers[code] = { kind: 'yesNo', met: true, evidence: evidence.splice(0, 1) };
    if (measure.kind === 'count') answers[code] = { kind: 'count', count: 3, evidence: evidence.splice(0, 1) };
    if (measure.kind === 'share')
      answers[code] = mandatory
        ? { kind: 'share', numerator: 19, denominator: 20, evidence: [] }
        : { kind: 'notApplicable', reason: 'Tuyến không có cơ sở loại này', evidence: [] };
  }
  const accounts = shops.map(({ methods }) => methods[0]?.account ?? '');
  return {
    arrival: {
      at: '2023-10-20T01:30:00.000Z',
      position: { latitude: 20.85643, longitude: 106.68291, accuracyMetres: 12 },
    },
    answers,
    spotChecks: shops.map(({ merchantId }, at) => ({
      merchantId,
      outcome: 'found',
      qrDisplayed: true,
      pricesDisplayed: at > 0,
      payload: must(buildVietQr({ bankBin: '970436', account: (at === 0 ? accounts[0] : '19036666888899') as string })),
      evidence: evidence.splice(0),
      note: `Chủ cơ sở đọc số ${accounts[0]}`,
    })),
    note,
  };
}

async function finish(id: NominationId, actor: Actor, sheet: AssessmentSheet): Promise<void> {
  const { deps, act } = of.town;
  const version = (await findDossier(deps.table, id))?.assessments.find(({ personId }) => personId === actor.id)?.version ?? 0;
  const saved = must(await write(deps, act(actor), id, version, sheet));
  must(await complete(deps, act(actor), id, { version: saved.version, completedAt: '2023-10-20T03:05:00.000Z', clockOffsetMs: 0 }));
}

/** A street that two people have assessed, the first with so many photos and two files that cannot be printed. */
async function assessedByTwo(photos: number): Promise<NominationId> {
  const { deps, act, officer, assessor } = of.town;
  const { id } = must(await assign(deps, act(officer), await of.submitted(), [assessor.id, second.id]));
  const evidence = await Promise.all(Array.from({ length: photos }, (_, at) => sent(photo(at * 5))));
  const torn = await sent(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
  const webp = await sent(Buffer.from('RIFF0000WEBPVP8 '), 'image/webp');
  await finish(id, assessor, await sheetOf(id, [...evidence, torn, webp].slice(0, 30), 'Tuyến phố văn minh.\nCần thêm biển báo.'));
  await finish(id, second, await sheetOf(id, [], '<b>Không</b> có gì thêm 漢字'));
  return id;
}

async function fileOf(id: NominationId, actor: Actor, person?: PersonId): Promise<Uint8Array> {
  const { url } = must(await assessmentReport(of.town.deps, actor, id, person));
  const hash = /[0-9a-f]{64}/.exec(url)?.[0] ?? '';
  const bytes = await of.town.blobs.get(blobKey.record(hash));
  if (!bytes) throw new Error(`no file under ${url}`);
  return bytes;
}

/** The text of each page as a reader finds it. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at++) {
    const { items } = await (await document.getPage(at)).getTextContent();
    pages.push(
      items
        .flatMap((item) => ('str' in item ? [item.str] : []))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  await task.destroy();
  return pages;
}

test('the record says where, who, every criterion, every shop and the result; accounts are never whole, and a script in a name is text', async () => {
  const id = await assessedByTwo(7);
  const pdf = await fileOf(id, of.people.officer);
  const pages = await pagesOf(pdf);
  const text = pages.join(' ');
  if (process.env['RECORD']) (await import('node:fs')).writeFileSync(process.env['RECORD'], pdf);

  expect(text).toBe(text.normalize('NFC'));
  expect(pages[0]).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(pages[0]).toContain('ỦY BAN NHÂN DÂN');
  expect(pages[0]).toContain('Hồng Bàng, ngày 20 tháng 10 năm 2023');
  expect(pages[0]).toContain('đoạn từ số 1 đến số 99, Phường Minh Khai');
  expect(pages[0]).toContain('08 giờ 30, ngày 20/10/2023');
  expect(text).toContain('vĩ độ 20,85643, kinh độ 106,68291 (sai số 12 m)');
  for (const { code } of ofStreets) expect(text.split(` ${code} `).length, code).toBeGreaterThan(2);
  expect(text).toContain('Quét được, đúng tài khoản');
  expect(text).toContain('CẢNH BÁO: mã trả tiền');
  expect(text).toContain('Không áp dụng vì: Tuyến không có cơ sở loại này');
  expect(text).toContain('<script>alert(1)</script> □');
  expect(text).toContain('<b>Không</b> có gì thêm □□');
  const dossier = await findDossier(of.town.deps.table, id);
  for (const { methods } of dossier?.samples.at(-1)?.merchants ?? []) expect(text).not.toContain(methods[0]?.account);
  expect(text).not.toContain('19036666888899');
  const score = dossier && 'outcome' in dossier.nomination ? dossier.nomination.outcome.score : 0;
  expect(text).toContain(`Điểm thẩm định: ${score.toFixed(1).replace('.', ',')}/100`);
  // Overleaf the pages are numbered; the photos follow, and what is no photo is named.
  for (const [at, page] of pages.entries()) expect(page.startsWith(`${at + 1} `), `page ${at + 1}`).toBe(at > 0);
  expect(text).toContain('7. ');
  expect(text.split('không in được dạng tệp này').length).toBe(3);
  expect(Buffer.from(await fileOf(id, of.people.officer)).equals(Buffer.from(pdf))).toBe(true);
});

test('an assessor gets the record of the own visit and of no other; an unfinished visit has none', async () => {
  const id = await assessedByTwo(0);
  const own = (await pagesOf(await fileOf(id, of.town.assessor, of.town.assessor.id))).join(' ');
  expect(own).toContain('Tuyến phố văn minh.');
  expect(own).not.toContain('Lê Thị Hoà');
  expect(failureOf(await assessmentReport(of.town.deps, of.town.assessor, id, second.id))).toMatchObject({ code: 'not-permitted' });
  expect(failureOf(await assessmentReport(of.town.deps, of.town.assessor, id))).toMatchObject({ code: 'not-permitted' });
  const open = await of.assessing();
  expect(failureOf(await assessmentReport(of.town.deps, of.people.leader, open.id))).toMatchObject({
    code: 'not-found',
    what: 'assessment',
  });
});
