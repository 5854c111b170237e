import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionPaper } from '../../../../functions/office-documents/decision-paper.ts';
import type { Advised, Listed } from '../../../../functions/office-documents/listed.ts';
import type { NamedStreet } from '../../../../functions/office-documents/named-street.ts';
import type { NamedDocument } from '../../../../functions/office-documents/office-document.ts';
import { recommendationPaper } from '../../../../functions/office-documents/recommendation-paper.ts';
import { resultsPaper } from '../../../../functions/office-documents/results-paper.ts';
import { submissionPaper } from '../../../../functions/office-documents/submission-paper.ts';
import { officeOf } from '../../../../functions/office-documents/units.ts';
import { docx } from '../../../../functions/office-documents/word/pack.ts';
import { defaultChecklist } from '../../../../shared/criteria/default-checklist.ts';
import type { Merchant } from '../../../../shared/merchants/merchant.ts';
import type { Programme } from '../../../../shared/programmes/programme.ts';
import { noFigures } from '../../../../shared/streets/street.ts';

/** The longest and strangest that the schemas let in, in letters that Times has: names with markup, marks, quotes, and no space at all. */
const strange = [
  'Nhà hàng – Khách sạn “Ẩm thực Hải Phòng & Đất Cảng” <Chi nhánh số 02/2023>, ngõ 14 ngách 5/27 hẻm 3 khu tập thể Nhà máy Cơ khí Duyên Hải cũ',
  "Cửa hàng 'Ỡm Ờ' của ông Y Ngông Niê Kdăm – Đắk Lắk, M’Nông, Ê Đê & con cháu </w:t> ]]> &amp; %s {x}",
  'ƯỢƯỢƯỢẰẰẰỖỖỖ'.repeat(13).slice(0, 155),
  'Ố',
];
const long = (most: number, at = 0): string => strange[at % strange.length]?.repeat(3).slice(0, most).trim() ?? '';
const figures = {
  ...noFigures(),
  merchants: 12_345,
  cashless: 12_344,
  qr: 11_000,
  card: 4,
  wallet: 5000,
  twoMethods: 9,
  commitment: 12_345,
};
const wardName = 'Phường Nguyễn Trãi – Võ Thị Sáu – Trần Nguyên Hãn – Hoàng Văn Thụ';
const place = (at: number): NamedStreet => ({
  kind: at % 3 === 2 ? 'market' : 'street',
  name: at % 3 === 2 ? `Chợ ${long(100, at)}` : `Đường ${long(100, at)}`,
  where: `đoạn từ ${long(110, at)} đến ${long(110, at + 1)}, bên số chẵn`,
  wardName: at % 2 === 0 ? wardName : `Xã ${long(60, at)}`,
  area: 'phường Nguyễn Trãi, thành phố Hải Phòng',
});
const programme = {
  id: 'p',
  state: 'open',
  name: `Kế hoạch ${long(180)}`,
  year: 2025,
  legalBasis: [0, 1, 2, 3].map((at) => `Văn bản số 271/KH-UBND ngày 09/10/2023 về ${long(200, at)}`),
  advisingAuthorityId: 'w',
  issuingAuthorityId: 'w',
  above: ['w', 'c'],
  wardIds: Array.from({ length: 120 }, (_, at) => `w${at}`),
  registrationOpensAt: '2025-07-13T17:00:00.000Z',
  registrationClosesAt: '2025-07-31T17:00:00.000Z',
  assessmentDueAt: '2025-08-09T17:00:00.000Z',
  checklist: defaultChecklist,
  certificate: {
    authorityName: `Ủy ban nhân dân ${wardName.toLocaleLowerCase('vi')}`,
    placeOfIssue: 'Nguyễn Trãi – Võ Thị Sáu – Trần Nguyên Hãn',
    signatory: { capacity: 'vice-chairman', name: 'Công Tằng Tôn Nữ Nguyễn Thị Hồng Ánh Phương Thảo' },
  },
} as unknown as Programme;
const office = officeOf({ level: 'ward', name: wardName });
const at = '2025-08-01T02:00:00.000Z';
const nomination = (n: number, state: Advised['state']): Advised =>
  ({
    id: String(n),
    state,
    kind: place(n).kind,
    wardId: `w${n % 120}`,
    wardName: place(n).wardName,
    updatedAt: at,
    submission: { figures, submittedAt: at },
    outcome: { score: 88.25, passed: n % 4 !== 0, unmet: n % 4 === 0 ? ['C01', 'C02', 'C10'] : [] },
    recommendation: { inFavour: n % 4 !== 0, reason: long(400, n), at },
    ...(state === 'certified' && { certificateCode: `C${n}`, certificateNumber: `${1000 + n}/GCN-UBND`, decision: { at } }),
    ...(state === 'declined' && { declined: { reason: long(400, n), at } }),
  }) as unknown as Advised;
const listed = (many: number, state: Advised['state']): Listed => ({
  programme,
  office,
  above: 'Thành phố Hải Phòng',
  streets: Array.from({ length: many }, (_, n) => ({ nomination: nomination(n, state), place: place(n) })),
});
const merchant = (n: number): Merchant =>
  ({
    name: long(160, n),
    place: long(120, n + 1),
    category: n % 5 === 0 ? long(60, n) : 'Ăn uống',
    methods: [
      { method: 'QR_VIETQR_ACCOUNT', account: '0071000987859' },
      { method: 'CARD_POS' },
      { method: 'EWALLET' },
      { method: 'MOBILE_MONEY' },
      { method: 'OTHER' },
    ],
    commitment: true,
    eInvoice: n % 2 === 0,
  }) as unknown as Merchant;

const decided = [
  ...Array.from({ length: 60 }, (_, n) => nomination(n, 'certified')),
  ...Array.from({ length: 30 }, (_, n) => nomination(n + 60, 'declined')),
];
const papers: NamedDocument[] = [
  submissionPaper({
    programme,
    place: place(2),
    office,
    issuesItself: false,
    contact: { name: long(120, 1), phone: '0904123456' },
    merchants: Array.from({ length: 60 }, (_, n) => merchant(n)),
    figures,
    submitted: { at, round: 12, snapshot: 'a'.repeat(64) },
    signer: { name: long(80, 1), title: 'Phó Chủ tịch' },
    at,
    year: '2025',
  }),
  recommendationPaper({ ...listed(1, 'recommended'), at }),
  recommendationPaper({ ...listed(60, 'recommended'), at, signer: { name: 'Ố', title: 'Trưởng phòng' } }),
  decisionPaper(listed(5, 'recommended')),
  decisionPaper(listed(100, 'certified')),
  resultsPaper({ programme, nominations: decided, units: new Map(), places: (of) => place(Number(of.id)) }),
];

const folder = process.argv[2] ?? '.build/extremes';
mkdirSync(folder, { recursive: true });
for (const [n, { paper }] of papers.entries()) writeFileSync(join(folder, `extreme-${n + 1}.docx`), await docx(paper));
console.log(`${papers.length} papers of extremes in ${folder}`);
