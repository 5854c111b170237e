import { Hono } from 'hono';
import { recordRoutes } from './assessments/record-routes.ts';
import { doorBlobs, doorDeps } from './aws/deps.ts';
import { staffDoor } from './aws/staff-door.ts';
import type { Signed } from './http/route.ts';

/** The staff's door for records of assessment, with the PDF library. */
export const handler = staffDoor(process.env, doorDeps(process.env, { blobs: doorBlobs(process.env) }), (deps) =>
  new Hono<Signed>().route('/nominations', recordRoutes(deps)),
);
