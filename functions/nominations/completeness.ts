import { duplicatesAmong } from '../../shared/merchants/duplicates.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import { missingFrom } from '../../shared/nominations/dossier.ts';
import type { Nomination } from '../../shared/nominations/nomination.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import { isLocated, type Street } from '../../shared/streets/street.ts';
import type { Deps } from '../deps.ts';
import { allMerchantsOf } from '../merchants/store.ts';
import { findProgramme } from '../programmes/store.ts';
import { findStreet } from '../streets/store.ts';

/** What a submission is decided on: everything is loaded once, for the check page and for the submission itself. */
export type Handed = { programme: Programme; street: Street; merchants: Merchant[]; missing: string[] };

/** Loads what belongs to a dossier and says what it still lacks. */
export async function completeness({ table }: Deps, nomination: Nomination): Promise<Handed> {
  const [programme, street, merchants] = await Promise.all([
    findProgramme(table, nomination.programmeId),
    findStreet(table, nomination.streetId),
    allMerchantsOf(table, nomination.streetId),
  ]);
  if (!programme || !street) throw new Error(`nomination ${nomination.id} names a programme or street that is gone`);
  const active = merchants.filter((merchant) => merchant.state === 'active');
  const missing = missingFrom({
    merchants: active.length,
    minMerchants: programme.minMerchants,
    contact: nomination.contact,
    located: isLocated(street),
    files: nomination.files,
    undecidedDuplicates: duplicatesAmong(active, street.name).length,
  });
  return { programme, street, merchants: active, missing };
}
