import { v7 as uuidv7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { approve } from '../../../functions/certificates/approve.ts';
import { askToRevoke, confirmRevocation } from '../../../functions/certificates/revoke.ts';
import { decline } from '../../../functions/nominations/decline.ts';
import { submit } from '../../../functions/nominations/submit.ts';
import { decision, recommendation, results } from '../../../functions/office-documents/programme.ts';
import { docx } from '../../../functions/office-documents/word/pack.ts';
import { changeStreet } from '../../../functions/streets/change.ts';
import { findStreet } from '../../../functions/streets/store.ts';
import type { NominationId } from '../../../shared/ids.ts';
import type { NominationIn } from '../../../shared/nominations/nomination.ts';
import { failureOf, must } from '../../support/instance.ts';
import { aFixture } from '../../support/programme-fixture.ts';
import { opened } from './support/read.ts';

let fixture: Awaited<ReturnType<typeof aFixture>>;
afterEach(() => fixture.stop());
const read = async (made: ReturnType<typeof results>) => opened(await docx(must(await made).paper));
const noPersonalData = ({ parts }: { parts: Record<string, string> }) => {
  for (const part of Object.values(parts)) expect(part).not.toMatch(/0904123456|[0-9a-f]{8}-[0-9a-f]{4}-7/);
};

test('a programme in which nothing happened has no paper yet, and says what it waits for', async () => {
  fixture = await aFixture();
  const { deps, officer, leader, programmeId } = fixture;
  expect(failureOf(await recommendation(deps, officer, programmeId))).toEqual({ code: 'document-not-due', document: 'recommendation' });
  expect(failureOf(await decision(deps, leader, programmeId))).toEqual({ code: 'document-not-due', document: 'decision' });
  expect(failureOf(await results(deps, officer, programmeId))).toEqual({ code: 'document-not-due', document: 'results' });
  expect(failureOf(await recommendation(deps, officer, uuidv7() as never))).toMatchObject({ code: 'not-found', what: 'programme' });
  expect(failureOf(await decision(deps, leader, programmeId, [uuidv7() as NominationId]))).toMatchObject({
    code: 'not-found',
    what: 'nomination',
  });
  const against = await fixture.recommended('Cát Bi', false);
  expect(failureOf(await decision(deps, leader, programmeId, [against.id]))).toEqual({ code: 'document-not-due', document: 'decision' });
});

test('the office advises on one street in the text, on several in lists: for and against apart', async () => {
  fixture = await aFixture();
  const { deps, officer, programmeId } = fixture;
  const first = await fixture.recommended('Hoàng Diệu');
  const one = await read(recommendation(deps, officer, programmeId));
  expect(one.paragraphs).toContain(
    'Đề nghị: Công nhận và cấp Giấy chứng nhận tuyến đường thanh toán không dùng tiền mặt năm 2023 đối với Đường Hoàng Diệu, đoạn từ số 1 đến số 9, phường Minh Khai. Lý do: Đạt.',
  );
  expect(one.text).not.toContain('Phụ lục');

  await fixture.recommended('Lạch Tray');
  await fixture.recommended('Cát Bi', false);
  const several = await read(recommendation(deps, officer, programmeId));
  for (const output of [
    'Phụ lục I',
    'Phụ lục II',
    '1. Đủ điều kiện đề nghị công nhận: 02 tuyến đường (Phụ lục I).',
    '2. Chưa đề nghị công nhận: 01 tuyến đường (Phụ lục II).',
  ])
    expect(several.paragraphs).toContain(output);
  const annex = several.paragraphs.indexOf('Phụ lục II');
  expect(several.paragraphs.indexOf('Đường Lạch Tray')).toBeLessThan(annex);
  expect(several.paragraphs.indexOf('Đường Cát Bi')).toBeGreaterThan(annex);
  expect((await read(recommendation(deps, officer, programmeId, [first.id]))).text).toBe(one.text);
  noPersonalData(several);
});

test('a decision is a draft until it is taken; then it bears number, date and the numbers of the certificates, as of that day', async () => {
  fixture = await aFixture();
  const { deps, act, ward, secondLeader, officer, programmeId } = fixture;
  const waiting = [await fixture.recommended('Hoàng Diệu'), await fixture.recommended('Lạch Tray')];
  const draft = await read(decision(deps, officer, programmeId));
  expect(draft.paragraphs).toContain('DỰ THẢO');
  expect(draft.text).toContain(`Số:${'\u00a0'.repeat(6)}/QĐ-UBND`);
  expect(draft.paragraphs).toContain('Điểm thẩm định');

  const decided = { number: '2345/QĐ-UBND', date: '2023-11-05' };
  must(await approve(deps, act(secondLeader), waiting, decided));
  const street = await findStreet(deps.table, waiting[0]?.streetId as never);
  if (!street) throw new Error('the street is gone');
  must(await changeStreet(deps, act(ward), street, { kind: 'street', name: 'Tên Mới' }));

  const taken = await read(decision(deps, secondLeader, programmeId));
  for (const output of [
    'Số: 2345/QĐ-UBND',
    'Hồng Bàng, ngày 05 tháng 11 năm 2023',
    '(Kèm theo Quyết định số 2345/QĐ-UBND ngày 05 tháng 11 năm 2023 của Ủy ban nhân dân quận Hồng Bàng)',
    'Điều 1. Công nhận và cấp Giấy chứng nhận tuyến đường thanh toán không dùng tiền mặt năm 2023 cho 02 tuyến đường (có danh sách kèm theo).',
    'Theo đề nghị của Trưởng phòng Kinh tế tại Tờ trình số ……/TTr-KT ngày …… tháng …… năm 2023.',
    'Đường Hoàng Diệu',
    '01/GCN-UBND',
    '02/GCN-UBND',
    'Nguyễn Thị Hồng Ánh',
    '- UBND thành phố Hải Phòng (để báo cáo);',
  ])
    expect(taken.paragraphs).toContain(output);
  expect(taken.text).not.toMatch(/DỰ THẢO|Tên Mới/);

  // A later decision has a paper of its own; the first is had by naming its streets.
  fixture.clock.at = new Date('2023-11-08T02:00:00.000Z');
  must(
    await approve(deps, act(secondLeader), [await fixture.recommended('Cầu Đất')], {
      number: '2400/QĐ-UBND',
      date: '2023-11-08',
    }),
  );
  const later = await read(decision(deps, secondLeader, programmeId));
  expect(later.paragraphs).toContain('Số: 2400/QĐ-UBND');
  expect(later.text).not.toContain('Hoàng Diệu');
  expect(
    (
      await read(
        decision(
          deps,
          secondLeader,
          programmeId,
          waiting.map(({ id }) => id),
        ),
      )
    ).text,
  ).toBe(taken.text);
});

test('the report on a programme counts every ward, also one that put nothing forward, and lists what was decided', async () => {
  fixture = await aFixture();
  const { deps, act, ward, leader, secondLeader, programmeId } = fixture;
  must(await submit(deps, act(ward), await fixture.completeDossier()));
  const [granted] = must(await approve(deps, act(secondLeader), [await fixture.recommended('Hoàng Diệu')], {}));
  must(await decline(deps, act(leader), await fixture.recommended('Cát Bi', false), 'Chưa đủ điểm'));
  const report = await read(results(deps, leader, programmeId));
  const row = (name: string) => report.paragraphs.slice(report.paragraphs.indexOf(name), report.paragraphs.indexOf(name) + 8);
  expect(row('Phường Hạ Lý')).toEqual(['Phường Hạ Lý', '0', '0', '0', '0', '0', '0', '–']);
  expect(row('Phường Minh Khai')).toEqual(['Phường Minh Khai', '3', '3', '2', '1', '1', '27', '96,3%']);
  expect(row('Tổng cộng')).toEqual(['Tổng cộng', '3', '3', '2', '1', '1', '27', '96,3%']);
  for (const output of [
    'Kính gửi: Ủy ban nhân dân thành phố Hải Phòng.',
    'Phường, xã chưa đăng ký: Phường Hạ Lý.',
    'DANH SÁCH TUYẾN ĐƯỜNG, CHỢ ĐƯỢC CÔNG NHẬN NĂM 2023',
    'DANH SÁCH TUYẾN ĐƯỜNG, CHỢ KHÔNG ĐƯỢC CÔNG NHẬN NĂM 2023',
    '01/GCN-UBND',
    'Chưa đủ điểm',
  ])
    expect(report.paragraphs).toContain(output);
  noPersonalData(report);

  const asked = must(await askToRevoke(deps, act(leader), granted as NominationIn<'certified'>, 'Không còn đạt'));
  must(await confirmRevocation(deps, act(secondLeader), asked));
  const after = await read(results(deps, leader, programmeId));
  expect(after.text).toContain('đã thu hồi 01 Giấy chứng nhận');
  expect(after.text).not.toContain('01/GCN-UBND');
});
