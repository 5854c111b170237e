import { Merchant } from '../../shared/merchants/merchant.ts';
import { canonical } from '../data/audit.ts';
import { broughtForward, formOf } from '../data/migrations/forward.ts';
import type { Fields, Step } from '../data/migrations/step.ts';

/**
 * The merchants of a submission as the text of a file. The file is named by its hash and never written again, so from the second form on
 * each row says in which form it stands.
 */
export function frozenList(merchants: readonly Merchant[], steps?: readonly Step[]): string {
  const form = formOf('merchant', steps);
  return canonical(form === 1 ? merchants : merchants.map((each) => ({ ...each, schemaVersion: form })));
}

/** The merchants out of such a file, in today's form whenever it was frozen. The bytes stay what they are. */
export const merchantsOfFrozen = (bytes: Uint8Array, steps?: readonly Step[]): Merchant[] =>
  (JSON.parse(Buffer.from(bytes).toString()) as Fields[]).map(({ schemaVersion, ...fields }) =>
    Merchant.parse(broughtForward('merchant', schemaVersion, fields, steps)),
  );
