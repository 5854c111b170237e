import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApi } from '../../../functions/api/api.ts';
import { complete } from '../../../functions/assessments/complete.ts';
import { write } from '../../../functions/assessments/write.ts';
import { changeMerchant } from '../../../functions/merchants/change.ts';
import { allMerchantsOf } from '../../../functions/merchants/store.ts';
import { assign } from '../../../functions/nominations/assign.ts';
import { edit } from '../../../functions/nominations/edit.ts';
import { recommend } from '../../../functions/nominations/recommend.ts';
import { returnToWard } from '../../../functions/nominations/return.ts';
import { findDossier } from '../../../functions/nominations/store.ts';
import { withdraw } from '../../../functions/nominations/withdraw.ts';
import { assessment } from '../../../functions/office-documents/assessment.ts';
import { submission } from '../../../functions/office-documents/submission.ts';
import { docx } from '../../../functions/office-documents/word/pack.ts';
import { createPerson } from '../../../functions/people/create.ts';
import { AuthorityId, type NominationId, PersonId, type StreetId } from '../../../shared/ids.ts';
import { buildVietQr } from '../../../shared/vietqr/build.ts';
import { failureOf, holding, issuer, must } from '../../support/instance.ts';
import { type Situations, situations } from '../http/situations.ts';
import { opened } from './support/read.ts';

let of: Situations;
beforeAll(async () => {
  of = await situations();
});
afterAll(() => of.town.stop());

const ofWard = async (id: NominationId) => opened(await docx(must(await submission(of.town.deps, of.people.ward, id)).paper));
const ofOffice = async (id: NominationId) => opened(await docx(must(await assessment(of.town.deps, of.people.officer, id)).paper));
const personal = { owner: 'Nguyễn Thị Chủ Quán', phone: '0912345678', taxId: '0201234567' };

/** The first merchant of a street gets an owner, a phone, a tax code, and his account typed into his name. */
async function personalDataOn(streetId: StreetId): Promise<string> {
  const { deps, act } = of.town;
  const [merchant] = await allMerchantsOf(deps.table, streetId);
  if (!merchant) throw new Error('a street without merchants');
  const account = merchant.methods[0]?.account ?? '';
  const { place, methods, eInvoice, commitment, outreach, listed } = merchant;
  const details = {
    name: `Phở Hương TK ${account} ĐT ${personal.phone}`,
    place,
    methods,
    eInvoice,
    commitment,
    outreach,
    listed,
    category: 'Ăn uống',
  };
  must(await changeMerchant(deps, act(of.people.ward), merchant, { ...details, ...personal, note: 'Ghi chú nội bộ' }));
  return account;
}

