import { changeMerchant } from '../../functions/merchants/change.ts';
import { closeMerchant } from '../../functions/merchants/close.ts';
import { createMerchant } from '../../functions/merchants/create.ts';
import { allMerchantsOf } from '../../functions/merchants/store.ts';
import { MerchantId } from '../../shared/ids.ts';
import type { Merchant, MerchantDetails } from '../../shared/merchants/merchant.ts';
import * as decide from './demo-decisions.ts';
import { completed, dossier, drafted, listed, registered, remarked, type Stage, submitted, withdrawn } from './demo-dossier.ts';
import { idOf, must, type Step, type Then } from './demo-scenario.ts';

/** Names of the two programmes, from which their ids follow. */
export const thisProgramme = 'programme';
export const earlierProgramme = 'earlier programme';

/** The earlier programme is over: a certificate that was corrected, one that was revoked, and a dossier that was never handed in. */
export const earlierDossiers: Step[] = [
  ...dossier(earlierProgramme, 'minh-khai', 'Hoàng Văn Thụ', [
    ...handIn(-396, 'lists/minh-khai_hoang-van-thu.csv'),
    ...assessed(-385, ['thamdinh1'], { unmet: ['C17'] }),
    decide.recommended(-378, true, 'Đạt các tiêu chí bắt buộc và đủ điểm.'),
    decide.approved(-374, '1874/QĐ-UBND'),
    decide.correctionAsked(-366, 'Ghi sai điểm cuối của đoạn tuyến.', { to: 'Nhà hát thành phố' }),
    decide.corrected(-364),
  ]),
  ...dossier(earlierProgramme, 'phan-boi-chau', 'Quang Trung', [
    ...handIn(-395, 'lists/phan-boi-chau_quang-trung.csv'),
    ...assessed(-384, ['thamdinh2']),
    decide.recommended(-377, true, 'Đạt các tiêu chí bắt buộc và đủ điểm.'),
    decide.approved(-374, '1875/QĐ-UBND'),
    decide.revoked(-200, 'Phần lớn hộ kinh doanh đã chuyển đi khi tuyến phố được cải tạo.'),
  ]),
  ...dossier(earlierProgramme, 'quan-toan', 'Hải Triều', [registered(-391), drafted(-390)]),
];

