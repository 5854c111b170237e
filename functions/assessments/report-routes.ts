import { Hono } from 'hono';
import * as z from 'zod/mini';
import { NominationId, PersonId } from '../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import { answer, describe, path, queryString, type Signed } from '../http/route.ts';
import { assessmentReport } from './report.ts';

/** The record of an assessment as a paper: `/api/nominations/:id/record`. */
export const reportRoutes = (deps: Deps) =>
  new Hono<Signed>().get(
    '/:id/record',
    describe(
      'assessment.read',
      'Address of the record of assessment (biên bản thẩm định) as a PDF: of one person, or of the whole round',
      z.object({ url: z.string() }),
    ),
    path(z.strictObject({ id: NominationId })),
    queryString(z.strictObject({ person: z.optional(PersonId) })),
    async (c) => answer(c, await assessmentReport(deps, c.var.actor, c.req.valid('param').id, c.req.valid('query').person)),
  );
