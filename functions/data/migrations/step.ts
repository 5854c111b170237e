import type { RecordType } from '../records.ts';

/** What is stored with the number of its form: records, and what is computed or noted beside them. */
export type StoredType = RecordType | 'notice' | 'summary' | 'ceremony-file' | 'login';

/** A stored value as it lies there: named fields of anything. */
export type Fields = Record<string, unknown>;

/**
 * Brings what was stored in one form into the next one. A step is pure and never changed once it was given out: data that it has made lie
 * on other people's disks. It says nothing of keys and indexes; those follow from the record when it is next saved (docs/data-over-time.md).
 */
export type Step = {
  /** The day on which the form changed, and in a few words how: the name of the step's file. */
  name: `${number}-${number}-${number}-${string}`;
  type: StoredType;
  /** The form that it takes; it makes the next one. */
  from: number;
  bring: (was: Fields) => Fields;
};
