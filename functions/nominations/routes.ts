import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ActionId, AuthorityId, Instant, line, NominationId, PersonId, ProgrammeId, Sha256, StreetId } from '../../shared/ids.ts';
import { AttachedFile, Comment, Contact, FieldComment, Nomination } from '../../shared/nominations/nomination.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { assign } from './assign.ts';
import { Changes, changes } from './changes.ts';
import { check } from './check.ts';
import { comment } from './comment.ts';
import { decline } from './decline.ts';
import { download } from './download.ts';
import { draft } from './draft.ts';
import { edit } from './edit.ts';
import { extendNomination } from './extend.ts';
import { ofWard } from './of-ward.ts';
import { read, ShownDossier } from './read.ts';
import { recommend } from './recommend.ts';
import { returnToWard } from './return.ts';
import { sendBack } from './send-back.ts';
import { submit } from './submit.ts';
import { unassign } from './unassign.ts';
import { withdraw } from './withdraw.ts';

const ById = path(z.strictObject({ id: NominationId }));
/** What every move says: the action's id and the version that was seen. */
const move = { actionId: ActionId, version: z.int().check(z.positive()) };
const reason = line(2000, 'Reason');

/** Drafting, reading and the ward's side of a nomination: `/api/nominations`. */
export const nominationRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post(
      '/',
      describe('nomination.draft', 'Begins a dossier', { 201: Nomination }),
      body(z.strictObject({ id: z.uuidv7(), programmeId: ProgrammeId, streetId: StreetId })),
      async (c) => {
        const { id, ...of } = c.req.valid('json');
        return answer(c, await draft(deps, actOf(c, id), NominationId.parse(id), of));
      },
    )
    .get('/:id', describe('nomination.read', 'A dossier on one page', ShownDossier), ById, async (c) =>
      answer(c, await read(deps, c.var.actor, c.req.valid('param').id)),
    )
    .put(
      '/:id',
      describe('nomination.edit', 'Changes contact and files', Nomination),
      ById,
      body(z.strictObject({ ...move, contact: z.optional(Contact), files: z.array(AttachedFile).check(z.maxLength(40)) })),
      async (c) => {
        const { actionId, version, ...next } = c.req.valid('json');
        return answer(c, await edit(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, next));
      },
    )
    .get(
      '/:id/check',
      describe('nomination.read', 'What the dossier still lacks', z.object({ missing: z.array(z.string()) })),
      ById,
      async (c) => answer(c, await check(deps, c.var.actor, c.req.valid('param').id)),
    )
    .get('/:id/changes', describe('nomination.read', 'What the ward changed after a return', Changes), ById, async (c) =>
      answer(c, await changes(deps, c.var.actor, c.req.valid('param').id)),
    )
    .get(
      '/:id/files/:sha256',
      describe('nomination.read', 'Address of a file of the dossier', z.object({ url: z.string() })),
      path(z.strictObject({ id: NominationId, sha256: Sha256 })),
      async (c) => {
        const { id, sha256 } = c.req.valid('param');
        return answer(c, await download(deps, c.var.actor, id, sha256));
      },
    )
    .post(
      '/:id/comments',
      describe('nomination.comment', 'Pins a remark to a field', { 201: Comment }),
      ById,
      body(z.strictObject({ actionId: ActionId, ...FieldComment.shape })),
      async (c) => {
        const { actionId, ...remark } = c.req.valid('json');
        return answer(c, await comment(deps, actOf(c, actionId), c.req.valid('param').id, remark));
      },
    )
    .post(
      '/:id/submission',
      describe('nomination.submit', 'Hands the dossier in', Nomination),
      ById,
      body(z.strictObject(move)),
      async (c) => {
        const { actionId, version } = c.req.valid('json');
        return answer(c, await submit(deps, actOf(c, actionId), { ...c.req.valid('param'), version }));
      },
    )
    .post(
      '/:id/withdrawal',
      describe('nomination.withdraw', 'Takes the dossier back', Nomination),
      ById,
      body(z.strictObject({ ...move, reason })),
      async (c) => {
        const { actionId, version, reason: why } = c.req.valid('json');
        return answer(c, await withdraw(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, why));
      },
    );

/** What a ward has put forward: `/api/wards`. */
export const wardNominationRoutes = (deps: Deps) =>
  new Hono<Signed>().get(
    '/:wardId/nominations',
    describe('nomination.list', 'What a ward has put forward, newest first', pageOf(Nomination)),
    path(z.strictObject({ wardId: AuthorityId })),
    queryString(z.strictObject(pageQuery)),
    async (c) => {
      const { limit, cursor } = c.req.valid('query');
      return answer(c, await ofWard(deps, c.var.actor, c.req.valid('param').wardId, limit, cursor));
    },
  );

/** The Economics office's and leadership's side: `/api/nominations` as well. */
export const nominationDecisionRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post(
      '/:id/return',
      describe('nomination.return', 'Returns the dossier with remarks', Nomination),
      ById,
      body(z.strictObject({ ...move, reason, answerBy: Instant, comments: z.array(FieldComment).check(z.maxLength(50)) })),
      async (c) => {
        const { actionId, version, ...remarks } = c.req.valid('json');
        return answer(c, await returnToWard(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, remarks));
      },
    )
    .post(
      '/:id/extension',
      describe('nomination.extend', 'Gives this nomination more time', Nomination),
      ById,
      body(z.strictObject({ ...move, reason, registrationClosesAt: z.optional(Instant), assessmentDueAt: z.optional(Instant) })),
      async (c) => {
        const { actionId, version, reason: note, ...until } = c.req.valid('json');
        return answer(c, await extendNomination(deps, { ...actOf(c, actionId), note }, { ...c.req.valid('param'), version }, until));
      },
    )
    .post(
      '/:id/assignment',
      describe('nomination.assign', 'Assigns assessors', Nomination),
      ById,
      body(z.strictObject({ ...move, assessors: z.array(PersonId).check(z.minLength(1), z.maxLength(10)) })),
      async (c) => {
        const { actionId, version, assessors } = c.req.valid('json');
        return answer(c, await assign(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, assessors));
      },
    )
    .post(
      '/:id/unassignment',
      describe('nomination.assign', 'Takes an assessor off', Nomination),
      ById,
      body(z.strictObject({ ...move, assessor: PersonId })),
      async (c) => {
        const { actionId, version, assessor } = c.req.valid('json');
        return answer(c, await unassign(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, assessor));
      },
    )
    .post(
      '/:id/recommendation',
      describe('nomination.recommend', 'Recommends for or against', Nomination),
      ById,
      body(z.strictObject({ ...move, inFavour: z.boolean(), reason })),
      async (c) => {
        const { actionId, version, ...advice } = c.req.valid('json');
        return answer(c, await recommend(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, advice));
      },
    )
    .post(
      '/:id/sending-back',
      describe('nomination.sendBack', 'Sends the recommendation back', Nomination),
      ById,
      body(z.strictObject({ ...move, reason })),
      async (c) => {
        const { actionId, version, reason: note } = c.req.valid('json');
        return answer(c, await sendBack(deps, { ...actOf(c, actionId), note }, { ...c.req.valid('param'), version }));
      },
    )
    .post(
      '/:id/declination',
      describe('nomination.decline', 'Declines', Nomination),
      ById,
      body(z.strictObject({ ...move, reason })),
      async (c) => {
        const { actionId, version, reason: why } = c.req.valid('json');
        return answer(c, await decline(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, why));
      },
    );
