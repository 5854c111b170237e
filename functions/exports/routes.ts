import { create } from 'content-disposition';
import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Failure } from '../../shared/failures/failure.ts';
import { AuthorityId, line, ProgrammeId, StreetId } from '../../shared/ids.ts';
import type { NominationState } from '../../shared/nominations/nomination.ts';
import type { Result } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { languageOf, problem } from '../http/problem.ts';
import { describeFile, path, queryString, type Signed } from '../http/route.ts';
import { programmeBoard } from './board.ts';
import { runningOrder } from './ceremony.ts';
import { yearOfCertificates } from './certificates.ts';
import { csv } from './csv.ts';
import type { ExportTable } from './export-table.ts';
import { foundMerchants, streetMerchants } from './merchants.ts';
import { unitOverview } from './overview.ts';
import { people } from './people.ts';
import { xlsx } from './xlsx.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
export const fileTypes: readonly string[] = ['text/csv', types.xlsx];
export const formatQuery = { format: z._default(z.enum(['xlsx', 'csv']), 'xlsx') };
type Format = keyof typeof types;

const FormatQuery = z.strictObject(formatQuery);
const OfYear = z.coerce.number().check(z.int(), z.minimum(2000), z.maximum(2100));
const ByAuthority = z.strictObject({ id: AuthorityId });
const BoardQuery = z.strictObject({
  ...formatQuery,
  states: z.optional(z.string().check(z.regex(/^[a-z]+(,[a-z]+){0,9}$/), z.describe('States, separated by commas'))),
  wardId: z.optional(AuthorityId),
  kind: z.optional(z.enum(['street', 'market'])),
  name: z.optional(line(80, 'Part of the name of the street or ward; marks and case do not matter')),
});

/** Every table as a file, written while it is read: `/api/exports`. Headings are in the language of the request. */
export const exportRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/streets/:streetId/merchants',
      describeFile('merchant.read', 'Merchants of a street as a file, accounts masked', fileTypes),
      path(z.strictObject({ streetId: StreetId })),
      queryString(FormatQuery),
      async (c) =>
        fileOf(
          deps,
          c,
          c.req.valid('query').format,
          await streetMerchants(deps, c.var.actor, c.req.valid('param').streetId, languageOf(c)),
        ),
    )
    .get(
      '/authorities/:id/merchants',
      describeFile('merchant.search', 'What a search over merchants finds, as a file', fileTypes),
      path(ByAuthority),
      queryString(z.strictObject({ ...formatQuery, name: line(80, 'Beginning of the name; marks and case do not matter') })),
      async (c) => {
        const { format, name } = c.req.valid('query');
        return fileOf(deps, c, format, await foundMerchants(deps, c.var.actor, c.req.valid('param').id, name, languageOf(c)));
      },
    )
    .get(
      '/authorities/:id/people',
      describeFile('person.list', 'People of an authority as a file', fileTypes),
      path(ByAuthority),
      queryString(FormatQuery),
      async (c) => fileOf(deps, c, c.req.valid('query').format, await people(deps, c.var.actor, c.req.valid('param').id, languageOf(c))),
    )
    .get(
      '/authorities/:id/overview',
      describeFile('programme.overview', 'Programmes of a unit and of those below it as a file', fileTypes),
      path(ByAuthority),
      queryString(z.strictObject({ ...formatQuery, year: OfYear })),
      async (c) => {
        const { format, year } = c.req.valid('query');
        return fileOf(deps, c, format, await unitOverview(deps, c.var.actor, c.req.valid('param').id, year, languageOf(c)));
      },
    )
    .get(
      '/programmes/:id/board',
      describeFile('programme.board', 'The board of a programme, or a part of it, as a file', fileTypes),
      path(z.strictObject({ id: ProgrammeId })),
      queryString(BoardQuery),
      async (c) => {
        const { format, states, ...wanted } = c.req.valid('query');
        const of = { ...wanted, states: states?.split(',') as NominationState[] | undefined };
        return fileOf(deps, c, format, await programmeBoard(deps, c.var.actor, c.req.valid('param').id, of, languageOf(c)));
      },
    )
    .get(
      '/programmes/:id/ceremony',
      describeFile('ceremony.read', 'Who receives what at a ceremony, in its order, as a file', fileTypes),
      path(z.strictObject({ id: ProgrammeId })),
      queryString(FormatQuery),
      async (c) =>
        fileOf(deps, c, c.req.valid('query').format, await runningOrder(deps, c.var.actor, c.req.valid('param').id, languageOf(c))),
    )
    .get(
      '/certificates',
      describeFile('certificate.list', 'Certificates of an authority and year as a file', fileTypes),
      queryString(z.strictObject({ ...formatQuery, authorityId: AuthorityId, year: OfYear })),
      async (c) => {
        const { format, authorityId, year } = c.req.valid('query');
        return fileOf(deps, c, format, await yearOfCertificates(deps, c.var.actor, authorityId, year, languageOf(c)));
      },
    );

/** A sheet as a file that is sent while it is made, or the refusal. */
export function fileOf({ now }: Deps, c: Context, format: Format, made: Result<ExportTable, Failure>): Response {
  if (!made.ok) return problem(c, made.failure);
  const bytes = format === 'csv' ? csv(made.value) : xlsx(made.value, now());
  return c.body(streamed(bytes), 200, {
    'content-type': types[format],
    'content-disposition': create(`${made.value.name}.${format}`),
  });
}

/** Made as fast as it is taken, and no longer once nobody takes it. */
const streamed = (bytes: AsyncGenerator<Uint8Array>): ReadableStream =>
  new ReadableStream({
    async pull(controller) {
      const { done, value } = await bytes.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await bytes.return(undefined);
    },
  });
