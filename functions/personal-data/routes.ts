import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ActionId, AuthorityId, line, MerchantId, PersonId, StreetId } from '../../shared/ids.ts';
import { ShownMerchant } from '../../shared/merchants/masked-account.ts';
import { Person } from '../../shared/people/person.ts';
import { PersonalExport, PersonalFile } from '../../shared/personal-data/personal-data.ts';
import type { Deps } from '../deps.ts';
import { actOf, answer, body, describe, path, type Signed } from '../http/route.ts';
import { eraseMerchant } from './erase-merchant.ts';
import { erasePerson } from './erase-person.ts';
import { exportMerchant } from './export-merchant.ts';
import { exportPerson } from './export-person.ts';
import { find } from './find.ts';

const OfMerchant = z.strictObject({ streetId: StreetId, merchantId: MerchantId });
const OfPerson = z.strictObject({ id: PersonId });
const Reasoned = z.strictObject({
  actionId: ActionId,
  version: z.int(),
  reason: line(300, 'Why: the request of the person, its date and number'),
});
const Sought = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('phone'), value: z.string().check(z.regex(/^0\d{9,10}$/)) }),
  z.strictObject({ by: z.literal('taxId'), value: z.string().check(z.regex(/^(\d{10}|\d{10}-\d{3}|\d{12})$/)) }),
  z.strictObject({
    by: z.literal('account'),
    value: z.string().check(z.regex(/^[A-Za-z0-9]{1,19}$/)),
    bankBin: z.string().check(z.regex(/^\d{6}$/)),
  }),
  z.strictObject({ by: z.literal('name'), value: line(80, 'Beginning of the name on the sign') }),
]);
const Search = z.strictObject({ authorityId: AuthorityId, sought: Sought });
const Found = z.object({ items: z.array(ShownMerchant) });
const Erased = z.object({ merchant: ShownMerchant, kept: z.array(PersonalFile) });

/** At /api/personal-data. What is searched for stands in the body: an address would stand in every log. */
export const personalDataRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .post('/search', describe('personalData.find', 'Merchants behind which somebody stands', Found), body(Search), async (c) => {
      const { authorityId, sought } = c.req.valid('json');
      return answer(c, await find(deps, c.var.actor, authorityId, sought));
    })
    .post(
      '/merchants/:streetId/:merchantId/export',
      describe('personalData.export', 'Everything stored about the owner of a merchant', PersonalExport),
      path(OfMerchant),
      body(Reasoned),
      async (c) => {
        const { actionId, version, reason } = c.req.valid('json');
        const { streetId, merchantId: id } = c.req.valid('param');
        return answer(c, await exportMerchant(deps, actOf(c, actionId), { streetId, id, version }, reason));
      },
    )
    .post(
      '/merchants/:streetId/:merchantId/erasure',
      describe('personalData.erase', 'Erases what is stored about the owner of a merchant', Erased),
      path(OfMerchant),
      body(Reasoned),
      async (c) => {
        const { actionId, version, reason } = c.req.valid('json');
        const { streetId, merchantId: id } = c.req.valid('param');
        return answer(c, await eraseMerchant(deps, actOf(c, actionId), { streetId, id, version }, reason));
      },
    )
    .post(
      '/people/:id/export',
      describe('personalData.export', 'Everything stored about a member of staff', PersonalExport),
      path(OfPerson),
      body(Reasoned),
      async (c) => {
        const { actionId, version, reason } = c.req.valid('json');
        return answer(c, await exportPerson(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, reason));
      },
    )
    .post(
      '/people/:id/erasure',
      describe('personalData.erase', 'Erases what is stored about a member of staff who was disabled', Person),
      path(OfPerson),
      body(Reasoned),
      async (c) => {
        const { actionId, version, reason } = c.req.valid('json');
        return answer(c, await erasePerson(deps, actOf(c, actionId), { ...c.req.valid('param'), version }, reason));
      },
    );
