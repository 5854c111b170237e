import { Hono } from 'hono';
import { doorBlobs, doorDeps } from './aws/deps.ts';
import { staffDoor } from './aws/staff-door.ts';
import { nominationDocumentRoutes, programmeDocumentRoutes } from './documents/routes.ts';
import type { Signed } from './http/route.ts';

/** The staff's door for Word files, with the library that writes them. */
export const handler = staffDoor(process.env, doorDeps(process.env, { blobs: doorBlobs(process.env) }), (deps) =>
  new Hono<Signed>().route('/nominations', nominationDocumentRoutes(deps)).route('/programmes', programmeDocumentRoutes(deps)),
);
