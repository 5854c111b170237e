import { findAuthority } from '../../functions/authorities/store.ts';
import { findCertificate } from '../../functions/certificates/store.ts';
import type { Records } from '../../functions/data/records.ts';
import { findProgramme } from '../../functions/programmes/store.ts';
import { findStreet } from '../../functions/streets/store.ts';
import { AuthorityId } from '../../shared/ids.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { BuiltRecords } from '../functions/data/record-builders.ts';
import type { Situations } from '../functions/http/situations.ts';

/** One record of each kind as the product itself wrote it, to be copied. */
export type Models = Pick<Records, 'programme' | 'authority' | 'street' | 'merchant' | 'assessment' | 'certificate' | 'nomination'> & {
  draft: Nomination;
  certified: NonNullable<Records['street']['certified']>;
};

/** The models from a ward in which everything was done once. */
export async function modelsOf(of: Situations, { certified, shop, assessing }: BuiltRecords): Promise<Models> {
  const { table } = of.town.deps;
  const street = given(await findStreet(table, certified.streetId));
  const merchant: Records['merchant'] = { ...shop };
  delete merchant.imported;
  return {
    programme: given(await findProgramme(table, of.town.programmeId)),
    authority: given(await findAuthority(table, AuthorityId.parse('minh-khai'))),
    street,
    merchant,
    assessment: await of.visitOf(assessing.id),
    certificate: given(await findCertificate(table, certified.certificateCode)),
    nomination: certified,
    draft: await of.complete(),
    certified: given(street.certified),
  };
}

function given<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('what was just made is gone');
  return found;
}
