import type { Assessment } from '../../shared/assessments/assessment.ts';
import type { Sha256 } from '../../shared/ids.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Sample } from '../../shared/nominations/nomination.ts';
import { get } from '../data/read.ts';
import { key, type Table } from '../data/table.ts';
import { findDossier, nominationsOf } from '../nominations/store.ts';

/** A frozen file that names the owner among others: it is evidence of a decision, so it stays as it was handed in. */
export type PersonalTrace = { what: 'frozen-list' | 'imported-list'; sha256: Sha256 };

/** Where else than in the merchant's own record personal data of its owner stand. */
export type Traces = { samples: Sample[]; assessments: Assessment[]; kept: PersonalTrace[] };

/** Every dossier of the merchant's street, looked through: drawn samples, what was scanned in the shop, and the files that were frozen. */
export async function tracesOf(table: Table, merchant: Merchant): Promise<Traces> {
  const traces: Traces = { samples: [], assessments: [], kept: [] };
  let cursor: string | undefined;
  do {
    const page = await nominationsOf(table, merchant.wardId, 100, cursor);
    if (!page.ok) throw new Error('a cursor made here was not understood');
    for (const { id, streetId } of page.value.items) {
      const dossier = streetId === merchant.streetId ? await findDossier(table, id) : undefined;
      if (!dossier) continue;
      const { nomination, samples, assessments } = dossier;
      traces.samples.push(...samples.filter((each) => each.merchants.some(({ merchantId }) => merchantId === merchant.id)));
      traces.assessments.push(...assessments.filter((each) => each.sheet.spotChecks.some((check) => check.merchantId === merchant.id)));
      if (!('submission' in nomination)) continue;
      const { snapshot, before } = nomination.submission;
      for (const sha256 of new Set([...(before ? [before.snapshot] : []), snapshot])) traces.kept.push({ what: 'frozen-list', sha256 });
    }
    cursor = page.value.next;
  } while (cursor !== undefined);
  const source = merchant.imported && (await get(table, 'import', key.import(merchant.streetId, merchant.imported.importId)))?.plan.source;
  if (source) traces.kept.push({ what: 'imported-list', sha256: source.sha256 });
  return traces;
}
