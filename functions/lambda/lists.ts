import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { staffHandler } from '../aws/staff-handler.ts';
import { listRoutes } from '../list-routes.ts';

/** The staff's handler for spreadsheets: imports and exports. */
export const handler = staffHandler(process.env, handlerDeps(process.env, { blobs: handlerBlobs(process.env) }), listRoutes);
