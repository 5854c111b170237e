import { v7 as uuidv7 } from 'uuid';
import type { ActionId } from '../../shared/ids.ts';
import { sha256Of } from '../server/upload.ts';
import type { AssessmentKey, StoredPhoto } from './device-types.ts';

const longEdge = 1600;
const mostBytes = 300_000;
const largestUnscaled = new Set(['application/pdf']);

/**
 * A picture as it will be sent: upright, at most 1600 px long and 300 KB, without whatever the camera wrote into it (position, device).
 * PDF files go as they are. Throws when the browser cannot read it.
 */
export async function photoOf(visit: AssessmentKey, file: File): Promise<StoredPhoto> {
  const bytes = largestUnscaled.has(file.type) ? file : await shrunk(file);
  const sha256 = await sha256Of(await bytes.arrayBuffer());
  const name = largestUnscaled.has(file.type) ? file.name.slice(-160) : `${sha256.slice(0, 12)}.jpg`;
  return {
    visit,
    sha256,
    name,
    contentType: bytes.type,
    bytes,
    takenAt: new Date().toISOString(),
    actionId: uuidv7() as ActionId,
    sent: false,
  };
}

async function shrunk(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  let scale = Math.min(1, longEdge / Math.max(picture.width, picture.height));
  try {
    // Drawing anew leaves behind everything but the pixels. Two or three rounds do for any picture.
    for (;;) {
      const canvas = new OffscreenCanvas(Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
      for (const quality of [0.82, 0.7, 0.55]) {
        const made = await canvas.convertToBlob({ type: 'image/jpeg', quality });
        if (made.size <= mostBytes) return made;
      }
      scale *= 0.75;
    }
  } finally {
    picture.close();
  }
}
