import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Certificate, SignedElsewhere } from '../../shared/certificates/certificate.ts';
import { ActionId, AuthorityId, CertificateCode, Day, line, NominationId, Sha256 } from '../../shared/ids.ts';
import { CorrectedFacts, Nomination } from '../../shared/nominations/nomination.ts';
import { ok } from '../../shared/result.ts';
import { authorityAt } from '../authorities/store.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { approve } from './approve.ts';
import { awaiting } from './awaiting.ts';
import { askToCorrect, confirmCorrection } from './correct.ts';
import { download } from './download.ts';
import { examine } from './examine.ts';
import { retry } from './retry.ts';
import { askToRevoke, confirmRevocation, withdrawRequest } from './revoke.ts';
import { certificateAt, certificatesOf } from './store.ts';
import { substitute } from './substitute.ts';

const version = z.int().check(z.positive());
const move = { actionId: ActionId, version };
const ById = path(z.strictObject({ id: NominationId }));
const Examined = z.pick(SignedElsewhere, { sha256: true, size: true, belonging: true, signedBy: true });
const ByCode = path(z.strictObject({ code: CertificateCode }));
const decision = { number: z.optional(line(60, 'Number of the decision')), date: z.optional(Day) };
const Approval = z.strictObject({
  actionId: ActionId,
  nominations: z.array(z.strictObject({ id: NominationId, version })).check(z.minLength(1), z.maxLength(100)),
  ...decision,
});

// As many as one read brings, and as one decision takes.
const mostAtOnce = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50);

/** What waits, and approving one or many as one decision: `/api/decisions`. */
export const decisionRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/',
      describe('nomination.awaiting', 'What waits for the leadership of an authority, the longest waiting first', pageOf(Nomination)),
      queryString(z.strictObject({ ...pageQuery, limit: mostAtOnce, authorityId: AuthorityId })),
      async (c) => {
        const { authorityId, limit, cursor } = c.req.valid('query');
        return answer(c, await awaiting(deps, c.var.actor, authorityId, limit, cursor));
      },
    )
    .post(
      '/',
      describe('nomination.approve', 'Approves one or many as one decision', z.object({ items: z.array(Nomination) })),
      body(Approval),
      async (c) => {
        const { actionId, nominations, ...decided } = c.req.valid('json');
        const approved = await approve(deps, actOf(c, actionId), nominations, decided);
        return answer(c, approved.ok ? ok({ items: approved.value }) : approved);
      },
    );

/** Corrections and revocations of what was certified: `/api/nominations`. */
export const certifiedRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post(
      '/:id/correction',
      describe('nomination.askToCorrect', 'Asks to correct the certificate', Nomination),
      ById,
      body(z.strictObject({ ...move, reason: line(2000, 'Reason'), facts: CorrectedFacts })),
      async (c) => {
        const { actionId, version: seen, ...ask } = c.req.valid('json');
        return answer(c, await askToCorrect(deps, actOf(c, actionId), { ...c.req.valid('param'), version: seen }, ask));
      },
    )
    .post(
      '/:id/correction/confirmation',
      describe('nomination.confirmCorrection', 'Confirms the correction', Nomination),
      ById,
      body(z.strictObject(move)),
      async (c) => {
        const { actionId, version: seen } = c.req.valid('json');
        return answer(c, await confirmCorrection(deps, actOf(c, actionId), { ...c.req.valid('param'), version: seen }));
      },
    )
    .post(
      '/:id/revocation',
      describe('nomination.askToRevoke', 'Asks to revoke the certificate', Nomination),
      ById,
      body(z.strictObject({ ...move, reason: line(2000, 'Reason') })),
      async (c) => {
        const { actionId, version: seen, reason } = c.req.valid('json');
        return answer(c, await askToRevoke(deps, actOf(c, actionId), { ...c.req.valid('param'), version: seen }, reason));
      },
    )
    .post(
      '/:id/revocation/confirmation',
      describe('nomination.confirmRevocation', 'Confirms the revocation', Nomination),
      ById,
      body(z.strictObject(move)),
      async (c) => {
        const { actionId, version: seen } = c.req.valid('json');
        return answer(c, await confirmRevocation(deps, actOf(c, actionId), { ...c.req.valid('param'), version: seen }));
      },
    )
    .post(
      '/:id/request/dropping',
      describe('nomination.dropRequest', 'Turns a pending request down', Nomination),
      ById,
      body(z.strictObject(move)),
      async (c) => {
        const { actionId, version: seen } = c.req.valid('json');
        return answer(c, await withdrawRequest(deps, actOf(c, actionId), { ...c.req.valid('param'), version: seen }));
      },
    );

/** Certificates for those who work with them: `/api/certificates`. */
export const certificateRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/',
      describe('certificate.list', 'Certificates of an authority and year, by number', pageOf(Certificate)),
      queryString(
        z.strictObject({
          ...pageQuery,
          authorityId: AuthorityId,
          year: z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2100)),
        }),
      ),
      async (c) => {
        const { authorityId, year, limit, cursor } = c.req.valid('query');
        const allowed = await loadForRead(deps, c.var.actor, 'certificate.list', authorityAt({ id: authorityId }));
        return answer(c, allowed.ok ? await certificatesOf(deps.table, authorityId, year, limit, cursor) : allowed);
      },
    )
    .get('/:code', describe('certificate.read', 'One certificate', Certificate), ByCode, async (c) => {
      const { code } = c.req.valid('param');
      return answer(c, await loadForRead(deps, c.var.actor, 'certificate.read', certificateAt({ code })));
    })
    .get(
      '/:code/file',
      describe('certificate.read', 'Address of the PDF; 202 while it is being made', {
        200: z.object({ url: z.string(), sha256: z.string(), state: z.enum(['valid', 'superseded', 'revoked']) }),
        202: 'problem',
      }),
      ByCode,
      async (c) => answer(c, await download(deps, c.var.actor, c.req.valid('param').code)),
    )
    .post(
      '/:code/file/retry',
      describe('certificate.retry', 'Makes the PDF again that could not be made', Certificate),
      ByCode,
      body(z.strictObject({ actionId: ActionId })),
      async (c) => answer(c, await retry(deps, actOf(c, c.req.valid('json').actionId), c.req.valid('param').code)),
    )
    .post(
      '/:code/signed-file/examination',
      describe('certificate.substitute', 'Who signed an uploaded PDF, and how it belongs to the certificate', Examined),
      ByCode,
      body(z.strictObject({ sha256: Sha256 })),
      async (c) => answer(c, await examine(deps, c.var.actor, c.req.valid('param').code, c.req.valid('json').sha256)),
    )
    .post(
      '/:code/signed-file',
      describe('certificate.substitute', 'Hands an uploaded PDF that was signed elsewhere out in place of ours', Certificate),
      ByCode,
      body(z.strictObject({ ...move, sha256: Sha256, name: line(160, 'Name of the file') })),
      async (c) => {
        const { actionId, version: seen, ...file } = c.req.valid('json');
        return answer(c, await substitute(deps, actOf(c, actionId), { ...c.req.valid('param'), version: seen }, file));
      },
    );
