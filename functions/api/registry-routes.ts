import { Hono } from 'hono';
import { assessmentRoutes, ownAssessmentRoutes } from '../assessments/routes.ts';
import { authorityRoutes } from '../authorities/routes.ts';
import { ceremonyRoutes } from '../ceremony/routes.ts';
import { certificateRoutes, certifiedRoutes, decisionRoutes } from '../certificates/routes.ts';
import { authorityCriteriaRoutes, criteriaRoutes } from '../criteria/routes.ts';
import type { Deps } from '../deps.ts';
import { fileRoutes } from '../files/routes.ts';
import { historyRoutes } from '../history/routes.ts';
import type { Signed } from '../http/route.ts';
import { merchantRoutes, merchantSearchRoutes } from '../merchants/routes.ts';
import { nominationDecisionRoutes, nominationRoutes, wardNominationRoutes } from '../nominations/routes.ts';
import { noticeRoutes } from '../notices/routes.ts';
import { authorityPeopleRoutes, meRoutes, peopleRoutes } from '../people/routes.ts';
import { personalDataRoutes } from '../personal-data/routes.ts';
import { authorityProgrammeRoutes, programmeRoutes } from '../programmes/routes.ts';
import { streetRoutes, wardStreetRoutes } from '../streets/routes.ts';

/** The registry and the certification: every route of the staff that neither draws papers nor reads or writes spreadsheets. */
export const registryRoutes = (deps: Deps) =>
  new Hono<Signed>()
    .route('/me', meRoutes(deps))
    .route('/authorities', authorityRoutes(deps))
    .route('/authorities', authorityPeopleRoutes(deps))
    .route('/authorities', authorityProgrammeRoutes(deps))
    .route('/authorities', merchantSearchRoutes(deps))
    .route('/authorities', authorityCriteriaRoutes(deps))
    .route('/people', peopleRoutes(deps))
    .route('/criteria-sets', criteriaRoutes(deps))
    .route('/personal-data', personalDataRoutes(deps))
    .route('/programmes', programmeRoutes(deps))
    .route('/programmes', ceremonyRoutes(deps))
    .route('/wards', wardStreetRoutes(deps))
    .route('/wards', wardNominationRoutes(deps))
    .route('/streets', streetRoutes(deps))
    .route('/streets', merchantRoutes(deps))
    .route('/files', fileRoutes(deps))
    .route('/nominations', nominationRoutes(deps))
    .route('/nominations', nominationDecisionRoutes(deps))
    .route('/nominations', ownAssessmentRoutes(deps))
    .route('/nominations', certifiedRoutes(deps))
    .route('/decisions', decisionRoutes(deps))
    .route('/assessments', assessmentRoutes(deps))
    .route('/certificates', certificateRoutes(deps))
    .route('/notices', noticeRoutes(deps))
    .route('/history', historyRoutes(deps));
