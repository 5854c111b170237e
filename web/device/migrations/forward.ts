import type { IDBPTransaction, StoreNames } from 'idb';
import type { DeviceSchema } from '../device-schema.ts';
import { type DeviceStep, deviceSteps, type Fields, type SteppedStore } from './steps.ts';

/** The version of the database in which everything stood before the first step. */
export const firstForm = 4;

export const deviceForm = (steps: readonly DeviceStep[] = deviceSteps): number => firstForm + steps.length;

type Upgrade = IDBPTransaction<DeviceSchema, ArrayLike<StoreNames<DeviceSchema>>, 'versionchange'>;

/** Takes every step that this device has not taken yet, inside the upgrade of its database; what a step cannot bring is put aside. */
export async function bringForward(tx: Upgrade, before: number, steps: readonly DeviceStep[] = deviceSteps): Promise<void> {
  for (const { store, bring } of steps.slice(Math.max(before - firstForm, 0))) {
    for (let cursor = await tx.objectStore(store).openCursor(); cursor; cursor = await cursor.continue()) {
      const { key, value } = cursor;
      const made = attempt(() => bring(value as Fields, key));
      if (made) await cursor.update(made as typeof value);
      else {
        await tx.objectStore('unreadable').put({ store, key, value, at: new Date().toISOString() }, `${store} ${key}`);
        await cursor.delete();
      }
    }
  }
}

function attempt(make: () => Fields): Fields | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** A value out of a file that another device exported in an earlier form, in today's. */
export const valueForward = (
  store: SteppedStore,
  key: string,
  form: number,
  was: Fields,
  steps: readonly DeviceStep[] = deviceSteps,
): Fields =>
  steps
    .slice(Math.max(form - firstForm, 0))
    .filter((step) => step.store === store)
    .reduce((value, step) => step.bring(value, key), was);
