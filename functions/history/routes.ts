import { Hono } from 'hono';
import * as z from 'zod/mini';
import { auditActionCodes } from '../../shared/audit/actions.ts';
import {
  AuthorityId,
  CertificateCode,
  CriteriaSetId,
  Instant,
  MerchantId,
  NominationId,
  PersonId,
  ProgrammeId,
  StreetId,
} from '../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { answer, describe, path, queryString, type Signed } from '../http/route.ts';
import { history } from './history.ts';
import { permissionOf, type Subject } from './subject.ts';

const Change = z.object({ field: z.string(), was: z.optional(z.unknown()), now: z.optional(z.unknown()) });
const Step = z.object({
  version: z.int(),
  action: z.enum(auditActionCodes),
  by: PersonId,
  byName: z.string(),
  at: Instant,
  from: z.string(),
  note: z.optional(z.string()),
  changes: z.array(Change),
  erased: z.array(z.string()).check(z.describe('Fields whose personal values were erased')),
});
export const History = z.extend(pageOf(Step), { intact: z.boolean().check(z.describe('Whether what stands here is what was written')) });

// At most a hundred steps: as many people as one read names.
const page = { ...pageQuery, limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(99)), 50) };
const PageQuery = z.strictObject(page);
const EditionQuery = z.strictObject({ ...page, edition: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(9999)) });
const MerchantQuery = z.strictObject({ ...page, streetId: StreetId });

const described = (type: Subject['type']) => describe(permissionOf[type], `History of a ${type}`, History);

/** At /api/history. */
export const historyRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get('/authority/:id', described('authority'), path(z.strictObject({ id: AuthorityId })), queryString(PageQuery), async (c) => {
      const { limit, cursor } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'authority', ...c.req.valid('param') }, limit, cursor));
    })
    .get('/person/:id', described('person'), path(z.strictObject({ id: PersonId })), queryString(PageQuery), async (c) => {
      const { limit, cursor } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'person', ...c.req.valid('param') }, limit, cursor));
    })
    .get('/programme/:id', described('programme'), path(z.strictObject({ id: ProgrammeId })), queryString(PageQuery), async (c) => {
      const { limit, cursor } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'programme', ...c.req.valid('param') }, limit, cursor));
    })
    .get('/criteria/:id', described('criteria'), path(z.strictObject({ id: CriteriaSetId })), queryString(EditionQuery), async (c) => {
      const { limit, cursor, edition } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'criteria', edition, ...c.req.valid('param') }, limit, cursor));
    })
    .get('/street/:id', described('street'), path(z.strictObject({ id: StreetId })), queryString(PageQuery), async (c) => {
      const { limit, cursor } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'street', ...c.req.valid('param') }, limit, cursor));
    })
    .get('/merchant/:id', described('merchant'), path(z.strictObject({ id: MerchantId })), queryString(MerchantQuery), async (c) => {
      const { limit, cursor, streetId } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'merchant', streetId, ...c.req.valid('param') }, limit, cursor));
    })
    .get('/nomination/:id', described('nomination'), path(z.strictObject({ id: NominationId })), queryString(PageQuery), async (c) => {
      const { limit, cursor } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'nomination', ...c.req.valid('param') }, limit, cursor));
    })
    .get('/certificate/:id', described('certificate'), path(z.strictObject({ id: CertificateCode })), queryString(PageQuery), async (c) => {
      const { limit, cursor } = c.req.valid('query');
      return answer(c, await history(deps, c.var.actor, { type: 'certificate', ...c.req.valid('param') }, limit, cursor));
    });
