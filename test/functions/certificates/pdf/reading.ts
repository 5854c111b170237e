import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import type { Layout } from '../../../../functions/certificates/pdf/layout.ts';
import { printCertificates } from '../../../../functions/certificates/pdf/print-certificates.ts';
import { renderCertificate } from '../../../../functions/certificates/pdf/render.ts';
import type { Seal } from '../../../../functions/certificates/pdf/signature-field.ts';
import type { Run } from '../../../../functions/pdf/typeset.ts';
import type { CertificateFacts } from '../../../../shared/certificates/certificate-text.ts';

/** The signed PDF of facts that can be printed; a signature of our own makers is checked elsewhere, here any bytes do. */
export async function signed(facts: CertificateFacts, seal: Seal = async (digest) => digest): Promise<Uint8Array> {
  const result = await renderCertificate(facts, seal);
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Certificates that can be printed as pages of one PDF. */
export async function packed(facts: CertificateFacts[]): Promise<Uint8Array> {
  const result = await printCertificates(facts);
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** The PDF of facts that can be printed. */
export async function printed(facts: CertificateFacts): Promise<Uint8Array> {
  const result = await renderCertificate(facts);
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
}

/** Every run of words on the page but the watermark. */
export const runsOf = ({ paragraphs, signatory, verification }: Layout): Run[] => [
  ...paragraphs.flatMap(({ runs }) => runs),
  ...signatory,
  ...(verification ? [...verification.invitation, ...verification.link] : []),
];

/** The lines of text that a reader finds on a page of the PDF, as they are stored. */
export async function textOf(pdf: Uint8Array, page = 1): Promise<string[]> {
  const { items } = await opened(pdf, async (document) => (await document.getPage(page)).getTextContent());
  return items.flatMap((item) => ('str' in item && item.str.trim() ? [item.str] : []));
}

export const metadataOf = (pdf: Uint8Array): Promise<{ info: Record<string, unknown> }> =>
  opened(pdf, async (document) => {
    const { info } = await document.getMetadata();
    return { info: info as Record<string, unknown> };
  });

/** A picture as canvases and barcode readers know it: four bytes to the pixel, rows from the top. */
export type Picture = { data: Uint8ClampedArray; width: number; height: number };

/** The page as a picture, `scale` pixels to the point, drawn with the canvas that belongs to the reader. */
export const pictureOf = (pdf: Uint8Array, scale: number): Promise<Picture> =>
  opened(pdf, async (document) => {
    const page = await document.getPage(1);
    const viewport = page.getViewport({ scale });
    const factory = document.canvasFactory as {
      create(
        width: number,
        height: number,
      ): { canvas: null; context: { getImageData(x: number, y: number, width: number, height: number): Picture } };
    };
    const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas, viewport }).promise;
    const { data, width, height } = context.getImageData(0, 0, Math.ceil(viewport.width), Math.ceil(viewport.height));
    return { data, width, height };
  });

type Opened = Awaited<ReturnType<typeof getDocument>['promise']>;

async function opened<T>(pdf: Uint8Array, use: (document: Opened) => Promise<T>): Promise<T> {
  // The reader takes the bytes over, so it gets a copy.
  const task = getDocument({ data: pdf.slice(), verbosity: 0 });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The QR codes in a picture. */
export async function codesIn(picture: Picture): Promise<ReadResult[]> {
  // Unless it is given its program, the reader looks for it on the network.
  const program = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({ overrides: { wasmBinary: program.buffer as ArrayBuffer }, fireImmediately: true });
  return readBarcodes(picture, { formats: ['QRCode'] });
}
