import { Hono } from 'hono';
import * as z from 'zod/mini';
import {
  AuthorityId,
  CertificateCode,
  CriteriaSetId,
  MerchantId,
  NominationId,
  PersonId,
  ProgrammeId,
  StreetId,
} from '../../shared/ids.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../http/problem.ts';
import { describeFile, path, queryString, type Signed } from '../http/route.ts';
import { type HistorySubject, historyPermissions, recordHistory } from './history.ts';
import { fileOf, fileTypes, formatQuery } from './routes.ts';

const ids = {
  authority: AuthorityId,
  person: PersonId,
  programme: ProgrammeId,
  criteria: CriteriaSetId,
  street: StreetId,
  merchant: MerchantId,
  nomination: NominationId,
  certificate: CertificateCode,
} as const satisfies Record<HistorySubject['type'], unknown>;
/** What else must be said to find the record. */
const found = {
  merchant: { streetId: StreetId },
  criteria: { edition: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(9999)) },
};

/** The history of each kind of record as a file: `/api/exports/history`. */
export function historyExportRoutes(deps: Deps): Hono<Signed> {
  const routes = new Hono<Signed>();
  for (const type of Object.keys(ids) as (keyof typeof ids)[])
    routes.get(
      `/${type}/:id`,
      describeFile(historyPermissions[type], `History of a ${type} as a file`, fileTypes),
      path(z.strictObject({ id: ids[type] })),
      queryString(z.strictObject({ ...formatQuery, ...(type in found && found[type as keyof typeof found]) })),
      async (c) => {
        const { format, ...more } = c.req.valid('query');
        const subject = { type, ...c.req.valid('param'), ...more } as HistorySubject;
        return fileOf(deps, c, format, await recordHistory(deps, c.var.actor, subject, languageOf(c)));
      },
    );
  return routes;
}
