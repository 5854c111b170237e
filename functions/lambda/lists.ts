import { spreadsheetRoutes } from '../api/spreadsheet-routes.ts';
import { handlerBlobs, handlerDeps } from '../aws/deps.ts';
import { staffHandler } from '../aws/staff-handler.ts';

/** The staff's handler for spreadsheets: imports and exports. */
export const handler = staffHandler(process.env, handlerDeps(process.env, { blobs: handlerBlobs(process.env) }), spreadsheetRoutes);
