import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { sha256 } from '../../functions/data/audit.ts';
import { blobKey } from '../../functions/data/blobs.ts';
import { creation, save } from '../../functions/data/save.ts';
import { createMerchant } from '../../functions/merchants/create.ts';
import { draft } from '../../functions/nominations/draft.ts';
import { edit } from '../../functions/nominations/edit.ts';
import { createProgramme } from '../../functions/programmes/create.ts';
import { open } from '../../functions/programmes/open.ts';
import { createStreet } from '../../functions/streets/create.ts';
import type { Checklist } from '../../shared/criteria/checklist.ts';
import { defaultChecklist } from '../../shared/criteria/default-checklist.ts';
import { AuthorityId, MerchantId, NominationId, ProgrammeId, Sha256, StreetId } from '../../shared/ids.ts';
import type { Nomination, NominationIn } from '../../shared/nominations/nomination.ts';
import type { ProgrammeDetails } from '../../shared/programmes/programme.ts';
import { noFigures, type StreetDetails } from '../../shared/streets/street.ts';
import { anInstance, holding, must } from './instance.ts';

const id = (text: string): AuthorityId => AuthorityId.parse(text);
const units = [
  { id: id('hai-phong'), above: [], code: '31', level: 'city' as const, name: 'Thành phố Hải Phòng', validFrom: '2004-01-01' },
  {
    id: id('hong-bang'),
    above: [id('hai-phong')],
    code: '303',
    level: 'district' as const,
    name: 'Quận Hồng Bàng',
    parentId: id('hai-phong'),
    validFrom: '2004-01-01',
    validUntil: '2025-06-30',
  },
  {
    id: id('minh-khai'),
    above: [id('hong-bang'), id('hai-phong')],
    code: '11311',
    level: 'ward' as const,
    name: 'Phường Minh Khai',
    parentId: id('hong-bang'),
    validFrom: '2004-01-01',
    validUntil: '2025-06-30',
  },
  {
    id: id('ha-ly'),
    above: [id('hong-bang'), id('hai-phong')],
    code: '11308',
    level: 'ward' as const,
    name: 'Phường Hạ Lý',
    parentId: id('hong-bang'),
    validFrom: '2004-01-01',
    validUntil: '2024-12-31',
  },
];

/** A checklist of two questions without evidence: the first is mandatory, and 60 of the 80 points that pass. */
export const twoQuestions: Checklist = {
  passScore: 80,
  criteria: ['C01', 'C02'].map((code, index) => ({
    code,
    vi: `Câu hỏi ${code}`,
    en: `Question ${code}`,
    appliesTo: ['street', 'market'],
    weight: index === 0 ? 60 : 40,
    mandatory: index === 0,
    measure: { kind: 'yesNo' },
    of: 'street',
    evidence: [],
    basis: 'proposal',
    source: null,
  })),
};

