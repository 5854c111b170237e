import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import type { Failure } from '../../shared/failures/failure.ts';
import { NominationId, ProgrammeId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Deps } from '../deps.ts';
import { problem } from '../http/problem.ts';
import { describeFile, path, queryString, type Signed } from '../http/route.ts';
import { assessment } from './assessment.ts';
import { disposition } from './file-name.ts';
import type { NamedDocument } from './office-document.ts';
import { decision, recommendation, results } from './programme.ts';
import { submission } from './submission.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const types = [docxType];
const ByNomination = path(z.strictObject({ id: NominationId }));
const ByProgramme = path(z.strictObject({ id: ProgrammeId }));
const someOf = queryString(
  z.strictObject({
    nominations: z.optional(
      z
        .string()
        .check(z.regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,399}$/), z.describe('Ids of the dossiers it is about, separated by commas')),
    ),
  }),
);
const idsIn = (text: string | undefined) => text?.split(',').map((id) => id as NominationId);

/** Papers about one dossier, as Word files: `/api/nominations/:id/documents`. */
export const nominationDocumentRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/:id/documents/submission',
      describeFile('document.submission', "The ward's submission (tờ trình) as a Word file, with its list of merchants", types),
      ByNomination,
      async (c) => file(c, await submission(deps, c.var.actor, c.req.valid('param').id)),
    )
    .get(
      '/:id/documents/assessment',
      describeFile('document.assessment', "The Economics office's report on the assessment (báo cáo thẩm định) as a Word file", types),
      ByNomination,
      async (c) => file(c, await assessment(deps, c.var.actor, c.req.valid('param').id)),
    );

/** Papers about several dossiers of a programme, as Word files: `/api/programmes/:id/documents`. */
export const programmeDocumentRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .get(
      '/:id/documents/recommendation',
      describeFile('document.recommendation', "The Economics office's advice to leadership (tờ trình) as a Word file", types),
      ByProgramme,
      someOf,
      async (c) => file(c, await recommendation(deps, c.var.actor, c.req.valid('param').id, idsIn(c.req.valid('query').nominations))),
    )
    .get(
      '/:id/documents/decision',
      describeFile('document.decision', 'The decision (quyết định) with its list as a Word file; a draft before it is taken', types),
      ByProgramme,
      someOf,
      async (c) => file(c, await decision(deps, c.var.actor, c.req.valid('param').id, idsIn(c.req.valid('query').nominations))),
    )
    .get(
      '/:id/documents/results',
      describeFile('document.results', 'The report on a programme to the authority above (báo cáo kết quả) as a Word file', types),
      ByProgramme,
      async (c) => file(c, await results(deps, c.var.actor, c.req.valid('param').id)),
    );

/** The paper as a file to download, or the refusal. What makes Word files is loaded when the first one is asked for. */
async function file(c: Context, made: Result<NamedDocument, Failure>): Promise<Response> {
  if (!made.ok) return problem(c, made.failure);
  const { docx } = await import('./word/pack.ts');
  return c.body(await docx(made.value.paper), 200, { 'content-type': docxType, 'content-disposition': disposition(made.value.name) });
}
