import type { Assessment } from '../../shared/assessments/assessment.ts';
import type { Score } from '../../shared/assessments/score.ts';
import type { Merchant } from '../../shared/merchants/merchant.ts';
import type { Contact, Nomination, NominationIn, Sample } from '../../shared/nominations/nomination.ts';
import type { Programme } from '../../shared/programmes/programme.ts';
import type { Figures } from '../../shared/streets/street.ts';
import type { NamedStreet } from './named-street.ts';
import type { Office, Units } from './units.ts';

/** Who signs, with the title that says in which capacity. */
export type Signer = { name: string; title?: string | undefined };

/** All that a ward's submission says: of a dossier that is being prepared, or as it was handed in. */
export type SubmissionFacts = {
  programme: Programme;
  place: NamedStreet;
  office: Office;
  /** Whether the ward's own committee issues: then it writes to its office only. */
  issuesItself: boolean;
  contact?: Contact | undefined;
  merchants: readonly Merchant[];
  figures: Figures;
  submitted?: { at: string; round: number; snapshot: string } | undefined;
  signer?: Signer | undefined;
  at: string;
  year: string;
};

/** A dossier that every assessor handed in for. */
export type Judged = NominationIn<'assessed' | 'recommended' | 'certified' | 'declined' | 'revoked'>;

/** One finished visit, its remarks without accounts. */
export type AssessorFinding = {
  personName: string;
  sheet: Assessment['sheet'];
  score: Score;
  finished: string;
  late: string;
  note: string;
};

/** What counts in the current round of a nomination: its visits, the result they give together, and what was drawn. */
export type Round = { visits: readonly AssessorFinding[]; together: Score; sample: Sample | undefined; hide: (text: string) => string };

/** All that the report on an assessment says. */
export type AssessmentFacts = {
  nomination: Judged;
  programme: Programme;
  place: NamedStreet;
  office: Office;
  round: Round;
  signer?: Signer | undefined;
};

/** All that the report on a programme says. */
export type ResultsFacts = {
  programme: Programme;
  nominations: readonly Nomination[];
  units: Units;
  places: (of: Nomination) => NamedStreet;
};