/** Hồng Bàng in October 2023: two wards, people in every role, and the open programme of that year with two merchants a street at least. */
export async function aFixture(of: { checklist?: Checklist; dataDir?: string; quota?: ProgrammeDetails['quota'] } = {}) {
  const { checklist = defaultChecklist, dataDir, quota = { street: 1, market: 1 } } = of;
  const instance = await anInstance(undefined, dataDir);
  const { deps, act } = instance;
  const ward = await instance.person('Cán bộ Minh Khai', holding('ward', 'minh-khai'));
  const otherWard = await instance.person('Cán bộ Hạ Lý', holding('ward', 'ha-ly'));
  const officer = await instance.person('Phòng Kinh tế', holding('officer', 'hong-bang'));
  const assessor = await instance.person('Tổ thẩm định', holding('assessor', 'hong-bang'));
  const leader = await instance.person('Chủ tịch', holding('leader', 'hong-bang'));
  const secondLeader = await instance.person('Phó Chủ tịch', holding('leader', 'hong-bang'));
  for (const unit of units) must(await save(deps.table, creation(deps.table, act(leader), 'authority.create', 'authority', unit)));

  const programmeId = ProgrammeId.parse(uuidv7());
  const details: ProgrammeDetails = {
    name: 'Kế hoạch 274',
    year: 2023,
    legalBasis: [],
    advisingAuthorityId: id('hong-bang'),
    issuingAuthorityId: id('hong-bang'),
    wardIds: [id('minh-khai'), id('ha-ly')],
    registrationOpensAt: '2023-10-13T17:00:00.000Z',
    registrationClosesAt: '2023-10-31T17:00:00.000Z',
    assessmentDueAt: '2023-11-09T17:00:00.000Z',
    ceremonyAt: '2023-12-01T02:00:00.000Z',
    syncGraceHours: 24,
    quota,
    minMerchants: 2,
    checklist,
    certificate: {
      numberTemplate: '{n}/GCN-UBND',
      authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
      placeOfIssue: 'Hồng Bàng',
      signatory: { capacity: 'chairman', name: 'Nguyễn Thị Hồng Ánh' },
    },
  };
  const made = must(await createProgramme(deps, act(officer, programmeId), programmeId, details));
  must(await open(deps, act(officer), { id: programmeId, version: made.version }));

  return {
    ...instance,
    ward,
    otherWard,
    officer,
    assessor,
    leader,
    secondLeader,
    programmeId,
    /** A dossier of Minh Khai with everything it needs to be submitted. */
    async completeDossier(
      street: StreetDetails = { kind: 'street', name: 'Điện Biên Phủ', from: 'số 1', to: 'số 99' },
      merchants = 2,
    ): Promise<Nomination> {
      const streetId = StreetId.parse(uuidv7());
      must(await createStreet(deps, act(ward, streetId), streetId, id('minh-khai'), street));
      for (let n = 1; n <= merchants; n++) {
        const merchantId = MerchantId.parse(uuidv7());
        const method = { method: 'QR_VIETQR_ACCOUNT' as const, bankBin: '970436', account: String(Math.floor(Math.random() * 1e12)) };
        must(
          await createMerchant(deps, act(ward, merchantId), streetId, merchantId, {
            name: `Phở ${n}`,
            place: String(n),
            methods: [method],
            eInvoice: true,
            commitment: true,
            outreach: 'equipped',
            listed: false,
          }),
        );
      }
      const report = Buffer.from(`%PDF-1.4 ${streetId}`);
      const sha = Sha256.parse(sha256(report));
      await instance.blobs.putOnce(blobKey.upload(sha), report, 'application/pdf');
      const nominationId = NominationId.parse(uuidv7());
      const begun = must(await draft(deps, act(ward, nominationId), nominationId, { programmeId, streetId }));
      const file = {
        sha256: sha,
        name: 'bao-cao.pdf',
        contentType: 'application/pdf',
        size: report.length,
        purpose: 'ward-report' as const,
      };
      return must(await edit(deps, act(ward), begun, { contact: { name: 'Lan', phone: '0904123456' }, files: [file] }));
    },
    /** A nomination that waits for leadership, stored as such: its figures are invented, its street is real. */
    async recommended(name = 'Hoàng Diệu', inFavour = true): Promise<NominationIn<'recommended'>> {
      const street = must(
        await save(
          deps.table,
          creation(deps.table, act(ward), 'street.create', 'street', {
            id: StreetId.parse(uuidv7()),
            wardId: id('minh-khai'),
            above: [id('hong-bang'), id('hai-phong')],
            kind: 'street',
            name,
            from: 'số 1',
            to: 'số 9',
            figures: noFigures(),
            createdAt: deps.now().toISOString(),
          }),
        ),
      );
      const at = deps.now().toISOString();
      const figures = { ...noFigures(), merchants: 25, cashless: 24 };
      const nomination = creation(deps.table, act(officer), 'nomination.recommend', 'nomination', {
        id: NominationId.parse(uuidv7()),
        state: 'recommended',
        programmeId,
        streetId: street.id,
        wardId: id('minh-khai'),
        wardName: 'Phường Minh Khai',
        streetName: name,
        kind: 'street',
        above: street.above,
        advisingAuthorityId: id('hong-bang'),
        issuingAuthorityId: id('hong-bang'),
        files: [],
        round: 1,
        extended: {},
        createdAt: at,
        updatedAt: at,
        submission: { submittedAt: at, by: ward.id, onTime: true, located: true, figures, snapshot: Sha256.parse('0'.repeat(64)) },
        assignment: {
          assessors: [assessor.id],
          completed: [assessor.id],
          seed: randomBytes(16).toString('hex'),
          drawnAt: at,
          sampleSize: 5,
        },
        outcome: { score: 92, passed: inFavour, unmet: [], spread: 0, flagged: false, lateToAcknowledge: 0 },
        recommendation: { inFavour, reason: 'Đạt', by: officer.id, at },
      });
      return must(await save(deps.table, nomination)) as NominationIn<'recommended'>;
    },
  };
}
