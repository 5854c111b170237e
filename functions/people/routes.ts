import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ActionId, AuthorityId, PersonId } from '../../shared/ids.ts';
import { Actor, Person, PersonDetails } from '../../shared/people/person.ts';
import { ok } from '../../shared/result.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { changePerson } from './change.ts';
import { createPerson } from './create.ts';
import { disable } from './disable.ts';
import { enable } from './enable.ts';
import { invite } from './invite.ts';
import { peopleOf, personAt } from './store.ts';

const ById = z.strictObject({ id: PersonId });
const Invitation = z.object({ url: z.string(), validUntil: z.string(), password: z.optional(z.string()) });
const InvitedPerson = z.object({ person: Person, invitation: z.optional(Invitation) });
const NewPerson = z.strictObject({ id: PersonId, details: PersonDetails });
const { name, title, roles } = PersonDetails.shape;
const moved = { actionId: ActionId, version: z.int() };
const Moved = z.strictObject(moved);
const ChangedPerson = z.strictObject({ ...moved, name, title, roles });

/** At /api/people. */
export const peopleRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post('/', describe('person.write', 'Enters a person with an account', { 201: InvitedPerson }), body(NewPerson), async (c) => {
      const { id, details } = c.req.valid('json');
      return answer(c, await createPerson(deps, actOf(c, id), id, details));
    })
    .get('/:id', describe('person.read', 'One person', Person), path(ById), async (c) =>
      answer(c, await loadForRead(deps, c.var.actor, 'person.read', personAt(c.req.valid('param')))),
    )
    .put('/:id', describe('person.write', 'Changes name, position and roles', Person), path(ById), body(ChangedPerson), async (c) => {
      const { actionId, version, ...next } = c.req.valid('json');
      return answer(c, await changePerson(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, next));
    })
    .post('/:id/disabling', describe('person.write', "Ends a person's access", Person), path(ById), body(Moved), async (c) => {
      const { actionId, version } = c.req.valid('json');
      return answer(c, await disable(deps, actOf(c, actionId), { ...c.req.valid('param'), version }));
    })
    .post('/:id/enabling', describe('person.write', 'Lets a person in again', Person), path(ById), body(Moved), async (c) => {
      const { actionId, version } = c.req.valid('json');
      return answer(c, await enable(deps, actOf(c, actionId), { ...c.req.valid('param'), version }));
    })
    .post(
      '/:id/invitation',
      describe('person.write', 'A new address for setting the password', InvitedPerson),
      path(ById),
      body(Moved),
      async (c) => {
        const { actionId, version } = c.req.valid('json');
        return answer(c, await invite(deps, actOf(c, actionId), { ...c.req.valid('param'), version }));
      },
    );

/** At /api/authorities. */
export const authorityPeopleRoutes = (deps: Deps) =>
  new Hono<Signed>().get(
    '/:id/people',
    describe('person.list', 'People of an authority, by name', pageOf(Person)),
    path(z.strictObject({ id: AuthorityId })),
    queryString(z.strictObject(pageQuery)),
    async (c) => {
      const { id } = c.req.valid('param');
      const { limit, cursor } = c.req.valid('query');
      const allowed = await loadForRead(deps, c.var.actor, 'person.list', authorityAt({ id }));
      return answer(c, allowed.ok ? await peopleOf(deps.table, id, limit, cursor) : allowed);
    },
  );

/** At /api/me: who is signed in, with their roles. */
export const meRoutes = (_deps: Deps) =>
  new Hono<Signed>().get('/', describe('me.read', 'Who is signed in', Actor), (c) => answer(c, ok(c.var.actor)));
