import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Assessment, AssessmentSheet, Clocks } from '../../shared/assessments/assessment.ts';
import { ActionId, line, NominationId, PersonId } from '../../shared/ids.ts';
import { may } from '../../shared/people/policy.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { acknowledge } from './acknowledge.ts';
import { complete } from './complete.ts';
import { OfflineBundle, offlineBundle } from './offline-bundle.ts';
import { assessmentsOf } from './store.ts';
import { write } from './write.ts';

const ById = z.strictObject({ id: NominationId });
const version = z.int().check(z.nonnegative());

/** An assessor's own visits: `/api/assessments`. */
export const assessmentRoutes = (deps: Deps) =>
  new Hono<Signed>().get(
    '/',
    describe('assessment.list', 'My visits, the most urgent first', pageOf(Assessment)),
    queryString(z.strictObject(pageQuery)),
    async (c) => {
      const allowed = may(c.var.actor, 'assessment.list', {});
      const { limit, cursor } = c.req.valid('query');
      return answer(c, allowed.ok ? await assessmentsOf(deps.table, c.var.actor.id, limit, cursor) : allowed);
    },
  );

/** Assessing a nomination: `/api/nominations/:id/assessment…`. */
export const ownAssessmentRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get('/:id/assessment', describe('assessment.write', 'My assignment, whole, to take along', OfflineBundle), path(ById), async (c) =>
      answer(c, await offlineBundle(deps, c.var.actor, c.req.valid('param').id)),
    )
    .put(
      '/:id/assessment',
      describe('assessment.write', 'Saves my sheet', Assessment),
      path(ById),
      body(z.strictObject({ actionId: ActionId, version, sheet: AssessmentSheet })),
      async (c) => {
        const { actionId, version: seen, sheet } = c.req.valid('json');
        return answer(c, await write(deps, actOf(c, actionId), c.req.valid('param').id, seen, sheet));
      },
    )
    .post(
      '/:id/assessment/completion',
      describe('assessment.write', 'Hands my assessment in', Assessment),
      path(ById),
      body(
        z.strictObject({ actionId: ActionId, version, completedAt: Clocks.shape.completedAt, clockOffsetMs: Clocks.shape.clockOffsetMs }),
      ),
      async (c) => {
        const { actionId, ...finished } = c.req.valid('json');
        return answer(c, await complete(deps, actOf(c, actionId), c.req.valid('param').id, finished));
      },
    )
    .post(
      '/:id/assessments/:personId/acknowledgement',
      describe('assessment.acknowledge', 'Takes note of a late assessment', Assessment),
      path(z.strictObject({ id: NominationId, personId: PersonId })),
      body(z.strictObject({ actionId: ActionId, note: line(500, 'Why it is accepted') })),
      async (c) => {
        const { id, personId } = c.req.valid('param');
        const { actionId, note } = c.req.valid('json');
        return answer(c, await acknowledge(deps, actOf(c, actionId), id, personId, note));
      },
    );
