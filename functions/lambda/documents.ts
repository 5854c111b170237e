import { Hono } from 'hono';
import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { staffHandler } from '../aws/staff-handler.ts';
import type { Signed } from '../http/route.ts';
import { nominationDocumentRoutes, programmeDocumentRoutes } from '../office-documents/routes.ts';

/** The staff's handler for Word files, with the library that writes them. */
export const handler = staffHandler(process.env, handlerDeps(process.env, { blobs: handlerBlobs(process.env) }), (deps) =>
  new Hono<Signed>().route('/nominations', nominationDocumentRoutes(deps)).route('/programmes', programmeDocumentRoutes(deps)),
);
