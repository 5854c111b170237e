import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** What this device keeps. Drafts are what somebody typed and has not sent yet; answers are what the server said last. */
export type DeviceSchema = DBSchema & {
  drafts: { key: string; value: { value: unknown; savedAt: string; version?: number | undefined } };
  answers: { key: string; value: { saved: unknown } };
};

let opened: Promise<IDBPDatabase<DeviceSchema>> | undefined;

/** The device's own database, opened once. */
export function device(): Promise<IDBPDatabase<DeviceSchema>> {
  opened ??= openDB<DeviceSchema>('pho-so', 1, {
    upgrade(db) {
      db.createObjectStore('drafts');
      db.createObjectStore('answers');
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
