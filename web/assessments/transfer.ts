import * as z from 'zod/mini';
import { device } from '../device/database.ts';
import { deviceForm, firstForm, valueForward } from '../device/migrations/forward.ts';
import { keptAssignment, keptPhoto, keptVisit } from './device-schemas.ts';
import { everyStoredAssessment, findBundle, findStoredAssessment, photosOf, publish } from './device-store.ts';
import { photoKey, type StoredPhoto } from './device-types.ts';

const Transfer = z.object({
  product: z.literal('pho-so'),
  format: z.literal(1),
  /** The form of the device that it comes from; files of before the first step do not say. */
  form: z.optional(z.int()),
  visits: z.array(
    z.object({
      visit: z.looseObject({ key: z.string(), personId: z.string() }),
      assignment: z.looseObject({}),
      photos: z.array(z.looseObject({ sha256: z.string(), contentType: z.string(), base64: z.string() })),
    }),
  ),
});

/** Everything of a person on this device in one file: sheets, assignments and photos, to go on with on another device. */
export async function exportDevice(personId: string): Promise<Blob> {
  const visits = await everyStoredAssessment(personId);
  const whole = await Promise.all(
    visits.map(async (visit) => ({
      visit,
      assignment: await findBundle(visit.key),
      photos: await Promise.all((await photosOf(visit.key)).map(withBase64)),
    })),
  );
  return new Blob(
    [JSON.stringify({ product: 'pho-so', format: 1, form: deviceForm(), visits: whole.filter(({ assignment }) => assignment) })],
    {
      type: 'application/json',
    },
  );
}

async function withBase64({ bytes, ...photo }: StoredPhoto): Promise<object> {
  const text = Array.from(new Uint8Array(await bytes.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
  return { ...photo, base64: btoa(text) };
}

/**
 * Takes a file in that another device exported. A visit that this device has further along stays as it is and the other is set aside;
 * tells how many visits came in. Throws when it is no such file.
 */
export async function importDevice(file: Blob, personId: string): Promise<number> {
  const { form = firstForm, visits } = Transfer.parse(JSON.parse(await file.text()));
  if (form > deviceForm()) throw new Error('a newer version of the app exported this file');
  const db = await device();
  let count = 0;
  for (const { visit, assignment, photos } of visits) {
    if (visit.personId !== personId) continue;
    // In today's form and whole, or the file is refused: it stays with the person.
    const coming = keptVisit.parse(valueForward('visits', visit.key, form, visit));
    const along = keptAssignment.parse(valueForward('assignments', visit.key, form, assignment));
    const here = await findStoredAssessment(coming.key);
    const tx = db.transaction(['visits', 'assignments', 'photos', 'setAside'], 'readwrite', { durability: 'strict' });
    for (const { base64, ...photo } of photos) {
      const bytes = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: photo.contentType });
      const key = photoKey(coming.key, photo.sha256);
      if (!(await tx.objectStore('photos').get(key)))
        await tx.objectStore('photos').put(keptPhoto.parse(valueForward('photos', key, form, { ...photo, bytes })), key);
    }
    const newer = !here || here.revision === 0 || (here.revision === here.sent.revision && coming.revision > here.revision);
    if (newer) {
      await tx.objectStore('visits').put(coming, coming.key);
      await tx.objectStore('assignments').put(along, coming.key);
    } else {
      const aside = {
        key: crypto.randomUUID(),
        visit: coming.key,
        streetName: coming.streetName,
        sheet: coming.sheet,
        at: new Date().toISOString(),
      };
      await tx.objectStore('setAside').put(aside, aside.key);
    }
    await tx.done;
    count++;
  }
  publish();
  return count;
}
