import { strToU8 } from 'fflate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { complete } from '../../../functions/assessments/complete.ts';
import { assessmentsOf } from '../../../functions/assessments/store.ts';
import { write } from '../../../functions/assessments/write.ts';
import { sha256 } from '../../../functions/data/audit.ts';
import { blobKey } from '../../../functions/data/blobs.ts';
import { change, save as saveRecord } from '../../../functions/data/save.ts';
import { recommend } from '../../../functions/nominations/recommend.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { findProgramme } from '../../../functions/programmes/store.ts';
import type { Assessment, AssessmentSheet, SpotCheck } from '../../../shared/assessments/assessment.ts';
import { MerchantId, type NominationId, Sha256 } from '../../../shared/ids.ts';
import type { SampledMerchant } from '../../../shared/nominations/nomination.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';
import { failureOf, must } from '../../support/instance.ts';
import { twoQuestions } from '../../support/programme-fixture.ts';
import { type Situations, situations } from '../http/situations.ts';

const [question] = twoQuestions.criteria;
if (!question) throw new Error('the checklist is empty');
/** The two questions, and whether every drawn shop's code pays the shop: 50 of 150 points. */
const withScans = {
  ...twoQuestions,
  criteria: [
    ...twoQuestions.criteria,
    {
      ...question,
      code: 'C03',
      weight: 50,
      mandatory: false,
      measure: { kind: 'spotCheck' as const, question: 'qr-pays-the-merchant' as const, threshold: 1 },
    },
  ],
};

let of: Situations;
beforeAll(async () => {
  of = await situations(withScans);
});
afterAll(() => of.town.stop());

const save = (id: NominationId, version: number, sheet: AssessmentSheet) =>
  write(of.town.deps, of.town.act(of.people.assessor), id, version, sheet);
const handIn = ({ nominationId, version }: Assessment) =>
  complete(of.town.deps, of.town.act(of.people.assessor), nominationId, {
    version,
    completedAt: '2023-10-20T02:00:00.000Z',
    clockOffsetMs: 0,
  });
const dossierOf = async (id: NominationId) => {
  const dossier = await findDossier(of.town.deps.table, id);
  if (!dossier) throw new Error('the dossier is gone');
  return dossier;
};
/** A file as it lies in the store after the phone has sent it. */
async function sent(content: Uint8Array): Promise<Sha256> {
  const hash = Sha256.parse(sha256(content));
  await of.town.blobs.putOnce(blobKey.upload(hash), content, 'image/jpeg');
  return hash;
}
const photo = (name: string) => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(name)]);

test('a sheet says only what the checklist asks, about shops that were drawn; a refused sheet is not saved', async () => {
  const { id } = await of.assessing();
  const sheet = await of.sheet(id);
  const [c01] = Object.values(sheet.answers);
  if (!c01) throw new Error('no answer');
  expect(failureOf(await save(id, 1, { ...sheet, answers: { ...sheet.answers, C99: c01 } }))).toEqual({
    code: 'unknown-criteria',
    codes: ['C99'],
  });
  const skipped = { kind: 'notApplicable' as const, reason: 'Không có', evidence: [] };
  expect(failureOf(await save(id, 1, { ...sheet, answers: { C01: skipped } }))).toEqual({
    code: 'mandatory-not-applicable',
    codes: ['C01'],
  });
  const stranger = MerchantId.parse(uuidv7());
  const foreign = { merchantId: stranger, outcome: 'closed' as const, evidence: [] };
  expect(failureOf(await save(id, 1, { ...sheet, spotChecks: [foreign] }))).toEqual({ code: 'not-drawn', merchants: [stranger] });
  expect(await of.visitOf(id)).toMatchObject({ version: 1, sheet: { answers: {}, spotChecks: [] } });
});

test('a visit is handed in whole: what is missing is named, and what was written on another phone is not overwritten', async () => {
  const { id } = await of.assessing();
  const sheet = await of.sheet(id);
  const half = must(await save(id, 1, { answers: {}, spotChecks: sheet.spotChecks.slice(1) }));
  expect(failureOf(await handIn(half))).toEqual({ code: 'assessment-incomplete', missing: ['C01', 'C02'], spotChecks: 1 });
  expect(failureOf(await save(id, 1, sheet))).toMatchObject({ code: 'changed-meanwhile', seen: 1 });
  expect(failureOf(await handIn({ ...half, version: 1 }))).toMatchObject({ code: 'changed-meanwhile' });
  expect(await of.visitOf(id)).toEqual(half);
});

