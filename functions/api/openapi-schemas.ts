import type { $ZodType } from 'zod/v4/core';
import { Answer, Arrival, Assessment, AssessmentSheet, Clocks, SpotCheck } from '../../shared/assessments/assessment.ts';
import { Score } from '../../shared/assessments/score.ts';
import { Authority, AuthorityDetails } from '../../shared/authorities/authority.ts';
import { CeremonyFile, Handover } from '../../shared/ceremony/ceremony.ts';
import { Certificate, SignedElsewhere } from '../../shared/certificates/certificate.ts';
import { CertificateFacts } from '../../shared/certificates/certificate-text.ts';
import { Checklist, Criterion, Measure } from '../../shared/criteria/checklist.ts';
import { CriteriaSet, CriteriaSetDetails } from '../../shared/criteria/criteria-set.ts';
import {
  AuthorityId,
  CertificateCode,
  CriteriaSetId,
  Day,
  ImportId,
  Instant,
  MerchantId,
  NominationId,
  PersonId,
  ProgrammeId,
  Sha256,
  StreetId,
} from '../../shared/ids.ts';
import { Import, ImportPlan, ImportSource, StoredPlan, StoredSource } from '../../shared/merchants/import.ts';
import { EditedMerchant, MaskedMethod, ShownMerchant, ShownMethod } from '../../shared/merchants/masked-account.ts';
import { MerchantDetails, PaymentMethod } from '../../shared/merchants/merchant.ts';
import {
  AttachedFile,
  Comment,
  Contact,
  CorrectedFacts,
  FieldComment,
  Nomination,
  Sample,
  SampledMerchant,
} from '../../shared/nominations/nomination.ts';
import { ShownNotice } from '../../shared/notices/notice.ts';
import { HeldRole, Person, PersonDetails } from '../../shared/people/person.ts';
import { PersonalExport } from '../../shared/personal-data/personal-data.ts';
import { Programme, ProgrammeDetails } from '../../shared/programmes/programme.ts';
import { Summary } from '../../shared/programmes/summary.ts';
import { Figures, Street, StreetDetails } from '../../shared/streets/street.ts';
import { History } from '../history/routes.ts';
import { Problem } from '../http/problem-schema.ts';
import { ImportPreview } from '../merchants/preview.ts';
import { Changes } from '../nominations/changes.ts';
import { PublicStreet } from '../public/streets.ts';
import { Asked } from '../public/verification-routes.ts';

/** Schemas that stand under their own name, once; wherever one of them appears the document refers to it. */
export const namedSchemas: Record<string, $ZodType> = {
  Answer,
  Arrival,
  Assessment,
  AttachedFile,
  Authority,
  AuthorityDetails,
  CeremonyFile,
  Certificate,
  CertificateFacts,
  Checklist,
  Clocks,
  Comment,
  Contact,
  CorrectedFacts,
  CriteriaSet,
  CriteriaSetDetails,
  Criterion,
  EditedMerchant,
  MaskedMethod,
  ShownMerchant,
  ShownMethod,
  ShownNotice,
  Score,
  ImportPreview,
  Changes,
  PublicStreet,
  PersonalExport,
  History,
  Said: Asked,
  Problem,
  SignedElsewhere,
  FieldComment,
  Figures,
  Handover,
  HeldRole,
  Import,
  ImportPlan,
  ImportSource,
  Measure,
  MerchantDetails,
  Nomination,
  PaymentMethod,
  Person,
  PersonDetails,
  Programme,
  ProgrammeDetails,
  Sample,
  SampledMerchant,
  Sheet: AssessmentSheet,
  SpotCheck,
  Street,
  StreetDetails,
  Summary,
  StoredPlan,
  StoredSource,
  AuthorityId,
  CertificateCode,
  CriteriaSetId,
  Day,
  ImportId,
  Instant,
  MerchantId,
  NominationId,
  PersonId,
  ProgrammeId,
  Sha256,
  StreetId,
};
