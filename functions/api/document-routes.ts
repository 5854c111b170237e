import { Hono } from 'hono';
import { reportRoutes } from '../assessments/report-routes.ts';
import type { Deps } from '../deps.ts';
import type { Signed } from '../http/route.ts';
import { nominationDocumentRoutes, programmeDocumentRoutes } from '../office-documents/routes.ts';

/** What draws papers, a group of its own: on AWS a handler that carries fonts and the libraries for PDF and Word, which no other needs. */
export const documentRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .route('/nominations', reportRoutes(deps))
    .route('/nominations', nominationDocumentRoutes(deps))
    .route('/programmes', programmeDocumentRoutes(deps));
