import * as z from 'zod/mini';
import type { SetAside, StoredAssessment, StoredBundle, StoredPhoto, Try } from './device-types.ts';

/**
 * What field work on a device must be, so that the pages and the outbox can go on with it. Not more: a note that is too long for the server
 * is refused there and stays here, and fields that a later version adds are kept.
 */
const evidence = z.array(z.string());
const sheet = z.looseObject({
  arrival: z.optional(z.looseObject({ at: z.string() })),
  answers: z.record(z.string(), z.looseObject({ kind: z.string(), evidence })),
  spotChecks: z.array(z.looseObject({ merchantId: z.string(), outcome: z.string(), evidence })),
  note: z.optional(z.string()),
});
const refusal = z.looseObject({ code: z.string(), status: z.number(), detail: z.string() });
const assessment = z.looseObject({ personId: z.string(), round: z.number(), version: z.number(), state: z.string(), sheet });

const assignment = z.looseObject({
  assignment: z.looseObject({
    kind: z.enum(['street', 'market']),
    street: z.looseObject({ name: z.string() }),
    programme: z.looseObject({
      checklist: z.looseObject({ criteria: z.array(z.looseObject({ code: z.string(), measure: z.looseObject({ kind: z.string() }) })) }),
    }),
    figures: z.looseObject({}),
    sample: z.looseObject({ merchants: z.array(z.looseObject({ merchantId: z.string(), name: z.string() })) }),
    assessment,
  }),
  takenAt: z.string(),
  bytes: z.number(),
});
const visit = z.looseObject({
  key: z.string(),
  nominationId: z.string(),
  personId: z.string(),
  round: z.number(),
  streetName: z.string(),
  sheet,
  revision: z.number(),
  changedAt: z.string(),
  sent: z.looseObject({ revision: z.number(), version: z.number(), sheet }),
  sending: z.optional(z.looseObject({ actionId: z.string(), revision: z.number(), version: z.number(), sheet })),
  finished: z.optional(
    z.looseObject({
      completedAt: z.string(),
      clockOffsetMs: z.number(),
      request: z.optional(z.looseObject({ actionId: z.string(), version: z.number() })),
      receipt: z.optional(z.looseObject({ state: z.string(), receivedAt: z.string(), photos: z.number() })),
    }),
  ),
  trouble: z.optional(
    z.discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('conflict'), theirs: assessment }),
      z.looseObject({ kind: z.literal('refused'), refusal }),
    ]),
  ),
});
const photo = z.looseObject({
  visit: z.string(),
  sha256: z.string(),
  name: z.string(),
  contentType: z.string(),
  bytes: z.custom<Blob>((value) => value instanceof Blob),
  takenAt: z.string(),
  actionId: z.string(),
  sent: z.boolean(),
});

// The value itself and not a copy of it: what a later version adds is kept, and a picture is not read to be looked at.
const that = <T>(shape: z.ZodMiniType): z.ZodMiniType<T> => z.custom<T>((value) => shape.safeParse(value).success);

export const keptAssignment = that<StoredBundle>(assignment);
export const keptVisit = that<StoredAssessment>(visit);
export const keptPhoto = that<StoredPhoto>(photo);
export const keptTry = that<Try>(z.looseObject({ count: z.number(), nextAt: z.number(), refusal }));
export const keptAside = that<SetAside>(
  z.looseObject({ key: z.string(), visit: z.string(), streetName: z.string(), sheet, at: z.string() }),
);
