import { Hono } from 'hono';
import { reportRoutes } from '../assessments/report-routes.ts';
import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { staffHandler } from '../aws/staff-handler.ts';
import type { Signed } from '../http/route.ts';

/** The staff's handler for assessment reports, with the PDF library. */
export const handler = staffHandler(process.env, handlerDeps(process.env, { blobs: handlerBlobs(process.env) }), (deps) =>
  new Hono<Signed>().route('/nominations', reportRoutes(deps)),
);