test("a ward's submission puts its street forward, with the merchants it counts and nobody's personal data", async () => {
  const draft = await of.complete();
  const account = await personalDataOn(draft.streetId);
  const { paragraphs, text, parts } = await ofWard(draft.id);
  expect(paragraphs.slice(0, 4)).toEqual(['ỦY BAN NHÂN DÂN', 'PHƯỜNG MINH KHAI', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM']);
  for (const output of [
    'TỜ TRÌNH',
    'Về việc đề nghị thẩm định và công nhận Đường Điện Biên Phủ là tuyến đường thanh toán không dùng tiền mặt năm 2023',
    '- Ủy ban nhân dân quận Hồng Bàng;',
    '- Phòng Kinh tế quận Hồng Bàng.',
    '2. Phạm vi: Đoạn từ số 1 đến số 99.',
    '3. Địa bàn: phường Minh Khai, quận Hồng Bàng, thành phố Hải Phòng.',
    'TM. ỦY BAN NHÂN DÂN',
    'DANH SÁCH CƠ SỞ KINH DOANH TRÊN ĐƯỜNG ĐIỆN BIÊN PHỦ',
    'Danh sách gồm 02 cơ sở kinh doanh.',
    `Phở Hương TK ••••${account.slice(-4)} ĐT ••••5678`,
  ])
    expect(paragraphs).toContain(output);
  // Left open for the clerk, who numbers and dates it.
  expect(text).toContain(`Số:${'\u00a0'.repeat(6)}/TTr-UBND`);
  expect(text).toContain(`Minh Khai, ngày${'\u00a0'.repeat(6)}tháng${'\u00a0'.repeat(6)}năm 2023`);
  for (const hidden of [personal.owner, personal.phone, personal.taxId, account, '0904123456', 'Ghi chú nội bộ'])
    for (const [path, part] of Object.entries(parts)) expect(part.includes(hidden), `${hidden} in ${path}`).toBe(false);
});

test('a draft that lacks something is refused and says what; the report that the paper becomes is not asked for', async () => {
  const { deps, act } = of.town;
  const draft = await of.complete();
  const without = must(await edit(deps, act(of.people.ward), draft, { files: [] }));
  expect(failureOf(await submission(deps, of.people.ward, without.id))).toEqual({ code: 'dossier-incomplete', missing: ['contact'] });
  must(await edit(deps, act(of.people.ward), without, { contact: { name: 'Lan', phone: '0904123456' }, files: [] }));
  expect((await submission(deps, of.people.ward, without.id)).ok).toBe(true);
});

test('what was handed in stays what the paper says, until the dossier is returned; a withdrawn one has none', async () => {
  const { deps, act } = of.town;
  const submitted = await of.submitted();
  const handedIn = await ofWard(submitted.id);
  expect(handedIn.text).toMatch(/Danh sách gồm 02 cơ sở kinh doanh\. Danh sách được khóa cùng hồ sơ điện tử nộp ngày 20\/10\/2023/);
  const remarks = { reason: 'Thiếu', answerBy: '2023-10-30T17:00:00.000Z', comments: [] };
  const returned = must(await returnToWard(deps, act(of.people.officer), submitted, remarks));
  await personalDataOn(submitted.streetId);
  const again = await ofWard(submitted.id);
  expect(again.text).toContain('Phở Hương TK');
  expect(again.text).not.toContain('được khóa');
  expect(handedIn.text).not.toContain('Phở Hương TK');
  must(await withdraw(deps, act(of.people.ward), returned, 'Chọn tuyến khác'));
  expect(failureOf(await submission(deps, of.people.ward, submitted.id))).toMatchObject({ code: 'wrong-state', state: 'withdrawn' });
});

test('a market says its address and its stalls', async () => {
  const market = await of.town.completeDossier({ kind: 'market', name: 'Sắt', address: 'Số 2 Quang Trung' });
  const { paragraphs } = await ofWard(market.id);
  for (const output of [
    'I. CHỢ ĐĂNG KÝ',
    '1. Tên chợ: Chợ Sắt.',
    '2. Địa chỉ: Số 2 Quang Trung.',
    'Ô, quầy',
    'DANH SÁCH CƠ SỞ KINH DOANH TẠI CHỢ SẮT',
  ])
    expect(paragraphs).toContain(output);
});

test('who signs is named where the title says in which capacity', async () => {
  const { deps, act } = of.town;
  const details = {
    name: 'Trần Văn Phó',
    title: 'Phó Trưởng phòng Kinh tế',
    login: 'pho-phong',
    authorityId: AuthorityId.parse('hong-bang'),
  };
  const roles = [holding('officer', 'hong-bang')];
  const id = PersonId.parse(uuidv7());
  must(await createPerson(deps, act(of.people.admin), id, { ...details, roles }));
  const assessed = await of.assessed();
  const actor = { id, name: details.name, roles };
  must(await recommend(deps, act(actor), assessed, { inFavour: true, reason: 'Đạt đủ điểm.' }));
  const { paragraphs } = await ofOffice(assessed.id);
  const at = paragraphs.indexOf('KT. TRƯỞNG PHÒNG');
  expect(paragraphs.slice(at, at + 3)).toEqual(['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG', 'Trần Văn Phó']);
  expect(paragraphs).toContain(
    '4. Kiến nghị: Phòng Kinh tế đề nghị Ủy ban nhân dân quận Hồng Bàng công nhận và cấp Giấy chứng nhận tuyến đường thanh toán không dùng tiền mặt đối với Đường Điện Biên Phủ, phường Minh Khai. Lý do: Đạt đủ điểm./.',
  );
});

test('the report on an assessment says who came, what each criterion gave, and what the spot checks found, without accounts', async () => {
  const { deps, act } = of.town;
  const { assessor, officer, 'assessor who is not assigned': second } = of.people;
  const { id } = must(await assign(deps, act(officer), await of.assessing(), [second.id]));
  expect(failureOf(await assessment(deps, officer, id))).toMatchObject({ code: 'wrong-state', state: 'assessing' });

  const shops = (await findDossier(deps.table, id))?.samples.at(-1)?.merchants ?? [];
  const account = shops[0]?.methods[0]?.account ?? '';
  const stranger = '19036666888899';
  for (const [who, met] of [
    [assessor, true],
    [second, false],
  ] as const) {
    const version = (await findDossier(deps.table, id))?.assessments.find(({ personId }) => personId === who.id)?.version ?? 0;
    const answers = {
      C01: { kind: 'yesNo' as const, met: true, evidence: [] },
      C02: { kind: 'yesNo' as const, met, evidence: [], note: `Đã hỏi chủ số ${account}` },
    };
    const spotChecks = shops.map(({ merchantId }, at) => ({
      merchantId,
      outcome: 'found' as const,
      qrDisplayed: true,
      pricesDisplayed: met,
      payload: must(buildVietQr({ bankBin: '970436', account: at === 0 ? account : stranger })),
      evidence: [],
    }));
    const saved = must(await write(deps, act(who), id, version, { answers, spotChecks, note: `Mã của ${stranger} dán đè` }));
    must(await complete(deps, act(who), id, { version: saved.version, completedAt: '2023-10-20T02:00:00.000Z', clockOffsetMs: 0 }));
  }

  const { paragraphs, text, parts } = await ofOffice(id);
  for (const output of [
    'UBND QUẬN HỒNG BÀNG',
    'PHÒNG KINH TẾ',
    'Kết quả thẩm định tuyến đường thanh toán không dùng tiền mặt đối với Đường Điện Biên Phủ, phường Minh Khai',
    'Kính gửi: Ủy ban nhân dân quận Hồng Bàng.',
    '1. Tổ thẩm định gồm 02 người:',
    '- Ông (bà) Tổ thẩm định 2: hoàn thành phiếu lúc 09 giờ 00, ngày 20/10/2023.',
    'Phát hiện 02 lượt mã QR trả tiền cho người khác; đề nghị xác minh và xử lý.',
    `Ghi chú: Đã hỏi chủ số ••••${account.slice(-4)}`,
    '1. Điểm thẩm định: 80,0/100 (mức đạt: từ 80,0 điểm và đạt mọi tiêu chí bắt buộc), là điểm trung bình của 02 phiếu.',
    '- C02. Câu hỏi C02',
    '3. Kết luận: ĐẠT tiêu chí tuyến đường thanh toán không dùng tiền mặt.',
    'CẢNH BÁO: mã trả tiền cho người khác',
  ])
    expect(paragraphs).toContain(output);
  // Met by one and not by the other counts as not met.
  const row = paragraphs.indexOf('C02');
  expect(paragraphs.slice(row, row + 8)).toEqual([
    'C02',
    'Câu hỏi C02',
    `Ghi chú: Đã hỏi chủ số ••••${account.slice(-4)}`,
    `Ghi chú: Đã hỏi chủ số ••••${account.slice(-4)}`,
    'Có',
    'Có; Không',
    'Chưa đạt',
    '0/40',
  ]);
  expect(text).toContain('Mã của ••••8899 dán đè');
  for (const hidden of [account, stranger]) for (const part of Object.values(parts)) expect(part).not.toContain(hidden);
});

test('a dossier that is not there, a stranger and an assessor get a clear answer', async () => {
  const { deps } = of.town;
  const assessed = await of.assessed();
  expect(failureOf(await submission(deps, of.people.ward, uuidv7() as NominationId))).toMatchObject({ code: 'not-found' });
  expect(failureOf(await submission(deps, of.people['ward next door'], assessed.id))).toMatchObject({ code: 'not-permitted' });
  expect(failureOf(await assessment(deps, of.people.ward, assessed.id))).toMatchObject({ code: 'not-permitted' });
  expect(failureOf(await assessment(deps, of.people.assessor, assessed.id))).toMatchObject({ code: 'not-permitted' });
});

test('over HTTP it is a Word file with both names and nothing cached; what is not due is a problem in the language of the asker', async () => {
  const api = createApi(of.town.deps, {
    checkToken: async (subject) => ({ ok: true, value: { issuer, subject } }),
    log: (line) => console.error(line),
    addressOf: () => '',
    ready: () => true,
  });
  const ask = (path: string, language = 'vi') =>
    api.request(path, { headers: { authorization: `Bearer ${of.people.officer.id}`, 'accept-language': language } });
  const { id } = await of.assessed();
  const file = await ask(`/api/nominations/${id}/documents/assessment`);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'content-disposition': expect.stringMatching(/^attachment; filename=bao-cao-tham-dinh-[a-z-]+[.]docx; filename[*]=UTF-8''B%C3%A1o%20c/),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(opened(new Uint8Array(await file.arrayBuffer())).paragraphs).toContain('BÁO CÁO');

  const early = await ask(`/api/nominations/${(await of.submitted()).id}/documents/assessment`, 'en');
  expect([early.status, await early.json()]).toMatchObject([
    409,
    { code: 'wrong-state', detail: expect.stringContaining('this step needs') },
  ]);
  const unknown = await ask(`/api/programmes/${of.town.programmeId}/documents/recommendation?nominations=all`);
  expect([unknown.status, await unknown.json()]).toMatchObject([422, { code: 'invalid-input', fields: [{ field: 'nominations' }] }]);
  expect((await ask(`/api/nominations/${id}/documents/contract`)).status).toBe(404);
});