/** The programme that is under way: a street in every state, one ward after the other, and a market beside them. */
export const dossiers: Step[] = [
  // Certified: the model street.
  ...dossier(thisProgramme, 'minh-khai', 'Điện Biên Phủ', [
    ...handIn(-19, 'wards/minh-khai_dien-bien-phu.xlsx'),
    ...assessed(-15, ['thamdinh1', 'thamdinh2'], { unmet: ['C16'], note: 'Vỉa hè trước số 40 đến 52 đang sửa.' }),
    decide.recommended(-12, true, 'Đạt các tiêu chí bắt buộc và đủ điểm, đề nghị cấp giấy chứng nhận.'),
    decide.approved(-9, '2216/QĐ-UBND'),
    consented(-7, 40),
  ]),
  // Withdrawn: a ward chooses one street.
  ...dossier(thisProgramme, 'minh-khai', 'Hoàng Diệu', [
    registered(-19.6),
    drafted(-19.5),
    withdrawn(-18.6, 'Phường chọn tuyến Điện Biên Phủ làm điểm.'),
  ]),
  // Declined: too few shops take cashless payment.
  ...dossier(thisProgramme, 'trai-chuoi', 'Trại Chuối', [
    ...handIn(-18.9, 'wards/trai-chuoi_trai-chuoi.xlsx'),
    ...assessed(-14.8, ['thamdinh2']),
    decide.recommended(-11.5, false, 'Tỷ lệ cơ sở nhận thanh toán không dùng tiền mặt (C01) và cam kết (C08) chưa đạt.'),
    decide.declined(-8.9, 'Chưa đạt tiêu chí bắt buộc C01, C08; phường tiếp tục vận động và đăng ký lại.'),
  ]),
  // The market: certified, and a correction waits for leadership.
  ...dossier(thisProgramme, 'phan-boi-chau', 'Chợ Sắt', [
    ...handIn(-17, 'wards/phan-boi-chau_cho-sat.xlsx', 'market'),
    ...assessed(-12.8, ['thamdinh1'], { unmet: ['C17'] }),
    decide.recommended(-8.5, true, 'Chợ đạt các tiêu chí bắt buộc và đủ điểm.'),
    decide.approved(-5, '2251/QĐ-UBND'),
    decide.correctionAsked(-1.1, 'Bổ sung địa chỉ đầy đủ của chợ.', { address: 'Phố Quang Trung, phường Phan Bội Châu' }),
  ]),
  // Recommended: waits for leadership.
  ...dossier(thisProgramme, 'hoang-van-thu', 'Đinh Tiên Hoàng', [
    ...handIn(-16, 'wards/hoang-van-thu_dinh-tien-hoang.xlsx'),
    ...assessed(-10.8, ['thamdinh2', 'kiemnhiem']),
    decide.recommended(-3.5, true, 'Đạt các tiêu chí bắt buộc và đủ điểm, đề nghị cấp giấy chứng nhận.'),
  ]),
  // Assessed: the second assessor had no network that evening, and the Economics office still has to take note.
  ...dossier(thisProgramme, 'phan-boi-chau', 'Tam Bạc', [
    ...handIn(-14, 'wards/phan-boi-chau_tam-bac.xlsx'),
    decide.assigned(-10, 'thamdinh1', 'thamdinh2'),
    decide.visited(-6.6, 'thamdinh1'),
    decide.handedIn(-6.5, 'thamdinh1'),
    decide.visited(-2.55, 'thamdinh2', { unmet: ['C16'], note: 'Mất sóng cả buổi tối, sáng hôm sau mới gửi được.' }),
    decide.handedIn(-2.05, 'thamdinh2', 10),
  ]),
  // Assessing: one visit handed in (with a code that was pasted over), the other under way.
  ...dossier(thisProgramme, 'ha-ly', 'Hạ Lý', [
    ...handIn(-12, 'wards/ha-ly_ha-ly.csv'),
    decide.assigned(-8.4, 'thamdinh1', 'kiemnhiem', 'thamdinh2'),
    decide.visited(-3.2, 'thamdinh1', { pastedOver: true }),
    decide.handedIn(-3.1, 'thamdinh1'),
    decide.visited(-0.6, 'kiemnhiem', { begun: true }),
  ]),
  // Returned with remarks: the ward has begun to answer them. Two owners share an account.
  ...dossier(thisProgramme, 'so-dau', 'Hồng Bàng', [
    ...handIn(-10, 'lists/so-dau_hong-bang.csv'),
    remarked(-4.6, 'kinhte', {
      field: 'merchants',
      text: 'Hai hộ khác chủ dùng chung một tài khoản Vietcombank: đề nghị phường xác minh.',
    }),
    decide.returned(
      -4.5,
      'Cần xác minh tài khoản dùng chung và bổ sung đoạn tuyến.',
      [
        { field: 'street.to', text: 'Ghi rõ điểm cuối của đoạn tuyến.' },
        { field: 'contact.phone', text: 'Số điện thoại không liên lạc được.' },
      ],
      6,
    ),
    merchant(-2.6, 'new phone', 2, ({ deps, act }, each) =>
      changeMerchant(deps, act, each, { ...typed(each), phone: '0912345610', note: 'Đã xác minh lại' }),
    ),
    merchant(-2.5, 'closed', 12, ({ deps, act }, each) => closeMerchant(deps, act, each, 'Đã trả mặt bằng')),
    entered(-2.4, { name: 'Nhà sách Hồng Bàng', place: '120', owner: 'Đoàn Thu Hà', category: 'Tạp hóa', phone: '0912345611' }),
  ]),
  // Submitted: waits for assessors.
  ...dossier(thisProgramme, 'thuong-ly', 'Bạch Đằng', handIn(-0.9, 'lists/thuong-ly_bach-dang.csv')),
  // A draft that lacks shops: cells to mend, and a shop that may stand in it twice.
  ...dossier(
    thisProgramme,
    'hung-vuong',
    'Hùng Vương',
    [
      listed(-1.9, 'lists/hung-vuong_hung-vuong.csv'),
      drafted(-1.8),
      entered(-1.7, { name: 'Tiệm hoa Phúc', place: '12A', category: 'Dịch vụ', phone: '0963406822' }),
    ],
    'lienphuong',
  ),
  // A complete draft: ready to be handed in.
  ...dossier(thisProgramme, 'quan-toan', 'Quán Toan', [
    listed(-1.6, 'lists/quan-toan_quan-toan.csv'),
    drafted(-1.5),
    completed(-1.4, 'lists/quan-toan_quan-toan.csv'),
  ]),
];

