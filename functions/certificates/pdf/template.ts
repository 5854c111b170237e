import { type Faces, facesOf } from '../../pdf/faces.ts';
import type { Original } from '../../pdf/writer.ts';
import made from './template.gen.json' with { type: 'json' };

/**
 * The part that all certificates share, made once by `npm run generate -- certificate-template`: fonts, ornament, colour profile. `objects` are the
 * numbers of what a certificate refers to or replaces.
 */
export type Template = Original & { objects: typeof made.objects; faces: Faces };

let loaded: Template | undefined;

/** The template; it is unpacked with the first certificate. */
export function template(): Template {
  loaded ??= {
    bytes: Buffer.from(made.pdf, 'base64'),
    size: made.size,
    previous: made.previous,
    ids: made.ids,
    objects: made.objects,
    faces: facesOf(made.faces),
  };
  return loaded;
}
