import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ActionId, AuthorityId, line, MerchantId, StreetId } from '../../shared/ids.ts';
import { reasons } from '../../shared/merchants/duplicates.ts';
import { EditedMerchant, ShownMerchant } from '../../shared/merchants/masked-account.ts';
import { MerchantDetails, PaymentMethod } from '../../shared/merchants/merchant.ts';
import { ok } from '../../shared/result.ts';
import { loadForRead } from '../data/guard.ts';
import type { Deps } from '../deps.ts';
import { pageOf, pageQuery } from '../http/page.ts';
import { actOf, answer, body, describe, path, queryString, type Signed } from '../http/route.ts';
import { streetAt } from '../streets/store.ts';
import { accountUsers } from './account-users.ts';
import { changeMerchant } from './change.ts';
import { closeMerchant } from './close.ts';
import { createMerchant } from './create.ts';
import { decideDistinct } from './decide-distinct.ts';
import { duplicates } from './duplicates.ts';
import { reopen } from './reopen.ts';
import { reveal } from './reveal.ts';
import { search } from './search.ts';
import { AccountGroup, sharedAccounts } from './shared-accounts.ts';
import { maskedMerchant, shownMerchant, shownPage } from './show.ts';
import { merchantAt, merchantsOf } from './store.ts';

const OnStreet = z.strictObject({ streetId: StreetId });
const ById = z.strictObject({ streetId: StreetId, merchantId: MerchantId });
const NewMerchant = z.strictObject({ id: MerchantId, details: MerchantDetails });
const seen = { actionId: ActionId, version: z.int() };
const ChangedMerchant = z.strictObject({ ...seen, details: EditedMerchant });
const Reasoned = z.strictObject({ ...seen, reason: line(300, 'Why') });
const Reopening = z.strictObject(seen);
const Distinct = z.strictObject({ actionId: ActionId, merchants: z.tuple([MerchantId, MerchantId]) });
const ListQuery = z.strictObject(pageQuery);
const SearchQuery = z.strictObject({
  name: line(80, 'Beginning of the name; marks and case do not matter'),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100)), 50),
  cursor: pageQuery.cursor,
});
const SharedQuery = z.strictObject({
  limit: z._default(
    z.coerce.number().check(z.int(), z.minimum(1), z.maximum(500), z.describe('Entries of the index to look through')),
    500,
  ),
  cursor: pageQuery.cursor,
});
const Revealed = z.object({ version: z.int(), methods: z.array(PaymentMethod) });
const Pairs = z.array(
  z.object({ a: ShownMerchant, b: ShownMerchant, strength: z.enum(['same', 'maybe']), because: z.array(z.enum(reasons)) }),
);