/** List, draft, report and submission, from one morning to the next. */
function handIn(day: number, file: string, kind: 'street' | 'market' = 'street'): Stage[] {
  return [listed(day, file, kind), drafted(day + 0.1), completed(day + 0.2, file), submitted(day + 0.3)];
}

/** Assigned, and a day later each assessor visits and hands in; the first one found what `finding` says. */
function assessed(day: number, logins: string[], finding: decide.Finding = {}): Stage[] {
  return [
    decide.assigned(day, ...logins),
    ...logins.flatMap((login, at) => [
      decide.visited(day + 1 + at / 10, login, at === 0 ? finding : {}),
      decide.handedIn(day + 1.05 + at / 10, login),
    ]),
  ];
}

/** After the certificate the ward asks the shops, and the first ones agree to be listed publicly. */
function consented(day: number, shops: number): Stage {
  return ({ streetId, staff }) => [
    {
      day,
      by: staff,
      what: `consent ${streetId}`,
      play: async ({ deps, act }) => {
        const all = await allMerchantsOf(deps.table, streetId);
        for (const [at, each] of all.slice(0, shops).entries()) {
          const own = { ...act, id: idOf(`consent ${streetId} ${at}`) };
          must(await changeMerchant(deps, own, each, { ...typed(each), listed: true }));
        }
      },
    },
  ];
}

/** The ward enters a shop by hand. */
function entered(day: number, shop: Partial<MerchantDetails> & { name: string; place: string }): Stage {
  return ({ streetId, staff }) => [
    {
      day,
      by: staff,
      what: `shop ${shop.name}`,
      play: async ({ deps, act }) => {
        const id = MerchantId.parse(idOf(`shop ${streetId} ${shop.name}`));
        const details: MerchantDetails = { methods: [], eInvoice: false, commitment: true, outreach: 'visited', listed: false, ...shop };
        must(await createMerchant(deps, act, streetId, id, details));
      },
    },
  ];
}

/** The ward does something with a shop of its list. */
function merchant(
  day: number,
  what: string,
  nth: number,
  play: (then: Then, each: Merchant) => Promise<Parameters<typeof must>[0]>,
): Stage {
  return ({ streetId, staff }) => [
    {
      day,
      by: staff,
      what: `shop ${what} ${streetId}`,
      play: async (then) => {
        const each = (await allMerchantsOf(then.deps.table, streetId)).find((shop) => shop.imported?.row === nth);
        if (!each) throw new Error(`no shop in row ${nth}`);
        must(await play(then, each));
      },
    },
  ];
}

function typed(each: Merchant): MerchantDetails {
  const { name, owner, type, place, residentialGroup, category, taxId, phone, methods, eInvoice, commitment, outreach, listed, note } =
    each;
  const given = { owner, type, residentialGroup, category, taxId, phone, note };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { name, place, methods, eInvoice, commitment, outreach, listed, ...known };
}
