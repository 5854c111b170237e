import { Hono } from 'hono';
import * as z from 'zod/mini';
import { AuthorityId, ImportId, StreetId } from '../../shared/ids.ts';
import { Import, ImportPlan } from '../../shared/merchants/import.ts';
import type { Deps } from '../deps.ts';
import { actOf, answer, body, describe, path, type Signed } from '../http/route.ts';
import { commit, continueImport, readImport } from './commit.ts';
import { ImportPreview, PreviewRequest, preview } from './preview.ts';

const NewImport = z.strictObject({ id: ImportId.check(z.regex(/^.{14}7/)), plan: ImportPlan });
const OnStreet = z.strictObject({ streetId: StreetId });
const ById = z.strictObject({ streetId: StreetId, importId: ImportId });

/** Previews of lists, under /api/wards. */
export const previewRoutes = (deps: Deps) =>
  new Hono<Signed>().post(
    '/:wardId/imports/preview',
    describe('import.preview', 'Reads a list as an import would; writes nothing', ImportPreview),
    path(z.strictObject({ wardId: AuthorityId })),
    body(PreviewRequest),
    async (c) => answer(c, await preview(deps, c.var.actor, c.req.valid('param').wardId, c.req.valid('json'))),
  );

/** Imports into a street, under /api/streets. */
export const importRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post(
      '/:streetId/imports',
      describe('import.write', 'Imports a list into a street', { 201: Import }),
      path(OnStreet),
      body(NewImport),
      async (c) => {
        const { id, plan } = c.req.valid('json');
        return answer(c, await commit(deps, actOf(c, id), c.req.valid('param').streetId, id, plan));
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
