import { doorBlobs, doorDeps } from './aws/deps.ts';
import { staffDoor } from './aws/staff-door.ts';
import { listRoutes } from './list-routes.ts';

/** The staff's door for spreadsheets: imports and exports. */
export const handler = staffDoor(process.env, doorDeps(process.env, { blobs: doorBlobs(process.env) }), listRoutes);
