import type { Certificate } from '../../shared/certificate.ts';
import type { Place } from '../../shared/policy.ts';
import type { Table } from '../data/table.ts';
import { findProgramme } from '../programmes/store.ts';

/** Where a certificate stands, as far as permission asks; who advised is read from its programme. */
export async function placeOf(table: Table, certificate: Certificate): Promise<Place> {
  const programme = await findProgramme(table, certificate.programmeId);
  return {
    wardId: certificate.wardId,
    above: certificate.above,
    issuingAuthorityId: certificate.issuingAuthorityId,
    ...(programme && { advisingAuthorityId: programme.advisingAuthorityId }),
  };
}
