import type { OfflineBundle } from '../../functions/assessments/offline-bundle.ts';
import type { Public } from '../../functions/http/route.ts';
import type { Assessment, AssessmentSheet } from '../../shared/assessments/assessment.ts';
import type { ActionId, Instant, NominationId, PersonId, Sha256 } from '../../shared/ids.ts';
import type { Refusal } from '../server/problem.ts';

/** A visit on this device belongs to one person: `<nomination> <person>`. */
export type AssessmentKey = string;
export const assessmentKey = (nominationId: string, personId: string): AssessmentKey => `${nominationId} ${personId}`;

/** An assignment as it was taken along, whole. `bytes` is its size on the wire. */
export type StoredBundle = { assignment: Public<OfflineBundle>; takenAt: string; bytes: number };

/** What the server refused for good, and what it holds instead. A person decides; nothing is thrown away. */
export type SendingConflict =
  /** The sheet was changed elsewhere: on another device, or after the assignment was taken over. */
  { kind: 'conflict'; theirs: Public<Assessment> } | { kind: 'refused'; refusal: Refusal };

/**
 * What an assessor has written on this device for one nomination and round. `revision` counts the changes made here; `sent` says what
 * the server last acknowledged; `sending` is the very request that is under way, repeated word by word until it is answered.
 */
export type StoredAssessment = {
  key: AssessmentKey;
  nominationId: NominationId;
  personId: PersonId;
  round: number;
  streetName: string;
  sheet: AssessmentSheet;
  revision: number;
  changedAt: string;
  sent: { revision: number; version: number; sheet: AssessmentSheet };
  sending?: { actionId: ActionId; revision: number; version: number; sheet: AssessmentSheet } | undefined;
  finished?: Finished | undefined;
  trouble?: SendingConflict | undefined;
};

/** Handed in on the device; `receipt` once the server took it. */
export type Finished = {
  completedAt: Instant;
  clockOffsetMs: number;
  request?: { actionId: ActionId; version: number } | undefined;
  receipt?: { state: string; receivedAt: string; photos: number } | undefined;
};

/** A photo as it will be sent; its key is `<visit> <sha256>`, because the same picture may serve two visits. */
export type StoredPhoto = {
  visit: AssessmentKey;
  sha256: Sha256;
  name: string;
  contentType: string;
  bytes: Blob;
  takenAt: string;
  actionId: ActionId;
  sent: boolean;
};
export const photoKey = (visit: AssessmentKey, sha256: string): string => `${visit} ${sha256}`;

/** How often sending one item was tried, when it is tried next, and why it failed last. */
export type Try = { count: number; nextAt: number; refusal: Refusal };

export type SetAside = { key: string; visit: AssessmentKey; streetName: string; sheet: AssessmentSheet; at: string };
