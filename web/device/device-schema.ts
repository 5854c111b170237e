import type { DBSchema } from 'idb';
import type { SetAside, StoredAssessment, StoredBundle, StoredPhoto, Try } from '../assessments/device-types.ts';

/** What this device keeps. Drafts are what somebody typed and has not sent yet; answers are what the server said last. */
export type DeviceSchema = DBSchema & {
  drafts: { key: string; value: { value: unknown; savedAt: string; version?: number | undefined } };
  answers: { key: string; value: { saved: unknown } };
  /** Field work: assignments taken along, what was written, photos, and the tries to send them. */
  assignments: { key: string; value: StoredBundle };
  visits: { key: string; value: StoredAssessment };
  photos: { key: string; value: StoredPhoto; indexes: { visit: string } };
  tries: { key: string; value: Try };
  /** The sign-in, where the service worker can read it (session/tokens.ts reads and writes it). */
  session: { key: string; value: unknown };
  /** Sheets that lost a conflict, or were exported from elsewhere: kept until the person deletes them. */
  setAside: { key: string; value: SetAside };
  /** What this version of the app does not understand, as it lay there, until the person has saved or deleted it: `<store> <key>`. */
  unreadable: { key: string; value: Unreadable };
};
export type Unreadable = { store: string; key: string; value: unknown; at: string };
