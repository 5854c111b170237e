import { Hono } from 'hono';
import * as z from 'zod/mini';
import { CriteriaSet, CriteriaSetDetails } from '../../shared/criteria/criteria-set.ts';
import { ActionId, AuthorityId, CriteriaSetId } from '../../shared/ids.ts';
import { may } from '../../shared/people/policy.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { changeCriteriaSet } from './change.ts';
import { createCriteriaSet } from './create.ts';
import { nextEdition } from './next-edition.ts';
import { publish } from './publish.ts';
import { retire } from './retire.ts';
import { criteriaSetsOf, findCriteriaSet } from './store.ts';

const ById = z.strictObject({ id: CriteriaSetId });
const ByEdition = z.strictObject({ id: CriteriaSetId, edition: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(9999)) });
const moved = { actionId: ActionId, version: z.int() };
const Moved = z.strictObject(moved);
const NewSet = z.strictObject({ id: CriteriaSetId, authorityId: AuthorityId, details: CriteriaSetDetails });
const ChangedSet = z.strictObject({ ...moved, details: CriteriaSetDetails });

/** At /api/criteria-sets. */
export const criteriaRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post('/', describe('criteria.write', 'Begins a set of criteria as a draft', { 201: CriteriaSet }), body(NewSet), async (c) => {
      const { id, authorityId, details } = c.req.valid('json');
      return answer(c, await createCriteriaSet(deps, actOf(c, id), id, authorityId, details));
    })
    .post(
      '/:id/editions',
      describe('criteria.write', 'Begins the next edition as a copy of the newest', { 201: CriteriaSet }),
      path(ById),
      body(z.strictObject({ actionId: ActionId })),
      async (c) => {
        const act = actOf(c, c.req.valid('json').actionId);
        return answer(c, await nextEdition(deps, act, c.req.valid('param').id));
      },
    )
    .get('/:id/editions/:edition', describe('criteria.read', 'One edition of a set', CriteriaSet), path(ByEdition), async (c) => {
      const allowed = may(c.var.actor, 'criteria.read', {});
      const { id, edition } = c.req.valid('param');
      const found = allowed.ok ? await findCriteriaSet(deps.table, id, edition) : undefined;
      return answer(c, !allowed.ok ? allowed : found ? ok(found) : fail({ code: 'not-found', what: 'criteria', id }));
    })
    .put(
      '/:id/editions/:edition',
      describe('criteria.write', 'Changes a draft', CriteriaSet),
      path(ByEdition),
      body(ChangedSet),
      async (c) => {
        const { actionId, version, details } = c.req.valid('json');
        return answer(c, await changeCriteriaSet(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, details));
      },
    )
    .post(
      '/:id/editions/:edition/publication',
      describe('criteria.write', 'Publishes a draft: it never changes again', CriteriaSet),
      path(ByEdition),
      body(Moved),
      async (c) => {
        const { actionId, version } = c.req.valid('json');
        return answer(c, await publish(deps, actOf(c, actionId), { ...c.req.valid('param'), version }));
      },
    )
    .post(
      '/:id/editions/:edition/retirement',
      describe('criteria.write', 'Takes an edition out of the choice', CriteriaSet),
      path(ByEdition),
      body(Moved),
      async (c) => {
        const { actionId, version } = c.req.valid('json');
        return answer(c, await retire(deps, actOf(c, actionId), { ...c.req.valid('param'), version }));
      },
    );

/** At /api/authorities. */
export const authorityCriteriaRoutes = (deps: Deps) =>
  new Hono<Signed>().get(
    '/:id/criteria-sets',
    describe('criteria.read', 'Editions of the sets of an authority, by name', pageOf(CriteriaSet)),
    path(z.strictObject({ id: AuthorityId })),
    queryString(z.strictObject(pageQuery)),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      const allowed = may(c.var.actor, 'criteria.read', {});
      return answer(c, allowed.ok ? await criteriaSetsOf(deps.table, c.req.valid('param').id, limit, cursor) : allowed);
    },
  );
