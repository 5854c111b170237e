/** What lies in one of the device's stores, as it was kept. */
export type Fields = Record<string, unknown>;
export type SteppedStore = 'drafts' | 'assignments' | 'visits' | 'photos' | 'tries' | 'setAside';

/**
 * Brings what a device kept into the form of a later version of the app: pure, and never changed once it was given out. A step that throws
 * on a value puts it aside for the person; nothing is dropped.
 */
export type DeviceStep = {
  /** The day on which the form changed, and in a few words how: the name of the step's file. */
  name: `${number}-${number}-${number}-${string}`;
  store: SteppedStore;
  bring: (was: Fields, key: string) => Fields;
};

/**
 * Every change of the form of what devices keep, the oldest first. Each line makes a new version of the database (database.ts), so the
 * browser itself sees to it that a step is taken once, wholly, and that an older app never opens newer data.
 */
export const deviceSteps: readonly DeviceStep[] = [];
