import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { historyExportRoutes } from '../exports/history-routes.ts';
import { exportRoutes } from '../exports/routes.ts';
import type { Signed } from '../http/route.ts';
import { importRoutes, previewRoutes } from '../merchants/import-routes.ts';

/** What reads and writes spreadsheets, a group of its own: on AWS a handler with more memory, so that a long list keeps nobody waiting. */
export const spreadsheetRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .route('/wards', previewRoutes(deps))
    .route('/streets', importRoutes(deps))
    .route('/exports', exportRoutes(deps))
    .route('/exports/history', historyExportRoutes(deps));
