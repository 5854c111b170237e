import { doorBlobs, doorDeps } from './aws/deps.ts';
import { staffDoor } from './aws/staff-door.ts';
import { paperRoutes } from './paper-routes.ts';

/** The staff's door for papers, with the fonts and the PDF library. */
export const handler = staffDoor(process.env, doorDeps(process.env, { blobs: doorBlobs(process.env) }), paperRoutes);
