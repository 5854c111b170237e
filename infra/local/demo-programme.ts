import { defaultChecklist } from '../../shared/criteria/default-checklist.ts';
import { AuthorityId } from '../../shared/ids.ts';
import type { ProgrammeDetails } from '../../shared/programmes/programme.ts';
import { demoUnits } from './demo-fixtures.ts';
import { dayMs, startOfDay } from './demo-scenario.ts';

/** A programme whose timeline lies around a day, so that the demonstration is alive whenever it is loaded. */
export function demoProgramme(now: Date): ProgrammeDetails {
  const start = startOfDay(now).getTime();
  const day = (n: number) => new Date(start + n * dayMs).toISOString();
  return {
    name: 'Tuyến đường thanh toán không dùng tiền mặt quận Hồng Bàng (dữ liệu minh họa)',
    year: now.getUTCFullYear(),
    legalBasis: [
      'Kế hoạch số 271/KH-UBND ngày 09/10/2023 của UBND thành phố',
      'Kế hoạch số 274/KH-UBND ngày 13/10/2023 của UBND quận Hồng Bàng',
    ],
    advisingAuthorityId: AuthorityId.parse('hong-bang'),
    issuingAuthorityId: AuthorityId.parse('hong-bang'),
    wardIds: demoUnits.filter((unit) => unit.details.level === 'ward').map((unit) => unit.id),
    registrationOpensAt: day(-20),
    registrationClosesAt: day(15),
    assessmentDueAt: day(30),
    ceremonyAt: day(45),
    syncGraceHours: 24,
    quota: { street: 1, market: 1 },
    minMerchants: 20,
    checklist: defaultChecklist,
    certificate: {
      numberTemplate: '{n}/GCN-UBND',
      authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
      placeOfIssue: 'Hồng Bàng',
      signatory: { capacity: 'chairman', name: 'Nguyễn Thị Hồng Ánh' },
    },
  };
}
