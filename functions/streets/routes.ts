import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ActionId, AuthorityId, StreetId } from '../../shared/ids.ts';
import { Street, StreetDetails } from '../../shared/streets/street.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { changeStreet } from './change.ts';
import { createStreet } from './create.ts';
import { streetAt, streetsOf } from './store.ts';

const ById = z.strictObject({ id: StreetId });
const ByWard = z.strictObject({ wardId: AuthorityId });
const NewStreet = z.strictObject({ id: StreetId, wardId: AuthorityId, details: StreetDetails });
const ChangedStreet = z.strictObject({ actionId: ActionId, version: z.int(), details: StreetDetails });
const ListQuery = z.strictObject(pageQuery);

/** Streets and markets, under /api/streets. */
export const streetRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post('/', describe('street.write', 'Enters a street or market', { 201: Street }), body(NewStreet), async (c) => {
      const { id, wardId, details } = c.req.valid('json');
      return answer(c, await createStreet(deps, actOf(c, id), id, wardId, details));
    })
    .get('/:id', describe('street.read', 'One street or market with its figures', Street), path(ById), async (c) => {
      return answer(c, await loadForRead(deps, c.var.actor, 'street.read', streetAt(c.req.valid('param'))));
    })
    .put('/:id', describe('street.write', 'Corrects a street or market', Street), path(ById), body(ChangedStreet), async (c) => {
      const { actionId, version, details } = c.req.valid('json');
      return answer(c, await changeStreet(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, details));
    });

/** The streets of a ward, under /api/wards. */
export const wardStreetRoutes = (deps: Deps) =>
  new Hono<Signed>().get(
    '/:wardId/streets',
    describe('street.list', 'Streets and markets of a ward, by name', pageOf(Street)),
    path(ByWard),
    queryString(ListQuery),
    async (c) => {
      const { wardId } = c.req.valid('param');
      const { limit, cursor } = c.req.valid('query');
      const allowed = await loadForRead(deps, c.var.actor, 'street.list', authorityAt({ id: wardId }));
      return answer(c, allowed.ok ? await streetsOf(deps.table, wardId, limit, cursor) : allowed);
    },
  );
