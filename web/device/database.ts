import { type IDBPDatabase, openDB } from 'idb';
import type { DeviceSchema } from './device-schema.ts';
import { bringForward, deviceForm } from './migrations/forward.ts';

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
