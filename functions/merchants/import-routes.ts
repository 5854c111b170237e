import { Hono } from 'hono';
import * as z from 'zod/mini';
import { reasons } from '../../shared/duplicates.ts';
import { AuthorityId, ImportId, StreetId } from '../../shared/ids.ts';
import { Import, ImportPlan, ImportSource, Mapping } from '../../shared/import.ts';
import { MerchantDetails } from '../../shared/merchant.ts';
import type { Deps } from '../deps.ts';
import { actOf, answer, body, describe, path, type Signed } from '../http/route.ts';
import { commit, continueImport, readImport } from './commit.ts';
import { preview } from './preview.ts';

const PreviewRequest = z.strictObject({
  source: ImportSource,
  streetId: z.optional(StreetId),
  sheet: z.optional(z.string().check(z.maxLength(100))),
  mapping: z.optional(Mapping),
});
const Row = z.object({
  row: z.int().check(z.describe('Row of the sheet, counted from 1')),
  street: z.optional(z.string()),
  details: z.optional(MerchantDetails),
  refused: z.optional(z.enum(['no-name', 'no-place'])),
  issues: z.array(z.looseObject({ code: z.string(), severity: z.enum(['error', 'warning']) })),
});
const RowDuplicate = z.object({
  row: z.int(),
  with: z.union([z.object({ row: z.int() }), z.object({ merchantId: z.string(), name: z.string() })]),
  strength: z.enum(['same', 'maybe']),
  because: z.array(z.enum(reasons)),
});
const Preview = z.object({
  sheets: z.array(z.string()),
  reading: z.array(
    z.looseObject({
      sheet: z.string(),
      mapping: Mapping,
      columns: z.array(z.object({ column: z.int(), head: z.string(), samples: z.array(z.string()) })),
      rows: z.array(Row),
      duplicates: z.array(RowDuplicate),
    }),
  ),
});
const NewImport = z.strictObject({ id: ImportId.check(z.regex(/^.{14}7/)), plan: ImportPlan });
const OnStreet = z.strictObject({ streetId: StreetId });
const ById = z.strictObject({ streetId: StreetId, importId: ImportId });

/** Previews of lists, under /api/wards. */
export const previewRoutes = (deps: Deps) =>
  new Hono<Signed>().post(
    '/:wardId/imports/preview',
    describe('import.preview', 'Reads a list as an import would; writes nothing', Preview),
    path(z.strictObject({ wardId: AuthorityId })),
    body(PreviewRequest),
    async (c) => answer(c, await preview(deps, c.var.actor, c.req.valid('param').wardId, c.req.valid('json'))),
  );

/** Imports into a street, under /api/streets. */
export const importRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post(
      '/:streetId/imports',
      describe('import.write', 'Imports a list into a street', Import),
      path(OnStreet),
      body(NewImport),
      async (c) => {
        const { id, plan } = c.req.valid('json');
        return answer(c, await commit(deps, actOf(c, id), c.req.valid('param').streetId, id, plan), 201);
      },
    )
    .get('/:streetId/imports/:importId', describe('import.write', 'How far an import came', Import), path(ById), async (c) => {
      const { streetId, importId } = c.req.valid('param');
      return answer(c, await readImport(deps, c.var.actor, streetId, importId));
    })
    .post(
      '/:streetId/imports/:importId/continuation',
      describe('import.write', 'Goes on with an interrupted import', Import),
      path(ById),
      // Nothing is said but "go on"; a body of its own keeps this route like every other that writes.
      body(z.strictObject({})),
      async (c) => {
        const { streetId, importId } = c.req.valid('param');
        return answer(c, await continueImport(deps, actOf(c, importId), streetId, importId));
      },
    );
