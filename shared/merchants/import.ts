import * as z from 'zod/mini';
import { AuthorityId, ImportId, Instant, Sha256, StreetId } from '../ids.ts';
import { versioned } from '../record.ts';

/** Column of each field in the sheet, counted from 0, as found or as changed by the person. */
export const Mapping = z.record(z.string().check(z.maxLength(40)), z.int().check(z.minimum(0), z.maximum(200)));

/** Where the rows come from: an uploaded file, or cells pasted from a spreadsheet. */
export const ImportSource = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    sha256: Sha256,
    name: z.string().check(z.minLength(1), z.maxLength(160)),
    sheet: z.optional(z.string().check(z.maxLength(100))),
  }),
  z.strictObject({ kind: z.literal('pasted'), text: z.string().check(z.minLength(1), z.maxLength(2_000_000)) }),
]);
export type ImportSource = z.infer<typeof ImportSource>;

const rowNumber = z.int().check(z.minimum(1), z.maximum(1_100_000));

/** What the person decided after the preview. */
export const ImportPlan = z.strictObject({
  source: ImportSource,
  mapping: z.optional(Mapping),
  /** `all` refuses to write while a row is refused or a cell unread; `good-rows` leaves the refused rows out. */
  rows: z.enum(['all', 'good-rows']),
  leaveOut: z.array(rowNumber).check(z.maxLength(20_000), z.describe('Rows to leave out, for example duplicates')),
  distinct: z.array(rowNumber).check(z.maxLength(20_000), z.describe('Rows of which a person said "not a duplicate"')),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** Where the rows came from, as an import remembers it: cells that were pasted are kept as a file too, so that it can be continued. */
export const StoredSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), sha256: Sha256, name: z.string(), sheet: z.optional(z.string()) }),
  z.strictObject({ kind: z.literal('pasted'), sha256: Sha256 }),
]);
export type StoredSource = z.infer<typeof StoredSource>;

export const StoredPlan = z.extend(ImportPlan, { source: StoredSource });
export type StoredPlan = z.infer<typeof StoredPlan>;

const common = {
  id: ImportId,
  streetId: StreetId,
  wardId: AuthorityId,
  above: z.array(AuthorityId),
  plan: StoredPlan,
  startedAt: Instant,
  total: z.int(),
  written: z.int(),
  lastRow: z.int(),
  ...versioned,
};

/** One import of a list into a street: how far it came, so that an interrupted one is continued and never doubled. */
export const Import = z.discriminatedUnion('state', [
  z.object({ ...common, state: z.literal('running') }),
  z.object({ ...common, state: z.literal('done'), doneAt: Instant }),
]);
export type Import = z.infer<typeof Import>;
