import type { $ZodType } from 'zod/v4/core';
import { Answer, Arrival, Assessment, AssessmentSheet, Clocks, SpotCheck } from '../shared/assessment.ts';
import { Authority, AuthorityDetails } from '../shared/authority.ts';
import { CeremonyFile, Handover } from '../shared/ceremony.ts';
import { Certificate, SignedElsewhere } from '../shared/certificate.ts';
import { CertificateFacts } from '../shared/certificate-text.ts';
import { Checklist, Criterion, Measure } from '../shared/checklist.ts';
import { CriteriaSet, CriteriaSetDetails } from '../shared/criteria-set.ts';
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
} from '../shared/ids.ts';
import { Import, ImportPlan, ImportSource, StoredPlan, StoredSource } from '../shared/import.ts';
import { EditedMerchant, MaskedMethod, ShownMerchant, ShownMethod } from '../shared/masked-account.ts';
import { MerchantDetails, PaymentMethod } from '../shared/merchant.ts';
import { AttachedFile, Comment, Contact, CorrectedFacts, FieldComment, Nomination, Sample, SampledMerchant } from '../shared/nomination.ts';
import { ShownNotice } from '../shared/notice.ts';
import { HeldRole, Person, PersonDetails } from '../shared/person.ts';
import { PersonalExport } from '../shared/personal-data.ts';
import { Programme, ProgrammeDetails } from '../shared/programme.ts';
import { Score } from '../shared/score.ts';
import { Figures, Street, StreetDetails } from '../shared/street.ts';
import { Summary } from '../shared/summary.ts';
import { History } from './history/routes.ts';
import { Problem } from './http/problem-schema.ts';
import { ImportPreview } from './merchants/preview.ts';
import { Changes } from './nominations/changes.ts';
import { PublicStreet } from './public/streets.ts';
import { Asked } from './public/verification-routes.ts';

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