test('evidence that has not arrived, or is a page dressed as a photo, is refused by name; with the real photos the visit is in', async () => {
  const { id } = await of.assessing();
  const sheet = await of.sheet(id);
  const proven = (answer: Sha256, shop: Sha256): AssessmentSheet => ({
    answers: { ...sheet.answers, C02: { kind: 'yesNo', met: true, evidence: [answer] } },
    spotChecks: sheet.spotChecks.map((check) => ({ ...check, evidence: [shop] })),
  });
  const missing = Sha256.parse(sha256('chưa gửi'));
  const real = await sent(photo('biển QR'));
  const page = await sent(strToU8('<script>alert(1)</script>'));
  const attempts: [AssessmentSheet, object][] = [
    [proven(missing, real), { code: 'file-missing', sha256: missing }],
    [proven(page, real), { code: 'file-type', name: 'C02' }],
    [proven(real, page), { code: 'file-type', name: expect.stringMatching(/^Phở/) }],
  ];
  let visit = await of.visitOf(id);
  for (const [wrong, refusal] of attempts) {
    visit = must(await save(id, visit.version, wrong));
    expect(failureOf(await handIn(visit))).toMatchObject(refusal);
    expect(await of.visitOf(id)).toEqual(visit);
  }
  const pdf = await sent(Buffer.from('%PDF-1.7 hóa đơn'));
  expect(must(await handIn(must(await save(id, visit.version, proven(real, pdf))))).state).toBe('completed');
  expect((await dossierOf(id)).nomination.state).toBe('assessed');
});

/** What the camera reads in a shop: its own code, or one that pays into another account. */
function scan({ merchantId, methods }: SampledMerchant, account = methods[0]?.account ?? ''): SpotCheck {
  const code = must(buildVietQr({ bankBin: '970436', account, merchantName: 'PHO' }));
  return { merchantId, outcome: 'found', qrDisplayed: true, pricesDisplayed: true, payload: code, evidence: [] };
}

test('a code that was pasted over and pays somebody else fails the scan criterion, and the street is not recommended for it', async () => {
  const { people, town: fixture } = of;
  const { id } = await of.assessing();
  const drawn = (await dossierOf(id)).samples[0]?.merchants ?? [];
  const spotChecks = drawn.map((merchant, index) => scan(merchant, index === 0 ? '19999999999' : undefined));
  const { answers } = await of.sheet(id);
  must(await handIn(must(await save(id, 1, { answers, spotChecks }))));
  const { nomination } = await dossierOf(id);
  expect(nomination).toMatchObject({ state: 'assessed', outcome: { passed: false, unmet: ['C03'] } });

  const advise = (inFavour: boolean) =>
    recommend(fixture.deps, fixture.act(people.officer), nomination, { inFavour, reason: 'Theo biên bản' });
  expect(failureOf(await advise(true))).toMatchObject({ code: 'criteria-not-passed', unmet: ['C03'] });
  expect(must(await advise(false)).state).toBe('recommended');
});

test('with its own code in every shop the same street passes', async () => {
  const { id } = await of.assessing();
  const spotChecks = ((await dossierOf(id)).samples[0]?.merchants ?? []).map((merchant) => scan(merchant));
  expect(spotChecks).toHaveLength(2);
  const { answers } = await of.sheet(id);
  must(await handIn(must(await save(id, 1, { answers, spotChecks }))));
  expect((await dossierOf(id)).nomination).toMatchObject({ outcome: { passed: true, score: 100, unmet: [] } });
});

test('a visit that missed an extension of the programme takes the later date over when it is written, and stands there in the list', async () => {
  const { people, town: fixture } = of;
  const { table } = fixture.deps;
  const { id } = await of.assessing();
  const programme = await findProgramme(table, fixture.programmeId);
  if (programme?.state !== 'open') throw new Error('the programme is not open');
  const later = '2023-11-15T17:00:00.000Z';
  // As when the process ends right after the extension: the visits have not heard of it.
  const act = fixture.act(people.officer);
  must(await saveRecord(table, change(table, act, 'programme.extend', 'programme', programme, { ...programme, assessmentDueAt: later })));
  expect(must(await save(id, 1, await of.sheet(id))).dueAt).toBe(later);
  const visits = must(await assessmentsOf(table, people.assessor.id, 100)).items;
  expect(visits.at(-1)).toMatchObject({ nominationId: id, dueAt: later });
});
