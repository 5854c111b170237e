import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { SetAside, StoredAssessment, StoredBundle, StoredPhoto, Try } from '../assessments/device-types.ts';
import { bringForward, deviceForm } from './migrations/forward.ts';

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
export type Device = IDBPDatabase<DeviceSchema>;

let opened: Promise<Device> | undefined;

/** The device's own database, opened once. */
export function device(): Promise<Device> {
  opened ??= openDB<DeviceSchema>('pho-so', deviceForm(), {
    // Stores are only ever added: a new version of the app finds everything that the old one kept.
    async upgrade(db, before, _, tx) {
      if (before < 1) {
        db.createObjectStore('drafts');
        db.createObjectStore('answers');
      }
      if (before < 2) {
        db.createObjectStore('assignments');
        db.createObjectStore('visits');
        db.createObjectStore('photos').createIndex('visit', 'visit');
        db.createObjectStore('tries');
        db.createObjectStore('setAside');
      }
      if (before < 3) db.createObjectStore('session');
      if (before < 4) db.createObjectStore('unreadable');
      await bringForward(tx, before);
    },
    blocking(_, __, event) {
      // Another tab brings a newer version of the app: this one lets go, and opens again when it is next used.
      (event.target as unknown as { close: () => void }).close();
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}
