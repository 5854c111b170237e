import * as fontkit from 'fontkit';
import { PDFDocument, PDFName } from 'pdf-lib';
import type { Faces } from './faces.ts';
import { ornament } from './ornament.ts';
import { page } from './page.ts';

/** The part that all certificates share, as a file of its own: fonts, ornament and an empty page to write on. */
export type Template = { bytes: Uint8Array; content: number; info: number };

/** Makes the template. The same faces give the same bytes. `content` and `info` number the objects that a certificate replaces. */
export async function makeTemplate(faces: Faces): Promise<Template> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  document.setLanguage('vi-VN');
  document.catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);

  const { context } = document;
  const sheet = document.addPage([page.width, page.height]);
  const background = context.register(context.flateStream(ornament()));
  const content = context.register(context.stream(''));
  const info = context.register(context.obj({}));
  context.trailerInfo.Info = info;
  sheet.node.set(PDFName.of('Contents'), context.obj([background, content]));
  for (const { name, embeddedName, bytes } of Object.values(faces)) {
    const font = await document.embedFont(bytes, { customName: embeddedName });
    sheet.node.setFontDictionary(PDFName.of(name), font.ref);
  }

  const bytes = await document.save({ useObjectStreams: true, addDefaultPage: false });
  return { bytes, content: content.objectNumber, info: info.objectNumber };
}
