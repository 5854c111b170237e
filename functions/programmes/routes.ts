import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ActionId, AuthorityId, Instant, line, ProgrammeId } from '../../shared/ids.ts';
import { Nomination } from '../../shared/nominations/nomination.ts';
import { may } from '../../shared/people/policy.ts';
import { Programme, ProgrammeDetails } from '../../shared/programmes/programme.ts';
import { Summary } from '../../shared/programmes/summary.ts';
import type { Command } from '../data/audit.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { board } from './board.ts';
import { changeProgramme } from './change.ts';
import { closeProgramme } from './close.ts';
import { createProgramme } from './create.ts';
import { extendProgramme } from './extend.ts';
import { open } from './open.ts';
import { overview } from './overview.ts';
import { programmeAt, programmesOf } from './store.ts';
import { summary } from './summary.ts';

const ById = z.strictObject({ id: ProgrammeId });
const reason = line(1000, 'Reason, kept in the history');
const moved = { actionId: ActionId, version: z.int(), reason: z.optional(reason) };
const NewProgramme = z.strictObject({ id: ProgrammeId, details: ProgrammeDetails });
const ChangedProgramme = z.strictObject({ ...moved, details: ProgrammeDetails });
const Moved = z.strictObject(moved);
const Extended = z
  .strictObject({ ...moved, reason, registrationClosesAt: z.optional(Instant), assessmentDueAt: z.optional(Instant) })
  .check(z.refine((to) => to.registrationClosesAt !== undefined || to.assessmentDueAt !== undefined));
const PageQuery = z.strictObject(pageQuery);
const ByAuthority = z.strictObject({ id: AuthorityId });
const ProgrammeYear = z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2100), z.describe('Year of the programmes'));

/** At /api/programmes. */
export const programmeRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post('/', describe('programme.write', 'Sets up a programme as a draft', { 201: Programme }), body(NewProgramme), async (c) => {
      const { id, details } = c.req.valid('json');
      return answer(c, await createProgramme(deps, actOf(c, id), id, details));
    })
    .get('/:id', describe('programme.read', 'One programme', Programme), path(ById), async (c) =>
      answer(c, await loadForRead(deps, c.var.actor, 'programme.read', programmeAt(c.req.valid('param')))),
    )
    .put('/:id', describe('programme.write', 'Changes a draft', Programme), path(ById), body(ChangedProgramme), async (c) => {
      const { actionId, version, reason, details } = c.req.valid('json');
      const seen = { ...c.req.valid('param'), version };
      return answer(c, await changeProgramme(deps, because(actOf(c, actionId), reason), seen, details));
    })
    .post('/:id/opening', describe('programme.write', 'Opens a draft to its wards', Programme), path(ById), body(Moved), async (c) => {
      const { actionId, version, reason } = c.req.valid('json');
      const seen = { ...c.req.valid('param'), version };
      return answer(c, await open(deps, because(actOf(c, actionId), reason), seen));
    })
    .post(
      '/:id/extension',
      describe('programme.write', 'Moves deadlines later for all wards', Programme),
      path(ById),
      body(Extended),
      async (c) => {
        const { actionId, version, reason, ...to } = c.req.valid('json');
        const seen = { ...c.req.valid('param'), version };
        return answer(c, await extendProgramme(deps, { ...actOf(c, actionId), note: reason }, seen, to));
      },
    )
    .post('/:id/closing', describe('programme.write', 'Closes a programme', Programme), path(ById), body(Moved), async (c) => {
      const { actionId, version, reason } = c.req.valid('json');
      const seen = { ...c.req.valid('param'), version };
      return answer(c, await closeProgramme(deps, because(actOf(c, actionId), reason), seen));
    })
    .get(
      '/:id/board',
      describe('programme.board', 'All nominations of a programme', pageOf(Nomination)),
      path(ById),
      queryString(PageQuery),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        return answer(c, await board(deps, c.var.actor, c.req.valid('param').id, limit, cursor));
      },
    )
    .get('/:id/summary', describe('programme.board', 'A programme in figures', Summary), path(ById), async (c) =>
      answer(c, await summary(deps, c.var.actor, c.req.valid('param').id)),
    );

/** At /api/authorities. */
export const authorityProgrammeRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/:id/programmes',
      describe('programme.list', 'Programmes that an authority advises, newest first', pageOf(Programme)),
      path(ByAuthority),
      queryString(PageQuery),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        const allowed = may(c.var.actor, 'programme.list', {});
        return answer(c, allowed.ok ? await programmesOf(deps.table, c.req.valid('param').id, limit, cursor) : allowed);
      },
    )
    .get(
      '/:id/overview',
      describe('programme.overview', 'Programmes of a unit and of those below it in figures, for a year', pageOf(Summary)),
      path(ByAuthority),
      queryString(z.strictObject({ ...pageQuery, year: ProgrammeYear })),
      async (c) => {
        const { year, limit, cursor } = c.req.valid('query');
        return answer(c, await overview(deps, c.var.actor, c.req.valid('param').id, year, limit, cursor));
      },
    );

const because = (act: Command, reason: string | undefined): Command => (reason === undefined ? act : { ...act, note: reason });
