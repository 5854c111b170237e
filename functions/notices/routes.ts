import { Hono } from 'hono';
import * as z from 'zod/mini';
import { AuthorityId } from '../../shared/ids.ts';
import { ShownNotice } from '../../shared/notices/notice.ts';
import { roles } from '../../shared/people/person.ts';
import { ok } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { answer, body, describe, queryString, type Signed } from '../http/route.ts';
import { inboxOf } from './load-notices.ts';
import { markRead } from './mark-read.ts';
import { noticesOf } from './store.ts';
import { unread } from './unread.ts';

/** The role that somebody works in: each has its own post box. */
const working = { role: z.enum(roles), authorityId: AuthorityId };
const NoticeIds = z.array(z.string().check(z.minLength(1), z.maxLength(160))).check(z.minLength(1), z.maxLength(100));

/** What somebody is told in a role: `/api/notices`. */
export const noticeRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/',
      describe('notice.read', 'My notices in a role, the newest first', pageOf(ShownNotice)),
      queryString(z.strictObject({ ...pageQuery, ...working })),
      async (c) => {
        const { role, authorityId, limit, cursor } = c.req.valid('query');
        const inbox = inboxOf(c.var.actor, role, authorityId);
        return answer(c, inbox.ok ? await noticesOf(deps.table, inbox.value, c.var.actor.id, limit, cursor) : inbox);
      },
    )
    .get(
      '/unread',
      describe('notice.read', 'How many of my newest hundred notices I have not read', z.object({ unread: z.int() })),
      queryString(z.strictObject(working)),
      async (c) => {
        const { role, authorityId } = c.req.valid('query');
        const inbox = inboxOf(c.var.actor, role, authorityId);
        return answer(c, inbox.ok ? await unread(deps, inbox.value, c.var.actor.id) : inbox);
      },
    )
    .post(
      '/reading',
      describe('notice.read', 'Marks notices as read by me; repeating it changes nothing', z.object({ ids: z.array(z.string()) })),
      body(z.strictObject({ ...working, ids: NoticeIds })),
      async (c) => {
        const { role, authorityId, ids } = c.req.valid('json');
        const inbox = inboxOf(c.var.actor, role, authorityId);
        return answer(c, inbox.ok ? ok(await markRead(deps, inbox.value, c.var.actor.id, ids)) : inbox);
      },
    );
