import { Hono } from 'hono';
import * as z from 'zod/mini';
import { Ceremony, CeremonyFile, CeremonyFileKind, CeremonyFileShown, CeremonyOrder, Handover } from '../../shared/ceremony/ceremony.ts';
import { ActionId, Instant, ProgrammeId, Sha256 } from '../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import { actOf, answer, body, describe, path, type Signed } from '../http/route.ts';
import { ask } from './ask.ts';
import { file } from './file.ts';
import { order } from './order.ts';
import { show } from './show.ts';

const version = z.int().check(z.nonnegative(), z.describe('Version of the order that was seen; 0 when there is none yet'));
const ById = path(z.strictObject({ id: ProgrammeId }));
const Shown = z.object({
  programme: z.object({ id: ProgrammeId, name: z.string(), authorityName: z.string(), placeOfIssue: z.string(), ceremonyAt: Instant }),
  version,
  handovers: z.array(Handover),
  files: z.array(CeremonyFileShown),
});

/** The ceremony of a programme: its order, and the files that are made for it: `/api/programmes`. */
export const ceremonyRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/:id/ceremony',
      describe('ceremony.read', 'What is handed over, in which order, and how its files stand', Shown),
      ById,
      async (c) => answer(c, await show(deps, c.var.actor, c.req.valid('param').id)),
    )
    .put(
      '/:id/ceremony',
      describe('ceremony.order', 'Puts the ceremony in order', Ceremony),
      ById,
      body(z.strictObject({ actionId: ActionId, version, order: CeremonyOrder })),
      async (c) => {
        const { actionId, version: seen, order: wanted } = c.req.valid('json');
        return answer(c, await order(deps, actOf(c, actionId), { ...c.req.valid('param'), version: seen }, wanted));
      },
    )
    .post(
      '/:id/ceremony/files',
      describe('ceremony.makeFile', 'Asks for a file of the ceremony as it stands now; it is made in the background', CeremonyFile),
      ById,
      body(z.strictObject({ what: CeremonyFileKind })),
      async (c) => answer(c, await ask(deps, c.var.actor, c.req.valid('param').id, c.req.valid('json').what)),
    )
    .get(
      '/:id/ceremony/files/:fingerprint',
      describe(
        'ceremony.read',
        'How a file stands, with its address once it is there',
        z.object({ file: CeremonyFile, url: z.optional(z.string()) }),
      ),
      path(z.strictObject({ id: ProgrammeId, fingerprint: Sha256 })),
      async (c) => {
        const { id, fingerprint } = c.req.valid('param');
        return answer(c, await file(deps, c.var.actor, id, fingerprint));
      },
    );
