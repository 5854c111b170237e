import { v7 as uuidv7 } from 'uuid';
import { createProgramme } from '../../../functions/programmes/create.ts';
import { open } from '../../../functions/programmes/open.ts';
import { defaultChecklist } from '../../../shared/criteria/default-checklist.ts';
import { ProgrammeId } from '../../../shared/ids.ts';
import type { Actor } from '../../../shared/people/person.ts';
import type { Programme, ProgrammeDetails } from '../../../shared/programmes/programme.ts';
import { must } from '../../support/instance.ts';
import { type Fixture, unit } from '../authorities/authority-fixture.ts';

export const newId = (): ProgrammeId => ProgrammeId.parse(uuidv7());

/** Hồng Bàng's round of 2023: registration from 2023-10-13, "before 10/11", ceremony on 2023-11-24. */
export const round2023 = (but: Partial<ProgrammeDetails> = {}): ProgrammeDetails => ({
  name: 'Tuyến phố không dùng tiền mặt quận Hồng Bàng năm 2023',
  year: 2023,
  legalBasis: ['Kế hoạch 274/KH-UBND ngày 13/10/2023'],
  advisingAuthorityId: unit('hong-bang'),
  issuingAuthorityId: unit('hong-bang'),
  wardIds: [unit('minh-khai'), unit('ha-ly')],
  registrationOpensAt: '2023-10-12T17:00:00.000Z',
  registrationClosesAt: '2023-10-31T17:00:00.000Z',
  assessmentDueAt: '2023-11-09T17:00:00.000Z',
  ceremonyAt: '2023-11-24T01:00:00.000Z',
  syncGraceHours: 24,
  quota: { street: 1, market: 1 },
  minMerchants: 20,
  checklist: defaultChecklist,
  certificate: {
    numberTemplate: '{n}/GCN-UBND',
    authorityName: 'Ủy ban nhân dân quận Hồng Bàng',
    placeOfIssue: 'Hồng Bàng',
    signatory: { capacity: 'chairman', name: 'Phạm Văn Ký' },
  },
  ...but,
});

/** A programme that an officer has set up and opened. */
export async function anOpenProgramme(fixture: Fixture, officer: Actor, but: Partial<ProgrammeDetails> = {}): Promise<Programme> {
  const draft = must(await createProgramme(fixture.deps, fixture.act(officer), newId(), round2023(but)));
  return must(await open(fixture.deps, fixture.act(officer), { id: draft.id, version: draft.version }));
}
