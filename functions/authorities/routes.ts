import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Authority, AuthorityDetails, existsOn } from '../../shared/authorities/authority.ts';
import { ActionId, AuthorityId, Day, line } from '../../shared/ids.ts';
import { may } from '../../shared/people/policy.ts';
import { fail, ok } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { changeAuthority } from './change.ts';
import { createAuthority } from './create.ts';
import { findAuthority, unitsBelow } from './store.ts';

const ById = z.strictObject({ id: AuthorityId });
const NewAuthority = z.strictObject({ actionId: ActionId, id: AuthorityId, details: AuthorityDetails });
const ChangedAuthority = z.strictObject({
  actionId: ActionId,
  version: z.int(),
  name: line(120, 'Full name of the unit'),
  validUntil: z.optional(Day),
});
const BelowQuery = z.strictObject({ ...pageQuery, on: z.optional(Day.check(z.describe('Only units that exist on this day'))) });

export const authorityRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post('/', describe('authority.write', 'Enters a unit', { 201: Authority }), body(NewAuthority), async (c) => {
      const { id, actionId, details } = c.req.valid('json');
      return answer(c, await createAuthority(deps, actOf(c, actionId), id, details));
    })
    .get('/:id', describe('authority.read', 'One unit', Authority), path(ById), async (c) => {
      const allowed = may(c.var.actor, 'authority.read', {});
      const { id } = c.req.valid('param');
      const found = allowed.ok ? await findAuthority(deps.table, id) : undefined;
      return answer(c, !allowed.ok ? allowed : found ? ok(found) : fail({ code: 'not-found', what: 'authority', id }));
    })
    .put(
      '/:id',
      describe('authority.write', 'Corrects a name or ends the validity of a unit', Authority),
      path(ById),
      body(ChangedAuthority),
      async (c) => {
        const { actionId, version, ...next } = c.req.valid('json');
        return answer(c, await changeAuthority(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, next));
      },
    )
    .get(
      '/:id/units',
      describe('authority.read', 'Units directly below', pageOf(Authority)),
      path(ById),
      queryString(BelowQuery),
      async (c) => {
        const { on, limit, cursor } = c.req.valid('query');
        const allowed = may(c.var.actor, 'authority.read', {});
        if (!allowed.ok) return answer(c, allowed);
        const page = await unitsBelow(deps.table, c.req.valid('param').id, limit, cursor);
        return answer(c, page.ok && on ? ok({ ...page.value, items: page.value.items.filter((unit) => existsOn(unit, on)) }) : page);
      },
    );
