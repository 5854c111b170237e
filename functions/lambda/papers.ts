import { Hono } from 'hono';
import { recordRoutes } from '../assessments/record-routes.ts';
import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { staffHandler } from '../aws/staff-handler.ts';
import type { Signed } from '../http/route.ts';

/** The staff's handler for records of assessment, with the PDF library. */
export const handler = staffHandler(process.env, handlerDeps(process.env, { blobs: handlerBlobs(process.env) }), (deps) =>
  new Hono<Signed>().route('/nominations', recordRoutes(deps)),
);
