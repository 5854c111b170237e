import * as z from 'zod/mini';
import { Sheet } from '../../shared/assessment.ts';
import { device } from '../device/database.ts';
import { type KeptAssignment, type KeptPhoto, type KeptVisit, photoKey } from './kept.ts';
import { told } from './visit-store.ts';

const Carried = z.object({
  product: z.literal('pho-so'),
  format: z.literal(1),
  visits: z.array(
    z.object({
      visit: z.looseObject({ key: z.string(), nominationId: z.string(), personId: z.string(), sheet: Sheet, revision: z.number() }),
      assignment: z.looseObject({ assignment: z.looseObject({}) }),
      photos: z.array(z.looseObject({ sha256: z.string(), contentType: z.string(), base64: z.string() })),
    }),
  ),
});

/** Everything of a person on this device in one file: sheets, assignments and photos, to go on with on another device. */
export async function exported(personId: string): Promise<Blob> {
  const db = await device();
  const visits = (await db.getAll('visits')).filter((visit) => visit.personId === personId);
  const whole = await Promise.all(
    visits.map(async (visit) => ({
      visit,
      assignment: await db.get('assignments', visit.key),
      photos: await Promise.all((await db.getAllFromIndex('photos', 'visit', visit.key)).map(withBase64)),
    })),
  );
  return new Blob([JSON.stringify({ product: 'pho-so', format: 1, visits: whole.filter(({ assignment }) => assignment) })], {
    type: 'application/json',
  });
}

async function withBase64({ bytes, ...photo }: KeptPhoto): Promise<object> {
  const text = Array.from(new Uint8Array(await bytes.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');
  return { ...photo, base64: btoa(text) };
}

/**
 * Takes a file in that another device exported. A visit that this device has further along stays as it is and the other is set aside;
 * tells how many visits came in. Throws when it is no such file.
 */
export async function taken(file: Blob, personId: string): Promise<number> {
  const { visits } = Carried.parse(JSON.parse(await file.text()));
  const db = await device();
  let count = 0;
  for (const { visit, assignment, photos } of visits) {
    if (visit.personId !== personId) continue;
    const coming = visit as unknown as KeptVisit;
    const here = await db.get('visits', coming.key);
    const tx = db.transaction(['visits', 'assignments', 'photos', 'setAside'], 'readwrite', { durability: 'strict' });
    for (const { base64, ...photo } of photos) {
      const bytes = new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: photo.contentType });
      const key = photoKey(coming.key, photo.sha256);
      if (!(await tx.objectStore('photos').get(key)))
        await tx.objectStore('photos').put({ ...(photo as unknown as KeptPhoto), bytes }, key);
    }
    const newer = !here || here.revision === 0 || (here.revision === here.sent.revision && coming.revision > here.revision);
    if (newer) {
      await tx.objectStore('visits').put(coming, coming.key);
      await tx.objectStore('assignments').put(assignment as unknown as KeptAssignment, coming.key);
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
  told();
  return count;
}