/** Merchants of a street, under /api/streets. Accounts are masked in every answer but that of a reveal. */
export const merchantRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/:streetId/merchants',
      describe('merchant.read', 'Merchants of a street', pageOf(ShownMerchant)),
      path(OnStreet),
      queryString(ListQuery),
      async (c) => {
        const { streetId } = c.req.valid('param');
        const { limit, cursor } = c.req.valid('query');
        const allowed = await loadForRead(deps, c.var.actor, 'merchant.read', streetAt({ id: streetId }));
        return answer(c, allowed.ok ? shownPage(await merchantsOf(deps.table, streetId, limit, cursor)) : allowed);
      },
    )
    .post(
      '/:streetId/merchants',
      describe('merchant.write', 'Enters a merchant', { 201: ShownMerchant }),
      path(OnStreet),
      body(NewMerchant),
      async (c) => {
        const { id, details } = c.req.valid('json');
        const made = await createMerchant(deps, actOf(c, id), c.req.valid('param').streetId, id, details);
        return answer(c, shownMerchant(made));
      },
    )
    .get('/:streetId/merchants/:merchantId', describe('merchant.read', 'One merchant', ShownMerchant), path(ById), async (c) => {
      const { streetId, merchantId } = c.req.valid('param');
      const found = await loadForRead(deps, c.var.actor, 'merchant.read', merchantAt({ streetId, id: merchantId }));
      return answer(c, found.ok ? ok(maskedMerchant(found.value)) : found);
    })
    .put(
      '/:streetId/merchants/:merchantId',
      describe('merchant.write', 'Changes a merchant; masked accounts stay', ShownMerchant),
      path(ById),
      body(ChangedMerchant),
      async (c) => {
        const { actionId, version, details } = c.req.valid('json');
        return answer(c, shownMerchant(await changeMerchant(deps, actOf(c, actionId), seenIn(c.req.valid('param'), version), details)));
      },
    )
    .post(
      '/:streetId/merchants/:merchantId/closing',
      describe('merchant.write', 'Closes a merchant', ShownMerchant),
      path(ById),
      body(Reasoned),
      async (c) => {
        const { actionId, version, reason } = c.req.valid('json');
        return answer(c, shownMerchant(await closeMerchant(deps, actOf(c, actionId), seenIn(c.req.valid('param'), version), reason)));
      },
    )
    .post(
      '/:streetId/merchants/:merchantId/reopening',
      describe('merchant.write', 'Reopens a closed merchant', ShownMerchant),
      path(ById),
      body(Reopening),
      async (c) => {
        const { actionId, version } = c.req.valid('json');
        return answer(c, shownMerchant(await reopen(deps, actOf(c, actionId), seenIn(c.req.valid('param'), version))));
      },
    )
    .post(
      '/:streetId/merchants/:merchantId/account-reveal',
      describe('merchant.reveal', 'Shows the accounts in full, with a reason that is recorded', Revealed),
      path(ById),
      body(Reasoned),
      async (c) => {
        const { actionId, version, reason } = c.req.valid('json');
        return answer(c, await reveal(deps, actOf(c, actionId), seenIn(c.req.valid('param'), version), reason));
      },
    )
    .get(
      '/:streetId/merchants/:merchantId/account-users',
      describe('merchant.read', 'Who else is paid into the same account', pageOf(ShownMerchant)),
      path(ById),
      async (c) => {
        const { streetId, merchantId } = c.req.valid('param');
        return answer(c, shownPage(await accountUsers(deps, c.var.actor, streetId, merchantId)));
      },
    )
    .get('/:streetId/duplicates', describe('merchant.read', 'Suggested duplicates of a street', Pairs), path(OnStreet), async (c) =>
      answer(c, await duplicates(deps, c.var.actor, c.req.valid('param').streetId)),
    )
    .post(
      '/:streetId/duplicates/distinct',
      describe('merchant.write', 'Says that two merchants are no duplicates', ShownMerchant),
      path(OnStreet),
      body(Distinct),
      async (c) => {
        const { actionId, merchants } = c.req.valid('json');
        const decided = await decideDistinct(deps, actOf(c, actionId), c.req.valid('param').streetId, merchants);
        return answer(c, shownMerchant(decided));
      },
    );

const seenIn = ({ streetId, merchantId }: z.infer<typeof ById>, version: number) => ({ streetId, id: merchantId, version });

/** Search over the wards of a unit, under /api/authorities. */
export const merchantSearchRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/:id/merchants',
      describe('merchant.search', 'Merchants of a unit by the beginning of their name', pageOf(ShownMerchant)),
      path(z.strictObject({ id: AuthorityId })),
      queryString(SearchQuery),
      async (c) => {
        const { name, limit, cursor } = c.req.valid('query');
        return answer(c, shownPage(await search(deps, c.var.actor, c.req.valid('param').id, name, limit, cursor)));
      },
    )
    .get(
      '/:id/shared-accounts',
      describe('merchant.search', 'Accounts that several merchants of a unit are paid into', pageOf(AccountGroup)),
      path(z.strictObject({ id: AuthorityId })),
      queryString(SharedQuery),
      async (c) => {
        const { limit, cursor } = c.req.valid('query');
        return answer(c, await sharedAccounts(deps, c.var.actor, c.req.valid('param').id, limit, cursor));
      },
    );
